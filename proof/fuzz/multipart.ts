import type { Random } from '@/db/seed/random';

/** One part of a form as its bytes go over the wire. */
export type Part = { name: string; value: string | Buffer; file?: string };
export type Body = { type: string; bytes: Buffer };

const BOUNDARY = '----bien-gioi-cua-bieu-mau';

/** The parts as multipart/form-data: bytes as they are given, valid or not. */
export function multipart(parts: readonly Part[]): Body {
  const chunks = parts.flatMap(({ name, value, file }) => [
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${escaped(name)}"${file === undefined ? '' : `; filename="${escaped(file)}"`}\r\n${
      file === undefined ? '' : 'content-type: application/octet-stream\r\n'
    }\r\n`,
    value,
    '\r\n',
  ]);
  const bytes = Buffer.concat([...chunks, `--${BOUNDARY}--\r\n`].map((chunk) => Buffer.from(chunk)));
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, bytes };
}

const escaped = (name: string) => name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** The arguments of an action (state before, form) as React's script writes them. */
export const scriptReply = (fields: readonly Part[], root = '[{"status":"new"},"$K1"]'): Part[] => [
  ...fields.map((part) => ({ ...part, name: `_1_${part.name}` })),
  { name: '0', value: root },
];

/** The same form as a browser without script sends it. */
export const plainForm = (id: string, fields: readonly Part[]): Part[] => [
  { name: '$ACTION_REF_1', value: '' },
  { name: '$ACTION_1:0', value: JSON.stringify({ id, bound: '$@1' }) },
  { name: '$ACTION_1:1', value: '[{"status":"new"}]' },
  { name: '$ACTION_KEY', value: 'k1' },
  ...fields,
];

/** Damage to a body that no browser would do: cut, bytes that are no UTF-8, another type or boundary. */
export function damaged(body: Body, random: Random): Body {
  const at = random.int(0, body.bytes.length - 1);
  const flipped = Buffer.from(body.bytes);
  flipped[at] = random.int(0, 255);
  return random.pick<Body>([
    { ...body, bytes: body.bytes.subarray(0, at) },
    { ...body, bytes: flipped },
    { ...body, bytes: Buffer.alloc(0) },
    { ...body, bytes: Buffer.concat([body.bytes, Buffer.from([0xff, 0xfe, 0x00])]) },
    { ...body, type: 'multipart/form-data' },
    { ...body, type: 'multipart/form-data; boundary=khac' },
    { ...body, type: 'application/x-www-form-urlencoded' },
    { ...body, type: 'text/plain;charset=UTF-8' },
    { ...body, type: 'application/json' },
    { type: 'text/plain;charset=UTF-8', bytes: Buffer.from('[{"status":"new"},"$K1"]') },
    { type: 'text/plain;charset=UTF-8', bytes: Buffer.from('[["$F1","$undefined","$Q9","$B7"]') },
  ]);
}
