declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export type Entry = { fileName: string; uncompressedSize: number; compressedSize: number };
  export class ZipFile {
    eachEntry(): AsyncIterableIterator<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }
  export function fromBufferPromise(buffer: Buffer, options?: { lazyEntries?: boolean; autoClose?: boolean }): Promise<ZipFile>;
}
