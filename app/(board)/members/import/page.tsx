import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag, type TagKind } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { type ImportSummary, listImports } from '@/db/queries/imports';
import { chooseUnit } from '@/db/queries/units';
import { IMPORT_STEPS, type ImportStep } from '@/domain/members/import/step';
import { formatMoment } from '@/domain/moments';
import { formatCount } from '@/domain/numbers';

import { Steps } from './steps';
import { UploadForm } from './upload-form';

export const metadata: Metadata = { title: 'Nhập danh sách đảng viên' };

type Props = { searchParams: Promise<{ unit?: string | string[] }> };

export default async function ImportPage({ searchParams }: Props) {
  const viewer = await enter('member.import');
  const unit = await chooseUnit(viewer, 'member.import', (await searchParams).unit);
  if (!unit) notFound();
  const earlier = await listImports(viewer, unit.id);
  return (
    <>
      <PageHead
        title="Nhập danh sách đảng viên"
        crumbs={[{ label: 'Đảng viên', href: `/members?unit=${unit.id}` }, { label: 'Nhập từ Excel' }]}
        note={<>Vào sổ của {unit.name}</>}
      />
      <Steps at={0} />
      <Card title="Tệp danh sách" className="mb-5">
        <UploadForm unitId={unit.id} formKey={randomUUID()} />
      </Card>
      <Card title="Các lần nhập gần đây">
        {earlier.length ? <Earlier imports={earlier} /> : <Empty>Chưa có lần nhập nào.</Empty>}
      </Card>
    </>
  );
}

const KINDS: Record<ImportStep, TagKind> = {
  columns: 'due',
  preview: 'due',
  running: 'plain',
  interrupted: 'late',
  done: 'ok',
  takenBack: 'plain',
};

const COLUMNS = [
  { key: 'file', label: 'Tệp' },
  { key: 'unit', label: 'Tổ chức' },
  { key: 'rows', label: 'Số dòng', num: true },
  { key: 'step', label: 'Tình trạng' },
  { key: 'added', label: 'Thêm mới', num: true },
  { key: 'by', label: 'Người nhập' },
];

function Earlier({ imports }: { imports: ImportSummary[] }) {
  const rows = imports.map((item) => ({
    key: item.id,
    cells: [
      <Link key="file" href={`/members/import/${item.id}`} prefetch={false} className="inline-block min-w-44 underline">
        {item.fileName}
      </Link>,
      item.unitName,
      formatCount(item.rowCount),
      <Tag key="step" kind={KINDS[item.step]}>
        {IMPORT_STEPS[item.step]}
      </Tag>,
      item.counts.added === undefined ? '–' : formatCount(item.counts.added),
      `${item.uploadedBy}, ${formatMoment(item.uploadedAt)}`,
    ],
  }));
  return <DataTable caption="Các lần nhập gần đây" columns={COLUMNS} rows={rows} />;
}
