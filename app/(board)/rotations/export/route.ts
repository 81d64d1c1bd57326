import { enter } from '@/access/door';
import { exportAsked } from '@/access/exports';
import { workbookAnswer } from '@/components/data/workbook';
import { noteList } from '@/db/commands/rotations/reads';
import { listForPaper } from '@/db/queries/rotations/ledger';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { draftMark } from '@/domain/internal-sheet';
import { filterWords, readFilters } from '@/domain/rotations/filters';
import { PAPER_COLUMNS, paperCells } from '../paper';

/** The list as it is narrowed, as a workbook; who took it and what for is in the read log before it leaves. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await enter('cadre.export');
  const asked = await exportAsked(request, '/rotations?export=purpose');
  if ('answer' in asked) return asked.answer;
  const unit = may(viewer, 'rotation.read') ? await chooseUnit(viewer, 'rotation.read', asked.fields.unit) : null;
  if (!unit) return new Response('Không tìm thấy tổ chức này.', { status: 404 });
  const filters = readFilters(asked.fields);
  const rows = await listForPaper(viewer, unit, filters);
  await noteList(viewer, 'rotation.export', { unitId: unit.id, purpose: asked.purpose, filters, count: rows.length });
  const head = [
    'DANH SÁCH CÁN BỘ LUÂN CHUYỂN',
    [unit.name, ...filterWords(filters)].join(' · '),
    draftMark({ takenBy: viewer.name, at: new Date() }, true),
  ];
  return workbookAnswer(
    [{ name: 'Luân chuyển', head, columns: PAPER_COLUMNS, rows: rows.map((row, at) => paperCells(row, at + 1)) }],
    `danh-sach-luan-chuyen-${viewer.today}`,
  );
}
