import Link from 'next/link';
import { Empty } from '@/components/data/page';
import { TableBox } from '@/components/data/table-box';
import type { PlannerPost } from '@/domain/rotations/needs';
import type { Proposal } from '@/domain/rotations/proposals';

type Props = { post: PlannerPost; proposals: readonly Proposal[]; line: string; mayPropose: boolean };

/** Each person with the points of each criterion and its words: nothing in the order is hidden. */
export function ProposalList({ post, proposals, line, mayPropose }: Props) {
  if (!proposals.length)
    return (
      <Empty>
        Chưa có ai được quy hoạch chức danh này hoặc chức danh ngang, cao hơn.
        {mayPropose && (
          <>
            {' '}
            <Link href={addressOf(post, line)} className="underline" prefetch={false}>
              Tìm cán bộ theo tên
            </Link>
          </>
        )}
      </Empty>
    );
  const labels = proposals[0]?.criteria.map(({ label, most }) => `${label} (tối đa ${most})`) ?? [];
  return (
    <TableBox label="Nhân sự xếp theo điểm" table="min-w-[1000px]">
      <caption className="sr-only">Nhân sự xếp theo tổng điểm của các tiêu chí</caption>
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col" className="num">
            Tổng điểm
          </th>
          {labels.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proposals.map(({ person, points, criteria }) => (
          <tr key={person.id}>
            <td className="min-w-44">
              <b className="font-semibold">{person.name}</b>
              <small className="block text-ink-soft">{person.position}</small>
              {mayPropose && (
                <Link
                  className="btn mt-1"
                  href={addressOf(post, line, person.id)}
                  prefetch={false}
                  aria-label={`Đề xuất ${person.name}`}
                >
                  Đề xuất
                </Link>
              )}
            </td>
            <td className="num font-semibold">{points}</td>
            {criteria.map((criterion) => (
              <td key={criterion.label} className="min-w-36">
                <b className="font-semibold">{criterion.points}</b>
                <small className="block text-ink-soft">{criterion.words}</small>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

const addressOf = (post: PlannerPost, line: string, cadre?: string) =>
  `/rotations/new?${new URLSearchParams({ post: post.id, ...(line && { line }), ...(cadre && { cadre }) })}`;
