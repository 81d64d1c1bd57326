import { Packer } from 'docx';
import { enter } from '@/access/door';
import { noteMinutesExport } from '@/db/commands/minutes-reads';
import { getMinutes } from '@/db/queries/minutes';
import { rulesOn } from '@/db/queries/rule-sets';
import { minutesPaper } from '@/domain/meetings/paper';
import { votesIn } from '@/domain/meetings/votes';
import { paperDocument } from './document';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The minutes as a Word document. Who took it is in the read log before it leaves. */
export async function GET(_request: Request, { params }: RouteContext<'/meetings/[meetingId]/docx'>): Promise<Response> {
  const viewer = await enter('minutes.read');
  const minutes = await getMinutes(viewer, (await params).meetingId);
  if (!minutes) return new Response('Không tìm thấy biên bản này.', { status: 404 });
  const [rules, today] = await Promise.all([
    rulesOn(viewer, minutes.heldOn ?? minutes.month, minutes.cellId),
    rulesOn(viewer, viewer.today),
  ]);
  const document = paperDocument(minutesPaper(minutes, votesIn(rules)), today['print.margins'].value);
  const body = await Packer.toBuffer(document);
  if (!(await noteMinutesExport(viewer, minutes.id))) return new Response('Không tìm thấy biên bản này.', { status: 404 });
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': DOCX,
      'content-disposition': `attachment; filename="bien-ban-${minutes.month.slice(0, 7)}.docx"`,
      'cache-control': 'no-store',
    },
  });
}
