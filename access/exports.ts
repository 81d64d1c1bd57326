import 'server-only';
import { oneLine } from '@/domain/text';
import { reached } from './malformed-requests';
import { fromOwnOrigin } from './origin';

const SHORTEST_PURPOSE = 5;

/** all: every text given for a name, as of boxes that were ticked. */
type Asked = { purpose: string; fields: Record<string, string>; all: (name: string) => string[] };

/** What an export is needed for and the form's other fields; or the answer to give instead. back: the page that asks again. */
export async function exportAsked(
  request: Request,
  back: string | ((fields: Record<string, string>) => string),
): Promise<Asked | { answer: Response }> {
  if (!fromOwnOrigin(request.headers))
    return { answer: new Response('Yêu cầu không đến từ trang của hệ thống.', { status: 403 }) };
  reached();
  const form = await request.formData().catch(() => null);
  if (!form) return { answer: new Response('Biểu mẫu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.', { status: 400 }) };
  const texts = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const fields = Object.fromEntries(texts);
  const purpose = oneLine(fields.purpose ?? '').slice(0, 200);
  if (purpose.length < SHORTEST_PURPOSE)
    return { answer: new Response(null, { status: 303, headers: { location: typeof back === 'string' ? back : back(fields) } }) };
  return { purpose, fields, all: (name) => texts.flatMap(([key, text]) => (key === name ? [text] : [])) };
}
