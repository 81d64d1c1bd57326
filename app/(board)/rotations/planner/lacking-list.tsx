import Link from 'next/link';
import { Empty } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { PlannerPerson } from '@/domain/rotations/proposals';

const COLUMNS = [
  { key: 'name', label: 'Họ và tên' },
  { key: 'position', label: 'Chức vụ hiện giữ' },
  { key: 'titles', label: 'Chức danh quy hoạch', num: true },
  { key: 'has', label: 'Đã ở cơ sở (tháng)', num: true },
  { key: 'missing', label: 'Còn thiếu (tháng)', num: true },
];

type Props = {
  people: readonly { person: PlannerPerson; missing: number }[];
  next?: string;
  first: boolean;
  mayPropose: boolean;
};

export function LackingList({ people, next, first, mayPropose }: Props) {
  if (!people.length) return <Empty>Mọi người trong quy hoạch đã đủ thời gian công tác ở cơ sở.</Empty>;
  return (
    <>
      <DataTable
        caption="Người trong quy hoạch còn thiếu thời gian ở cơ sở"
        columns={COLUMNS}
        rows={people.map(({ person, missing }) => ({
          key: person.id,
          cells: [
            mayPropose ? (
              <Link
                key="name"
                href={`/rotations/new?cadre=${person.id}`}
                prefetch={false}
                className="inline-block whitespace-nowrap py-1 font-semibold"
              >
                {person.name}
              </Link>
            ) : (
              <b key="name">{person.name}</b>
            ),
            person.position,
            person.plannedPostIds.length,
            person.grassrootsMonths ?? '',
            missing,
          ],
        }))}
      />
      {(next || first) && (
        <p className="flex gap-2 px-4 py-3">
          {first && (
            <Link className="btn" href="/rotations/planner" prefetch={false}>
              Về đầu
            </Link>
          )}
          {next && (
            <Link className="btn" href={`/rotations/planner?after=${next}`} prefetch={false}>
              Trang sau →
            </Link>
          )}
        </p>
      )}
    </>
  );
}
