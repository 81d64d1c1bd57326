import { enter } from '@/access/door';
import { reached } from '@/access/malformed-requests';
import { fromOwnOrigin } from '@/access/origin';
import { noteExport } from '@/db/commands/member-reads';
import { countMembers, getCellName, listMembers } from '@/db/queries/members';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { filterValues, filterWords, listAddress, readFilters } from '@/domain/members/filters';
import { oneLine } from '@/domain/text';
import { memberWorkbook } from '../member-workbook';

const SHORTEST_PURPOSE = 5;
/** Small enough that others get their turn between two. */
const BATCH = 250;

/** The list as it is shown, all pages of it, as a workbook. Who took it and what for is in the read log before the first row leaves. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnOrigin(request.headers)) return new Response('Yêu cầu không đến từ trang của hệ thống.', { status: 403 });
  const viewer = await enter('member.export');
  reached();
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('Biểu mẫu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.', { status: 400 });
  const params = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  const unit = await chooseUnit(viewer, 'member.export', params.unit);
  if (!unit) return new Response('Không tìm thấy tổ chức này.', { status: 404 });
  const values = filterValues(params);
  const purpose = oneLine(params.purpose ?? '').slice(0, 200);
  if (purpose.length < SHORTEST_PURPOSE) {
    const back = listAddress(values, { unit: unit.id, export: 'purpose' });
    return new Response(null, { status: 303, headers: { location: back } });
  }
  const { filters } = readFilters(values, viewer.today);
  const [{ count }, rules, cell] = await Promise.all([
    countMembers(viewer, unit, filters, true),
    rulesOn(viewer, viewer.today),
    getCellName(viewer, filters.cellId),
  ]);
  await noteExport(viewer, { unitId: unit.id, purpose, values, count });
  const batches = async function* () {
    for (let after: string | undefined; ; ) {
      const page = await listMembers(viewer, unit, filters, { after }, BATCH);
      yield page.rows;
      after = page.rows.at(-1)?.id;
      if (!page.hasNext || request.signal.aborted) return;
    }
  };
  const head = { unitName: unit.name, words: filterWords(values, cell), today: viewer.today, takenBy: viewer.name };
  return new Response(memberWorkbook(batches(), head, rules), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="danh-sach-dang-vien-${viewer.today}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
