import Link from 'next/link';
import { Card, Tag } from '@/components/data/page';
import { formatDate } from '@/domain/calendar';
import { leadership, type Officer, roleLabel } from '@/domain/units/tree';

/** Who leads the unit today, vacancies shown, and who did before. */
export function UnitLeaders({ officers, today, ended }: { officers: readonly Officer[]; today: string; ended: boolean }) {
  const seats = leadership(officers, today);
  const former = officers.filter(({ heldTo }) => heldTo !== null && heldTo < today);
  return (
    <Card title="Cấp ủy">
      <ul className="leaders">
        {!ended &&
          seats.map(({ role, officer }) => (
            <li key={`${role}${officer?.fullName}`}>
              <span>
                <i>{`${roleLabel(role)}: `}</i>
                {officer ? <Person officer={officer} /> : <Tag kind="due">đang khuyết</Tag>}
              </span>
              {officer && <small>{`${officer.elected ? 'bầu' : 'chỉ định'}, từ ${formatDate(officer.heldFrom)}`}</small>}
            </li>
          ))}
        {former.map((officer) => (
          <li key={officer.fullName + officer.heldFrom} className="text-ink-soft">
            {roleLabel(officer.role)} {formatDate(officer.heldFrom)} – {formatDate(officer.heldTo ?? today)}: {officer.fullName}
          </li>
        ))}
      </ul>
      {ended && !former.length && <p className="px-4 py-3 text-ink-soft">Tổ chức đã kết thúc hoạt động.</p>}
    </Card>
  );
}

const Person = ({ officer }: { officer: Officer }) =>
  officer.memberId ? (
    <Link href={`/members/${officer.memberId}`} prefetch={false}>
      {officer.fullName}
    </Link>
  ) : (
    <strong className="font-semibold">{officer.fullName}</strong>
  );
