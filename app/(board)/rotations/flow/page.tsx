import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { FlowChart } from '@/components/chart/flow-chart';
import { Card, Empty, PageHead } from '@/components/data/page';
import { chooseUnit } from '@/db/queries/units';
import { ledgerAddress, readFilters } from '@/domain/rotations/filters';
import type { Flow } from '@/domain/rotations/flow';
import { RotationTabs } from '../tabs';
import { type FlowChoice, flowData, flowTitle, readChoice } from './flow-data';

export const metadata: Metadata = { title: 'Sơ đồ luân chuyển' };

const addressOf = ({ by, year }: FlowChoice, base = '/rotations/flow') =>
  `${base}?${new URLSearchParams({ by, ...(year !== null && { year: String(year) }) })}`;

/** The rows of the ledger behind a band between two levels. */
const rowsOf = ({ from, to }: Flow, year: number | null) =>
  `${ledgerAddress(readFilters({ from, to, year: year === null ? undefined : String(year) }))}#list`;

export default async function FlowPage({ searchParams }: PageProps<'/rotations/flow'>) {
  const viewer = await enter('rotation.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rotation.read', params.unit);
  if (!unit) notFound();
  const choice = readChoice(params);
  const { years, flows, places } = await flowData(viewer, unit, choice);
  return (
    <>
      <PageHead title="Sơ đồ luân chuyển" note="Dải càng dày, số lượt càng nhiều.">
        <a className="btn" href={addressOf(choice, '/print/rotations/flow')}>
          In sơ đồ
        </a>
      </PageHead>
      <RotationTabs here="/rotations/flow" />
      <nav aria-label="Cách xem" className="mb-5 flex flex-wrap gap-2">
        <Link
          className={`chip ${choice.by === 'level' ? 'on' : ''}`}
          href={addressOf({ ...choice, by: 'level' })}
          prefetch={false}
        >
          Giữa các cấp
        </Link>
        <Link className={`chip ${choice.by === 'unit' ? 'on' : ''}`} href={addressOf({ ...choice, by: 'unit' })} prefetch={false}>
          Giữa các đơn vị
        </Link>
        <Link className={`chip ${choice.year === null ? 'on' : ''}`} href={addressOf({ ...choice, year: null })} prefetch={false}>
          Mọi năm
        </Link>
        {years.map((year) => (
          <Link
            key={year}
            className={`chip ${choice.year === year ? 'on' : ''}`}
            href={addressOf({ ...choice, year })}
            prefetch={false}
          >
            {year}
          </Link>
        ))}
      </nav>
      <Card title={flowTitle(choice)}>
        {flows.length ? (
          <FlowChart
            title={flowTitle(choice)}
            flows={flows}
            places={places}
            hrefOf={choice.by === 'level' ? (flow) => rowsOf(flow, choice.year) : undefined}
          />
        ) : (
          <Empty>Không có lượt luân chuyển nào để vẽ.</Empty>
        )}
      </Card>
    </>
  );
}
