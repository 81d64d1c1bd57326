import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { getGroupHead } from '@/db/queries/ratings/group';
import { listRateable } from '@/db/queries/ratings/groups';
import { termLabel } from '@/domain/ratings/words';
import { askedText, isUuid } from '@/domain/text';
import { add } from '../../actions';
import { FindRateable, Picks } from '../../rateable';
import { ratingsAt } from '../../term';

export const metadata: Metadata = { title: 'Thêm vào nhóm xếp loại' };

/** More rows for a group that is not decided yet. */
export default async function AddToGroupPage({ params, searchParams }: PageProps<'/ratings/[groupId]/add'>) {
  const viewer = await enter('rating.write');
  const [{ groupId }, asked] = [await params, await searchParams];
  const group = isUuid(groupId) ? await getGroupHead(viewer, groupId) : null;
  if (!group) notFound();
  const q = askedText(asked.q) ?? '';
  const choices = group.decidedAt ? [] : await listRateable(viewer, group.unitId, { ...group, q });
  return (
    <>
      <PageHead
        title="Thêm vào nhóm"
        crumbs={[
          { label: 'Xếp loại', href: ratingsAt(group.unitId, group.year, group.quarter) },
          { label: group.name, href: `/ratings/${group.id}` },
        ]}
        note={`Xếp loại ${termLabel(group)}. Trần “xuất sắc” của nhóm tính lại theo số dòng mới.`}
      />
      {!group.decidedAt && <FindRateable q={q} />}
      <Card
        title="Thêm vào nhóm"
        aside={`${choices.length} ${group.subject === 'person' ? 'người' : 'tổ chức'} chưa ở nhóm nào của kỳ này`}
      >
        {choices.length ? (
          <ActionForm key={q} action={add} formKey={randomUUID()} label="Thêm vào nhóm" className="grid gap-4 p-4">
            <input type="hidden" name="groupId" value={group.id} />
            <input type="hidden" name="version" value={group.version} />
            <Picks choices={choices} asked={q !== ''} />
            <div>
              <SubmitButton>Thêm vào nhóm</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <Empty>
            {group.decidedAt ? 'Nhóm này đã có quyết định nên không thêm được nữa.' : 'Không còn ai phù hợp.'}{' '}
            <Link href={`/ratings/${group.id}`} prefetch={false}>
              Về nhóm
            </Link>
            .
          </Empty>
        )}
      </Card>
    </>
  );
}
