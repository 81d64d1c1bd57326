import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { listLeftOutRows } from '@/db/queries/imports';
import { writeSheet } from '@/db/spreadsheets';

type Context = { params: Promise<{ importId: string }> };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows that stay out, with their reasons, to be mended and imported again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await enter('member.import');
  const left = await listLeftOutRows(viewer, (await params).importId);
  if (!left) notFound();
  const file = await writeSheet('Dòng không nhập', left.headers, left.rows);
  const name = `dong-khong-nhap-${left.fileName}`;
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': XLSX,
      'Content-Disposition': `attachment; filename="dong-khong-nhap.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    },
  });
}
