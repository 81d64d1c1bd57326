import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card, Empty } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { Change, Linked, Placement } from '@/db/queries/units/unit';
import { formatDate } from '@/domain/calendar';
import { kindLabel } from '@/domain/units/kinds';
import { changeLabel } from '@/domain/units/tree';

type Props = { placements: readonly Placement[]; changes: readonly Change[]; unitId: string };

/** Names, kinds and places that the unit had, and the decisions behind them with predecessors and successors. */
export function UnitHistory({ placements, changes, unitId }: Props) {
  return (
    <>
      <Card title="Tên gọi và cấp trên qua các thời kỳ" className="min-w-0 lg:col-span-2">
        <DataTable
          caption="Tên gọi và cấp trên qua các thời kỳ"
          columns={[
            { key: 'when', label: 'Thời gian' },
            { key: 'name', label: 'Tên' },
            { key: 'kind', label: 'Loại' },
            { key: 'parent', label: 'Cấp trên trực tiếp' },
          ]}
          rows={placements.map((placement) => ({
            key: placement.id,
            cells: [
              `${formatDate(placement.validFrom)} – ${placement.validTo ? formatDate(placement.validTo) : 'nay'}`,
              <Wide key="name">{placement.name}</Wide>,
              <Wide key="kind">{kindLabel(placement.kind)}</Wide>,
              <Wide key="parent">{placement.parentName}</Wide>,
            ],
          }))}
        />
      </Card>
      <Card title="Quyết định" className="lg:col-span-2">
        {changes.length ? (
          <ul className="divide-y divide-line">
            {changes.map((change) => (
              <ChangeItem key={change.id} change={change} unitId={unitId} />
            ))}
          </ul>
        ) : (
          <Empty>Chưa có quyết định nào được ghi cho tổ chức này.</Empty>
        )}
      </Card>
    </>
  );
}

/** Wide enough to read; on a phone the table scrolls in its box. */
const Wide = ({ children }: { children: ReactNode }) => <span className="inline-block min-w-36">{children}</span>;

function ChangeItem({ change, unitId }: { change: Change; unitId: string }) {
  // Alone on its side, the unit itself says nothing new; among others it shows who shared the decision.
  const others = (units: readonly Linked[]) => (units.every(({ id }) => id === unitId) ? [] : units);
  return (
    <li className="px-4 py-3">
      <p>
        <strong className="font-semibold">{changeLabel(change.kind)}</strong>, từ {formatDate(change.effectiveOn)}
      </p>
      <p className="text-ink-soft">
        Quyết định số {change.decisionNumber} ngày {formatDate(change.decisionDate)} của {change.issuer}
        {change.signer && `, ${change.signer} ký`}. {change.note}
      </p>
      <Units label="Tổ chức tiền thân" units={others(change.from)} />
      <Units label="Tổ chức kế thừa" units={others(change.to)} />
    </li>
  );
}

const Units = ({ label, units }: { label: string; units: readonly Linked[] }) =>
  units.length > 0 && (
    <p>
      <span className="text-ink-soft">{label}: </span>
      {units.map(({ id, name, inReach }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          {inReach ? (
            <Link href={`/units/${id}`} prefetch={false}>
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
      ))}
    </p>
  );
