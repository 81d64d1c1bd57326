import { formatMoment } from '@/domain/moments';
import type { ChainLog } from './anchors';

export const LOG_NAMES: Record<ChainLog, string> = { audit_log: 'nhật ký thay đổi', read_log: 'nhật ký xem' };

/**
 * A row of a log that is not as it was written. changed: does not fit its own hash. removed: is gone. inserted: does not follow the one before it, or stands
 * behind the recorded end. replaced: is another one than the anchor of `since` (ISO) saw.
 */
export type RowFault = {
  log: ChainLog;
  chain: number;
  seq: number;
  kind: 'changed' | 'removed' | 'inserted' | 'replaced';
  since?: string;
};
/** A line of the anchors' file that does not hold. line: its number among the anchors; at: its moment, ISO. */
export type FileFault = { line: number; at: string; kind: 'unlinked' | 'uneven' };

/** The anchor that first had a digest, its moment, and that of the last one that had it: between them nothing was written. ISO. */
export type FoundAnchor = { line: number; at: string; until: string };

export const foundWords = ({ line, at, until }: FoundAnchor): string =>
  formatMoment(at) === formatMoment(until)
    ? `lần niêm thứ ${line}, lúc ${formatMoment(at)}`
    : `lần niêm thứ ${line}, từ ${formatMoment(at)} đến ${formatMoment(until)} (trong khoảng đó không có dòng nào mới)`;

const KINDS = { changed: 'bị sửa', removed: 'bị xóa', inserted: 'bị chèn vào', replaced: 'không còn là dòng đã niêm' };

export const rowFaultWords = ({ log, chain, seq, kind, since }: RowFault): string =>
  `${LOG_NAMES[log]}, chuỗi ${chain}, dòng ${seq}: ${KINDS[kind]}${since ? ` (niêm lúc ${formatMoment(since)})` : ''}`;

export const fileFaultWords = ({ line, at, kind }: FileFault): string =>
  `tệp niêm, lần niêm thứ ${line} (${formatMoment(at)}): ${
    kind === 'unlinked' ? 'không nối tiếp lần trước, tệp đã bị sửa, bớt hoặc chèn' : 'số liệu ghi trong đó không khớp nhau'
  }`;
