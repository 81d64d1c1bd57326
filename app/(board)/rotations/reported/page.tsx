import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import { listReports, type ReportRow } from '@/db/queries/rotations/reports';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { moveLabel, type RotationLevel } from '@/domain/rotations/levels';
import { report as save } from '../actions';
import { ReportedGaps } from '../reported-gaps';
import { RotationTabs } from '../tabs';

export const metadata: Metadata = { title: 'Số liệu luân chuyển đã báo cáo' };

/** Pairs of levels that reports of the past name. */
const PAIRS: readonly (readonly [RotationLevel, RotationLevel])[] = [
  ['province', 'district'],
  ['district', 'province'],
  ['district', 'commune'],
  ['commune', 'district'],
  ['province', 'commune'],
  ['commune', 'province'],
  ['central', 'province'],
  ['province', 'central'],
  ['district', 'district'],
  ['commune', 'commune'],
  ['agency', 'agency'],
];

export default async function ReportedPage({ searchParams }: PageProps<'/rotations/reported'>) {
  const viewer = await enter('rotation.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rotation.read', params.unit);
  if (!unit) notFound();
  const reports = await listReports(viewer, unit.id);
  const editing = reports.find(({ id }) => id === params.report) ?? null;
  const mayWrite = may(viewer, 'rotation.write');
  return (
    <>
      <PageHead
        title="Số liệu luân chuyển đã báo cáo"
        note="Ghi đúng như báo cáo đã công bố. Chỗ cộng không khớp được nêu ra, không tự sửa."
      />
      <RotationTabs here="/rotations/reported" />
      {reports.map((report) => (
        <Card
          key={report.id}
          title={report.title}
          aside={`${formatDate(report.fromMonth)}–${formatDate(report.toMonth)} · ${report.source}`}
          className="mb-5"
        >
          <ReportedGaps report={report} />
          {mayWrite && (
            <p className="px-4 pb-4">
              <Link className="btn" href={`/rotations/reported?report=${report.id}#form`} prefetch={false}>
                Sửa
              </Link>
            </p>
          )}
        </Card>
      ))}
      {reports.length === 0 && !mayWrite && (
        <Card>
          <Empty>Chưa có số liệu nào.</Empty>
        </Card>
      )}
      {mayWrite && (
        <Card title={editing ? 'Sửa số liệu' : 'Thêm số liệu'} id="form">
          <ReportForm key={editing?.id ?? 'new'} unitId={unit.id} report={editing} />
        </Card>
      )}
    </>
  );
}

function ReportForm({ unitId, report }: { unitId: string; report: ReportRow | null }) {
  const stated = new Map(report?.lines.map(({ from, to, turns }) => [`${from}-${to}`, String(turns)]));
  return (
    <ActionForm action={save} formKey={randomUUID()} label="Số liệu đã báo cáo" className="grid max-w-3xl gap-4 p-4">
      <input type="hidden" name="unitId" value={unitId} />
      {report && <input type="hidden" name="reportId" value={report.id} />}
      {report && <input type="hidden" name="version" value={report.version} />}
      <TextField name="title" label="Tên số liệu" value={report?.title} required maxLength={200} />
      <TextField name="source" label="Nguồn" hint="Số, ngày, tên báo cáo" value={report?.source} required maxLength={300} />
      <div className="field-row">
        <TextField
          name="fromMonth"
          label="Từ tháng"
          hint="Dạng 01/2010"
          value={report && formatDate(report.fromMonth)}
          required
          maxLength={7}
        />
        <TextField
          name="toMonth"
          label="Đến tháng"
          hint="Dạng 10/2018"
          value={report && formatDate(report.toMonth)}
          required
          maxLength={7}
        />
        <TextField
          name="total"
          label="Tổng số lượt"
          value={report && String(report.total)}
          inputMode="numeric"
          required
          maxLength={6}
        />
        <TextField
          name="vertical"
          label="Trong đó luân chuyển dọc"
          value={report?.vertical === null || report?.vertical === undefined ? '' : String(report.vertical)}
          inputMode="numeric"
          maxLength={6}
        />
      </div>
      <fieldset>
        <legend className="mb-2 font-semibold">Từng hướng, như báo cáo nêu</legend>
        <div className="field-row">
          {PAIRS.map(([from, to]) => (
            <TextField
              key={`${from}-${to}`}
              name={`turns-${from}-${to}`}
              label={moveLabel(from, to)}
              value={stated.get(`${from}-${to}`)}
              inputMode="numeric"
              maxLength={6}
            />
          ))}
        </div>
      </fieldset>
      <TextField name="note" label="Ghi chú" value={report?.note} maxLength={1000} />
      <div>
        <SubmitButton>Lưu số liệu</SubmitButton>
      </div>
    </ActionForm>
  );
}
