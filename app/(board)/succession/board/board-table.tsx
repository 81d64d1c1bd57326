import Link from 'next/link';
import { Tag } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { TableBox } from '@/components/data/table-box';
import type { Board, BoardTitle } from '@/db/queries/succession/board';
import type { PlannedPerson } from '@/db/queries/succession/persons';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';
import { personChecks } from '@/domain/succession/checks';
import { readinessFor } from '@/domain/succession/readiness';
import { ReadinessTag } from '../check-tags';
import type { ChosenTerm } from '../chosen-term';

type Props = { board: Board; rules: Rules; term: ChosenTerm; today: string };
const MOST_COMPARED = 4;

/** A line a title, a cell a person. */
export function BoardTable({ board, rules, term, today }: Props) {
  const widest = Math.max(1, ...board.titles.map(({ names }) => names.length));
  const places = Array.from({ length: Math.min(widest, 6) }, (_, at) => at + 1);
  return (
    <TableBox label="Bảng quy hoạch: chức danh và người được quy hoạch" table="min-w-[900px]">
      <caption className="sr-only">Bảng quy hoạch, chức danh cao xếp trước</caption>
      <thead>
        <tr>
          <th scope="col">Chức danh</th>
          {places.map((place) => (
            <th key={place} scope="col">
              Người {place}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.titles.map((title) => (
          <tr key={title.id}>
            <td className="min-w-56 max-w-72">
              <b>{title.name}</b>
              <div className="text-ink-soft text-sm">{title.unitName}</div>
              <Compare title={title} term={term} />
            </td>
            {places.map((place) => (
              <td key={place} className="min-w-56">
                <Names
                  title={title}
                  at={place - 1}
                  last={place === places.length}
                  board={board}
                  rules={rules}
                  term={term}
                  today={today}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function Compare({ title, term }: { title: BoardTitle; term: ChosenTerm }) {
  if (title.names.length < 2) return null;
  const query = new URLSearchParams({ campaign: term.campaignId, title: title.id });
  for (const { personId } of title.names.slice(0, MOST_COMPARED)) query.append('person', personId);
  return (
    <Link href={`/succession/compare?${query}`} prefetch={false} className="text-sm underline">
      So sánh {Math.min(title.names.length, MOST_COMPARED)} người
    </Link>
  );
}

/** The person at that place; at the last place all that are left. */
function Names({ title, at, last, board, rules, term, today }: Props & { title: BoardTitle; at: number; last: boolean }) {
  const names = last ? title.names.slice(at) : title.names.slice(at, at + 1);
  if (!title.names.length && at === 0) return <Tag kind="late">Chưa có ai</Tag>;
  return names.map((name) => {
    const person = board.persons.get(name.personId);
    return (
      <div key={name.entryId} className="mb-2">
        {person ? <Person person={person} title={title} rules={rules} term={term} today={today} /> : 'Cán bộ do cấp trên quản lý'}
        {!name.approvedOn && <Tag kind="due">Đề xuất</Tag>}
      </div>
    );
  });
}

function Person({ person, title, rules, term, today }: Omit<Props, 'board'> & { person: PlannedPerson; title: BoardTitle }) {
  const against = personChecks(person, title, { from: term.termFrom, day: term.countedOn }, rules).filter(
    ({ verdict }) => verdict === 'against',
  );
  return (
    <>
      <span className="font-semibold">{person.name}</span>{' '}
      <span className="text-ink-soft text-sm">
        {person.born.slice(0, 4)}
        {person.female && ', nữ'}
      </span>
      <div className="flex flex-wrap items-center gap-1">
        <ReadinessTag report={readinessFor(title.standards, person)} />
        <RatingStrip strip={stripOf(person.ratings, lastRatedYear(today), rules)} />
      </div>
      {against.map(({ key, words }) => (
        <div key={key} className="text-red-deep text-sm">
          {words}
        </div>
      ))}
    </>
  );
}
