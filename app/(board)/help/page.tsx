import Link from 'next/link';
import { enterSelf } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { may } from '@/domain/access/viewer';
import { TOPICS } from './topics';

export default async function HelpPage() {
  const viewer = await enterSelf();
  const topics = TOPICS.filter((topic) => !topic.needs || may(viewer, topic.needs));
  return (
    <>
      <title>Hướng dẫn · Sổ Tổ Chức</title>
      <PageHead title="Hướng dẫn" note="Những việc thuộc chức trách của bạn, mỗi việc vài bước." />
      <div className="grid gap-5 lg:grid-cols-2">
        {topics.map((topic) => (
          <Card
            key={topic.title}
            title={topic.title}
            aside={
              topic.href && (
                <Link href={topic.href} prefetch={false} aria-label={`Mở: ${topic.title}`}>
                  Mở
                </Link>
              )
            }
          >
            <ol className="list-decimal space-y-2 py-3 pr-4 pl-9">
              {topic.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Card>
        ))}
      </div>
    </>
  );
}
