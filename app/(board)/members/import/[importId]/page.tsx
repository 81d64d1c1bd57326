import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { getImport, type ShownImport } from '@/db/queries/imports';
import type { Viewer } from '@/domain/access/viewer';
import { isRowState } from '@/domain/members/import/judge';
import { formatCount } from '@/domain/numbers';
import { Steps } from '../steps';
import { ColumnsStep } from './columns-step';
import { PreviewStep } from './preview-step';
import { ResultStep } from './result-step';
import { RunningStep } from './running-step';

export const metadata: Metadata = { title: 'Nhập danh sách đảng viên' };

type Query = { state?: string | string[]; after?: string | string[]; step?: string | string[] };
type Props = { params: Promise<{ importId: string }>; searchParams: Promise<Query> };

export default async function ImportStepPage({ params, searchParams }: Props) {
  const viewer = await enter('member.import');
  const list = await getImport(viewer, (await params).importId);
  if (!list) notFound();
  const query = await searchParams;
  const step = list.step === 'preview' && query.step === 'columns' ? 'columns' : list.step;
  return (
    <>
      <PageHead
        title={list.fileName}
        crumbs={[
          { label: 'Đảng viên', href: `/members?unit=${list.unitId}` },
          { label: 'Nhập từ Excel', href: `/members/import?unit=${list.unitId}` },
          { label: list.fileName },
        ]}
        note={`${list.unitName} · trang “${list.sheetName}” · ${formatCount(list.rowCount)} dòng`}
      />
      <Steps at={STEP_AT[step]} />
      {list.failure && (
        <p role="alert" className="mb-4 rounded-box border-2 border-red bg-red-tint px-4 py-3 text-red-deep">
          {list.failure}
        </p>
      )}
      {stepOf(step, list, viewer, query)}
    </>
  );
}

const STEP_AT = { columns: 1, preview: 2, running: 3, interrupted: 2, done: 3, takenBack: 3 } as const;

function stepOf(step: ShownImport['step'], list: ShownImport, viewer: Viewer, query: Query) {
  if (step === 'columns') return <ColumnsStep list={list} />;
  if (step === 'running' || step === 'interrupted') return <RunningStep list={list} />;
  const state = isRowState(query.state) ? query.state : null;
  const after = /^\d{1,6}$/.test(String(query.after)) ? Number(query.after) : 0;
  if (step === 'preview') return <PreviewStep viewer={viewer} list={list} state={state} after={after} />;
  return <ResultStep viewer={viewer} list={list} state={state} after={after} />;
}
