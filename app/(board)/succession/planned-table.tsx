import Link from 'next/link';
import { DataTable } from '@/components/data/table';
import type { PlannedPage, PlannedRow, PlannedTitle } from '@/db/queries/succession/people';
import type { PlannedPerson } from '@/db/queries/succession/persons';
import { formatDate } from '@/domain/calendar';

/** Said of a title below it: what the person lacks for it. */
type Said = (title: PlannedTitle, person: PlannedPerson) => string;
type Props = { caption: string; titles: string; page: PlannedPage; about?: (person: PlannedPerson) => string; said?: Said };

/** A person a line, with the titles they are planned for. */
export function PlannedTable({ caption, titles, page, about = ({ born }) => formatDate(born), said }: Props) {
  const columns = [
    { key: 'name', label: 'Họ và tên' },
    { key: 'post', label: 'Chức vụ hiện nay' },
    { key: 'title', label: titles },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={page.rows.flatMap((row) => {
        const person = page.persons.get(row.personId);
        return person ? [{ key: person.id, cells: cellsOf(row, person, about(person), said) }] : [];
      })}
    />
  );
}

function cellsOf({ titles }: PlannedRow, person: PlannedPerson, about: string, said?: Said) {
  return [
    <div key="name">
      <Link href={`/cadres/${person.id}`} prefetch={false} className="font-semibold">
        {person.name}
      </Link>
      <div className="text-ink-soft text-sm">{about}</div>
    </div>,
    person.post ?? 'chưa ghi',
    <ul key="titles" className="min-w-64 space-y-2">
      {titles.map((title) => (
        <li key={title.entryId}>
          {titled(title)}
          {said && <div className="text-ink-soft text-sm">{said(title, person)}</div>}
        </li>
      ))}
    </ul>,
  ];
}

/** The unit beside the title, unless the title names it. */
const titled = ({ title, unitName }: PlannedTitle): string =>
  title.toLowerCase().includes(unitName.toLowerCase()) ? title : `${title}, ${unitName}`;
