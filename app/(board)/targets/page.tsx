import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import { listTargets, type UnitTarget } from '@/db/queries/targets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { formatCount, formatDelta } from '@/domain/numbers';
import { givenOnDifference } from '@/domain/targets/inputs';
import { save } from './actions';

export const metadata: Metadata = { title: 'Chỉ tiêu kết nạp' };

export default async function TargetsPage({ searchParams }: PageProps<'/targets'>) {
  const viewer = await enter('briefing.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'briefing.read', params.unit);
  if (!unit) notFound();
  const thisYear = Number(viewer.today.slice(0, 4));
  const year = typeof params.year === 'string' && /^20\d\d$/.test(params.year) ? Number(params.year) : thisYear;
  const lines = await listTargets(viewer, unit.id, year);
  const own = lines.find((line) => line.own)?.value ?? null;
  const difference = givenOnDifference(
    own,
    lines.flatMap((line) => (line.own ? [] : [line.value])),
  );
  const at = (other: number) => `/targets?unit=${unit.id}&year=${other}`;
  return (
    <>
      <PageHead
        title={`Chỉ tiêu kết nạp đảng viên năm ${year}`}
        crumbs={[
          ...unit.ancestors.map((up) => ({
            label: up.shortName,
            href: up.inReach ? `/targets?unit=${up.id}&year=${year}` : undefined,
          })),
          { label: unit.shortName },
        ]}
        note={noteOf(own, difference)}
      >
        <Link className="btn" href={at(year - 1)} prefetch={false}>
          ← Năm {year - 1}
        </Link>
        <Link className="btn" href={at(year + 1)} prefetch={false}>
          Năm {year + 1} →
        </Link>
      </PageHead>
      <Card>
        {may(viewer, 'target.set') ? (
          <ActionForm key={`${unit.id}-${year}`} action={save} formKey={randomUUID()} label="Giao chỉ tiêu" className="p-4">
            <input type="hidden" name="parentId" value={unit.id} />
            <input type="hidden" name="year" value={year} />
            <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {lines.map((line) => (
                <div key={line.unitId} className={line.own ? 'sm:col-span-2 lg:col-span-3 lg:max-w-sm' : ''}>
                  <input type="hidden" name={`before-${line.unitId}`} value={line.value ?? ''} />
                  <TextField
                    name={`value-${line.unitId}`}
                    label={line.own ? `${line.name} được giao` : line.name}
                    value={line.value === null ? '' : String(line.value)}
                    inputMode="numeric"
                    maxLength={7}
                    required
                  />
                </div>
              ))}
            </div>
            <div className="mt-4 grid max-w-xl gap-4">
              <TextField
                name="source"
                label="Văn bản giao chỉ tiêu"
                hint="Số, ngày, cơ quan ban hành; ghi cho những chỉ tiêu vừa sửa"
                maxLength={300}
              />
              <div>
                <SubmitButton>Lưu chỉ tiêu</SubmitButton>
              </div>
            </div>
          </ActionForm>
        ) : (
          <TargetList lines={lines} />
        )}
      </Card>
    </>
  );
}

function noteOf(own: number | null, difference: number | null): string {
  if (own === null) return 'Chưa giao chỉ tiêu cho tổ chức này. Để trống ô nào là chưa giao ở đó.';
  if (difference === null) return `Được giao ${formatCount(own)} đảng viên; chưa giao tiếp cho tổ chức trực thuộc.`;
  if (difference === 0) return `Được giao ${formatCount(own)} đảng viên; đã giao tiếp đủ cho tổ chức trực thuộc.`;
  return `Được giao ${formatCount(own)} đảng viên; tổng đã giao tiếp chênh ${formatDelta(difference)}.`;
}

function TargetList({ lines }: { lines: readonly UnitTarget[] }) {
  if (!lines.length) return <Empty>Không có tổ chức nào trong phạm vi của bạn.</Empty>;
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-6 px-4 py-2">
      {lines.map((line) => (
        <div key={line.unitId} className="contents">
          <dt className={`py-2 ${line.own ? 'font-semibold' : ''}`}>{line.name}</dt>
          <dd className="num py-2">{line.value === null ? 'chưa giao' : formatCount(line.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
