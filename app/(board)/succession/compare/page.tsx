import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { TableBox } from '@/components/data/table-box';
import { noteReading } from '@/db/commands/readings';
import { rulesOn } from '@/db/queries/rule-sets';
import { type Compared, getCompared } from '@/db/queries/succession/board';
import type { PlannedPerson } from '@/db/queries/succession/persons';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { formatDate, yearsBetween } from '@/domain/calendar';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';
import { CHECK_LABELS, personChecks } from '@/domain/succession/checks';
import { readinessFor } from '@/domain/succession/readiness';
import { isUuid } from '@/domain/text';
import { readinessWords, VerdictTag } from '../check-tags';
import { type ChosenTerm, chosenTerm } from '../chosen-term';

export const metadata: Metadata = { title: 'So sánh người được quy hoạch' };

const MOST = 4;

/** Two to four people for one title side by side. Each view is in the read log. */
export default async function ComparePage({ searchParams }: PageProps<'/succession/compare'>) {
  const viewer = await enter('succession.read');
  const search = await searchParams;
  const term = await chosenTerm(viewer, search.campaign);
  const ids = [...new Set([search.person ?? []].flat().filter(isUuid))].slice(0, MOST);
  if (!term || !isUuid(search.title)) notFound();
  const rules = await rulesOn(viewer, viewer.today);
  await noteReading(viewer, { action: 'succession.compare', subjectType: 'post', subjectId: search.title });
  const compared = await getCompared(viewer, search.title, ids, term, rules);
  if (!compared) notFound();
  const { title, persons } = compared;
  return (
    <>
      <PageHead
        title={`So sánh: ${title.name}`}
        crumbs={[
          { label: 'Quy hoạch cán bộ', href: '/succession' },
          { label: 'Bảng quy hoạch', href: `/succession/board?campaign=${term.campaignId}` },
          { label: title.unitName },
        ]}
        note="Xếp theo thứ tự đề xuất; máy chỉ đối chiếu, không xếp hạng người."
      />
      <Card>
        {persons.length < 2 ? (
          <Empty>Cần ít nhất hai người trong phạm vi của bạn để so sánh. Hãy chọn “So sánh” ở bảng quy hoạch.</Empty>
        ) : (
          <TableBox label="So sánh người được quy hoạch" table="min-w-[820px] table-fixed">
            <caption className="sr-only">So sánh người được quy hoạch {title.name}</caption>
            <thead>
              <tr>
                <th scope="col">Nội dung</th>
                {persons.map((person) => (
                  <th key={person.id} scope="col">
                    <Link href={`/cadres/${person.id}`} prefetch={false} className="inline-block py-3 text-base">
                      {person.name}
                    </Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {linesOf(compared, term, rules, viewer.today).map(([label, cells, basis]) => (
                <tr key={label}>
                  <th scope="row" className="font-normal">
                    {label}
                    {basis && <small className="block text-ink-soft">{basis}</small>}
                  </th>
                  {persons.map((person, at) => (
                    <td key={person.id}>{cells[at]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </TableBox>
        )}
      </Card>
    </>
  );
}

type Line = readonly [label: string, cells: readonly ReactNode[], basis?: string];

function linesOf({ title, persons }: Compared, term: ChosenTerm, rules: Rules, today: string): Line[] {
  const each = (show: (person: PlannedPerson) => ReactNode) => persons.map(show);
  const reports = persons.map((person) => readinessFor(title.standards, person));
  const checks = persons.map((person) => personChecks(person, title, { from: term.termFrom, day: term.countedOn }, rules));
  return [
    ['Ngày sinh, tuổi', each(({ born }) => `${formatDate(born)}, ${yearsBetween(born, today)} tuổi`)],
    ['Giới tính', each(({ female }) => (female ? 'Nữ' : 'Nam'))],
    ['Chức vụ hiện nay', each(({ post, unitName }) => (post ? `${post}, ${unitName}` : 'chưa ghi'))],
    ['Giữ chức vụ', each(({ presentPostMonths }) => (presentPostMonths === null ? 'chưa ghi' : `${presentPostMonths} tháng`))],
    ['Công tác ở cấp xã', each(({ grassrootsMonths }) => (grassrootsMonths === null ? 'chưa ghi' : `${grassrootsMonths} tháng`))],
    ['Chuyên môn', each(({ professional }) => PROFESSIONAL[professional])],
    ['Lý luận chính trị', each(({ theory }) => THEORY[theory])],
    ['Quản lý nhà nước', each(({ administration }) => ADMINISTRATION[administration])],
    ['Xếp loại', each(({ ratings }) => <RatingStrip strip={stripOf(ratings, lastRatedYear(today), rules)} />)],
    ['Tiêu chuẩn', reports.map(readinessWords)],
    [
      'Còn thiếu',
      reports.map(
        ({ missing }) =>
          missing.map(({ label, asked, has }) => `${label} ${asked} (nay: ${has.toLowerCase()})`).join('; ') || '—',
      ),
    ],
    ...(checks[0] ?? []).map(
      ({ key, basis }): Line => [
        CHECK_LABELS[key],
        checks.map((list) => {
          const check = list.find((one) => one.key === key);
          return (
            check && (
              <>
                <VerdictTag verdict={check.verdict} /> {check.words}
              </>
            )
          );
        }),
        basis,
      ],
    ),
  ];
}
