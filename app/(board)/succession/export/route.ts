import { Packer } from 'docx';
import { enter } from '@/access/door';
import { reached } from '@/access/malformed-requests';
import { fromOwnOrigin } from '@/access/origin';
import { noteReading } from '@/db/commands/readings';
import { openList } from '@/db/commands/succession/reads';
import { rulesOn } from '@/db/queries/rule-sets';
import { getCampaign } from '@/db/queries/succession/campaigns';
import { getSummary } from '@/db/queries/succession/paper';
import type { Viewer } from '@/domain/access/viewer';
import type { TablePaper } from '@/domain/succession/paper';
import { isUuid, oneLine } from '@/domain/text';
import { paperOfList, paperOfSummary, summaryIssuer } from '../paper';
import { tableDocument } from './document';
import { tableWorkbook } from './workbook';

const SHORTEST_PURPOSE = 5;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list or a summary as Word or Excel. Who took it and what for is in the read log before it leaves, and on the paper. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnOrigin(request.headers)) return new Response('Yêu cầu không đến từ trang của hệ thống.', { status: 403 });
  const viewer = await enter('cadre.export');
  reached();
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('Biểu mẫu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.', { status: 400 });
  const { kind, id, format, purpose: typed } = Object.fromEntries(form);
  const purpose = oneLine(typeof typed === 'string' ? typed : '').slice(0, 200);
  const found = isUuid(id) ? await taken(viewer, kind === 'summary' ? 'summary' : 'list', id, purpose) : null;
  if (!found) return new Response('Không tìm thấy danh sách này.', { status: 404 });
  if ('back' in found) return new Response(null, { status: 303, headers: { location: found.back } });
  const word = format === 'docx';
  const body = word ? new Uint8Array(await Packer.toBuffer(tableDocument(found.paper))) : await tableWorkbook(found.paper);
  return new Response(body, {
    headers: {
      'content-type': word ? DOCX : XLSX,
      'content-disposition': `attachment; filename="${found.file}-${viewer.today}.${word ? 'docx' : 'xlsx'}"`,
      'cache-control': 'no-store',
    },
  });
}

type Found = { paper: TablePaper; file: string } | { back: string };

/** The paper, its reading on record; back to where the purpose is asked for when there is none; null out of reach. */
async function taken(viewer: Viewer, kind: 'list' | 'summary', id: string, purpose: string): Promise<Found | null> {
  const named = purpose.length >= SHORTEST_PURPOSE;
  if (kind === 'list') {
    const list = await openList(viewer, id, { as: named ? 'succession.export' : 'succession.read', purpose });
    if (!list) return null;
    if (!named) return { back: `/succession/${list.campaign.id}/${list.head.id}?export=purpose` };
    return { paper: await paperOfList(viewer, list, { purpose }), file: 'danh-sach-quy-hoach' };
  }
  const campaign = await getCampaign(viewer, id);
  if (!campaign) return null;
  if (!named) return { back: `/succession/${campaign.id}?export=purpose` };
  await noteReading(viewer, {
    ...{ action: 'succession.export', subjectType: 'succession_campaign', subjectId: campaign.id, unitId: campaign.unitId },
    detail: { purpose },
  });
  const [summary, rules] = [await getSummary(viewer, campaign), await rulesOn(viewer, campaign.countedOn)];
  return {
    paper: paperOfSummary(viewer, campaign, summary, summaryIssuer(viewer, campaign), rules, purpose),
    file: 'tong-hop-quy-hoach',
  };
}
