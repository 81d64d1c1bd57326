import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { getCadreHead } from '@/db/queries/cadres/file';
import { rulesOn } from '@/db/queries/rule-sets';
import { addMonths, formatDate } from '@/domain/calendar';
import { EndForm, ExtendForm, ReverseForm } from './forms';

export const metadata: Metadata = { title: 'Quyết định về chức vụ' };

const WORDS = {
  extend: 'Bổ nhiệm lại, kéo dài thời gian giữ chức vụ',
  end: 'Thôi giữ chức vụ',
  reverse: 'Hủy bút toán ghi sai',
} as const;
const isWhat = (text: unknown): text is keyof typeof WORDS => typeof text === 'string' && Object.hasOwn(WORDS, text);

export default async function AppointmentPage({
  params,
  searchParams,
}: PageProps<'/cadres/[cadreId]/appointments/[appointmentId]'>) {
  const viewer = await enter('appointment.decide');
  const [{ cadreId, appointmentId }, asked] = [await params, await searchParams];
  const cadre = await getCadreHead(viewer, cadreId);
  const title = cadre?.titles.find(({ id }) => id === appointmentId);
  if (!cadre?.mayDecide || !title || title.reversed) notFound();
  const what = isWhat(asked.do) ? asked.do : 'end';
  const rules = await rulesOn(viewer, viewer.today);
  const home = `/cadres/${cadre.id}`;
  const term = rules['appoint.term'];
  return (
    <>
      <PageHead
        title={WORDS[what]}
        crumbs={[
          { label: 'Cán bộ', href: '/cadres' },
          { label: cadre.fullName, href: home },
        ]}
        note={
          <>
            {title.title} · từ {formatDate(title.fromOn)}
            {title.termEndsOn && `, hết thời hạn ${formatDate(title.termEndsOn)}`}
          </>
        }
      />
      {what === 'extend' && (
        <ExtendForm
          title={title}
          home={home}
          term={term}
          until={addMonths(title.termEndsOn ?? viewer.today, term.value)}
          retirement={rules['appoint.extend']}
        />
      )}
      {what === 'end' && <EndForm title={title} home={home} today={viewer.today} />}
      {what === 'reverse' && <ReverseForm title={title} home={home} />}
    </>
  );
}
