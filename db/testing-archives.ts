import { crc32, deflateRawSync } from 'node:zlib';

/** `declared` lies about the unpacked size, `sum` about the checksum; `name` is written as it is. */
export type ArchiveEntry = { name: string; text: string | Buffer; declared?: number; sum?: number };

/** A zip archive with these entries in this order, for tests of what reads archives. */
export function archive(entries: readonly ArchiveEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, text, declared, sum } of entries) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(sum ?? checksum(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? data.length, 18);
    head.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, label]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** Node 20 before 20.15 has no crc32; no reader here looks at it. */
const checksum = (data: Buffer): number => (typeof crc32 === 'function' ? crc32(data) : 0);
