import { Packer } from 'docx';
import { enter } from '@/access/door';
import { exportAsked } from '@/access/exports';
import { noteReading } from '@/db/commands/readings';
import { openList } from '@/db/commands/succession/reads';
import { rulesOn } from '@/db/queries/rule-sets';
import { getCampaign } from '@/db/queries/succession/campaigns';
import { getSummary } from '@/db/queries/succession/paper';
import type { Viewer } from '@/domain/access/viewer';
import type { TablePaper } from '@/domain/succession/paper';
import { isUuid } from '@/domain/text';
import { paperOfList, paperOfSummary, summaryIssuer } from '../paper';
import { tableDocument } from './document';
import { tableWorkbook } from './workbook';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Fields = Record<string, string>;
const backOf = ({ campaign, list }: Fields) =>
  isUuid(campaign) ? `/succession/${campaign}${isUuid(list) ? `/${list}` : ''}?export=purpose` : '/succession';

/** A list or a summary as Word or Excel. Who took it and what for is in the read log before it leaves, and on the paper. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await enter('cadre.export');
  const form = await exportAsked(request, backOf);
  if ('answer' in form) return form.answer;
  const { campaign, list, format } = form.fields;
  const found = isUuid(list) ? await listOf(viewer, list, form.purpose) : await summaryOf(viewer, campaign, form.purpose);
  if (!found) return new Response('Không tìm thấy danh sách này.', { status: 404 });
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

type Found = { paper: TablePaper; file: string } | null;

/** The paper, its reading on record; null out of reach. */
async function listOf(viewer: Viewer, id: string, purpose: string): Promise<Found> {
  const list = await openList(viewer, id, { as: 'succession.export', purpose });
  return list && { paper: await paperOfList(viewer, list, { purpose }), file: 'danh-sach-quy-hoach' };
}

/** The same of a whole round. */
async function summaryOf(viewer: Viewer, id: unknown, purpose: string): Promise<Found> {
  const campaign = isUuid(id) ? await getCampaign(viewer, id) : null;
  if (!campaign) return null;
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
