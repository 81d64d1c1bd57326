import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ExportForm } from '@/components/form/export-form';
import { rulesOn } from '@/db/queries/rule-sets';
import { getStaffing, listChanges } from '@/db/queries/staffing';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { formatCount } from '@/domain/numbers';
import { sumOf } from '@/domain/staffing/board';
import { reductionFor, roadmapOf } from '@/domain/staffing/roadmap';
import { isLedgerReason, QUOTA_KEYS, QUOTA_KINDS, type QuotaKind } from '@/domain/staffing/words';
import { isUuid } from '@/domain/text';
import { askedStaffing, staffingAt } from './asked';
import { BoardTable, Decreases, RoadmapTable } from './board-tables';
import { ChangeForm, ChangeList } from './changes';

export const metadata: Metadata = { title: 'Biên chế' };

export default async function StaffingPage({ searchParams }: PageProps<'/staffing'>) {
  const viewer = await enter('staffing.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'staffing.read', params.unit);
  if (!unit) notFound();
  const { year, kind } = askedStaffing(params, viewer.today);
  const asked = { unitId: unit.id, year, kind };
  const reason = isLedgerReason(params.reason) ? params.reason : undefined;
  const after = isUuid(params.after) ? params.after : undefined;
  const [{ rows, quotas }, changes, rules] = await Promise.all([
    getStaffing(viewer, asked),
    listChanges(viewer, asked, { reason, after }),
    rulesOn(viewer, viewer.today, unit.id),
  ]);
  const { excess, short } = sumOf(rows.map((row) => ({ kind, ...row })));
  const reduction = reductionFor(kind, rules);
  const roadmap = reduction && roadmapOf(quotas, reduction);
  const writing = may(viewer, 'staffing.write');
  return (
    <>
      <PageHead
        title={`Biên chế năm ${year}`}
        crumbs={[
          ...unit.ancestors.map((up) => ({ label: up.shortName, href: up.inReach ? staffingAt(up.id, year, kind) : undefined })),
          { label: unit.shortName },
        ]}
        note={`${QUOTA_KINDS[kind]}: thừa ${formatCount(excess)}, thiếu ${formatCount(short)} người so với số được giao.`}
      >
        <a className="btn" href={staffingAt(unit.id, year, kind, '/print/staffing')}>
          Bản in
        </a>
        {may(viewer, 'cadre.export') && (
          <ExportForm
            action="/staffing/export"
            hidden={{ unit: unit.id, year: String(year), kind }}
            what={`${rows.length} dòng`}
            again={params.export === 'purpose'}
          />
        )}
        {writing && (
          <Link className="btn primary" href={staffingAt(unit.id, year, kind, '/staffing/quotas')} prefetch={false}>
            Giao biên chế
          </Link>
        )}
      </PageHead>
      <Choices unitId={unit.id} year={year} kind={kind} />
      <Card title="Giao và có mặt" className="mb-5">
        <BoardTable rows={rows} year={year} kind={kind} at={staffingAt(unit.id, year, kind)} />
      </Card>
      <div className="mb-5 grid items-start gap-5 *:min-w-0 lg:grid-cols-2">
        <Decreases rows={rows} year={year} at={staffingAt(unit.id, year, kind)} />
        {reduction && <RoadmapTable roadmap={roadmap} baseYear={reduction.value.base} />}
      </div>
      {writing && <ChangeForm rows={rows} kind={kind} />}
      <ChangeList
        changes={changes}
        writing={writing}
        year={year}
        reason={reason}
        later={Boolean(after)}
        at={staffingAt(unit.id, year, kind)}
      />
    </>
  );
}

const Choices = ({ unitId, year, kind }: { unitId: string; year: number; kind: QuotaKind }) => (
  <nav aria-label="Loại biên chế, năm" className="mb-5 flex flex-wrap gap-2">
    {QUOTA_KEYS.map((key) => (
      <Link
        key={key}
        className={`chip ${key === kind ? 'on' : ''}`}
        aria-current={key === kind ? 'page' : undefined}
        href={staffingAt(unitId, year, key)}
        prefetch={false}
      >
        {QUOTA_KINDS[key]}
      </Link>
    ))}
    <span className="flex w-full gap-2">
      <Link className="chip" href={staffingAt(unitId, year - 1, kind)} prefetch={false}>
        ← Năm {year - 1}
      </Link>
      <Link className="chip" href={staffingAt(unitId, year + 1, kind)} prefetch={false}>
        Năm {year + 1} →
      </Link>
    </span>
  </nav>
);
