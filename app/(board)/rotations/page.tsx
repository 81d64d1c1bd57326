import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { ExportForm } from '@/components/form/export-form';
import { shownStrips } from '@/db/queries/ratings/strips';
import { countByLevels, countRotations, listRotations, type Tally } from '@/db/queries/rotations/ledger';
import { listReports } from '@/db/queries/rotations/reports';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { formatCount } from '@/domain/numbers';
import { ledgerAddress, readFilters } from '@/domain/rotations/filters';
import { matrixOf } from '@/domain/rotations/matrix';
import { ledgerLines } from './ledger-lines';
import { LedgerTable } from './ledger-table';
import { MatrixTable } from './matrix-table';
import { ReportedGaps } from './reported-gaps';
import { StateFilter } from './state-filter';
import { RotationTabs } from './tabs';

export const metadata: Metadata = { title: 'Luân chuyển cán bộ' };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

export default async function RotationsPage({ searchParams }: PageProps<'/rotations'>) {
  const viewer = await enter('rotation.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rotation.read', params.unit);
  if (!unit) notFound();
  const filters = readFilters(params);
  const narrowed = Object.keys(filters).length > 0;
  const cursor = { after: one(params.after), before: one(params.before) };
  const [counts, page, tally, reports] = await Promise.all([
    countByLevels(viewer, unit),
    listRotations(viewer, unit, filters, cursor),
    narrowed ? countRotations(viewer, unit, filters) : null,
    narrowed ? [] : listReports(viewer, unit.id),
  ]);
  const cadreIds = page.rows.map(({ cadreId }) => cadreId);
  const strips = await shownStrips(viewer, cadreIds, await rulesOn(viewer, viewer.today));
  const matrix = matrixOf(counts);
  const shown: Tally = tally ?? matrix.total;
  const at = (place: { after?: string; before?: string }) =>
    `${ledgerAddress(filters, { unit: one(params.unit), ...place })}#list`;
  return (
    <>
      <PageHead
        title="Luân chuyển cán bộ"
        note={`${formatCount(matrix.total.turns)} lượt của ${formatCount(matrix.total.persons)} người trong sổ. Một người luân chuyển hai lần là một người, hai lượt.`}
      >
        <a
          className="btn"
          href={`/print${ledgerAddress(filters, { unit: one(params.unit) }).replace('/rotations', '/rotations/list')}`}
        >
          In danh sách
        </a>
        {may(viewer, 'cadre.export') && (
          <ExportForm
            action="/rotations/export"
            hidden={{
              unit: unit.id,
              ...Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)])),
            }}
            what={`${formatCount(shown.turns)} lượt theo bộ lọc đang xem`}
            again={params.export === 'purpose'}
          />
        )}
        {may(viewer, 'rotation.write') && (
          <>
            <Link className="btn" href="/rotations/past" prefetch={false}>
              Ghi luân chuyển đã qua
            </Link>
            <Link className="btn primary" href="/rotations/new" prefetch={false}>
              Đề xuất luân chuyển
            </Link>
          </>
        )}
      </PageHead>
      <RotationTabs here="/rotations" />
      {matrix.total.turns > 0 && (
        <Card title="Từ cấp, đến cấp, theo năm" aside="lượt; bấm vào số để xem từng người" className="mb-5">
          <MatrixTable
            counts={counts.map(({ from, to, year, turns, persons }) => [from, to, year, turns, persons])}
            unit={one(params.unit)}
          />
        </Card>
      )}
      <Card id="list" title={`Danh sách: ${formatCount(shown.turns)} lượt, ${formatCount(shown.persons)} người`} className="mb-5">
        <StateFilter filters={filters} unit={one(params.unit)} />
        {page.rows.length > 0 ? (
          <LedgerTable {...ledgerLines(page.rows, strips, viewer.today)} />
        ) : (
          <Empty>{narrowed ? 'Không có lượt luân chuyển nào theo bộ lọc này.' : 'Chưa có lượt luân chuyển nào trong sổ.'}</Empty>
        )}
        <Pager
          shown={page.rows.length}
          total={formatCount(shown.turns)}
          noun="lượt · mới nhất trước"
          first={page.hasPrevious ? at({}) : undefined}
          previous={page.hasPrevious ? at({ before: page.rows[0]?.id }) : undefined}
          next={page.hasNext ? at({ after: page.rows.at(-1)?.id }) : undefined}
        />
      </Card>
      {reports.map((report) => (
        <Card key={report.id} title={report.title} aside={report.source} className="mb-5">
          <ReportedGaps report={report} />
        </Card>
      ))}
    </>
  );
}
