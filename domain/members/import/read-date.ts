import {
  addDays,
  earliest,
  formatDate,
  type IsoDate,
  isBeforePartial,
  type PartialDate,
  parseTypedDate,
} from '@/domain/calendar';
import type { ImportField } from '@/domain/members/import/fields';
import type { Reading } from '@/domain/members/import/reading';
import { type CellValue, textOf } from '@/domain/members/import/sheet';

/** Day 0 of Excel's count of days, for every day after 28/02/1900. */
const EXCEL_EPOCH = '1899-12-30';
const LAST_YEAR_NUMBER = 2100;
const LAST_SERIAL = 73_415;

/** The date of a field, null with a problem when it cannot be or lies ahead; `what` names it in the problem. */
export function readDate(reading: Reading, field: ImportField, what: string, today: IsoDate): PartialDate | null {
  const text = dateText(reading.value(field));
  if (text === '' || text === '-') return null;
  const read = parseTypedDate(text, what);
  if ('problem' in read) reading.fault(field, 'date', read.problem);
  else if (earliest(read.date) <= today) return read.date;
  else reading.fault(field, 'future', `${sentence(what)} ${formatDate(read.date)} ở sau ngày hôm nay. Hãy sửa lại ${what}.`);
  return null;
}

/** Joined and official. The year of probation is not required here: old papers differ from the rule of their time. */
export function readPartyDates(reading: Reading, born: PartialDate | null, today: IsoDate) {
  const joined = readDate(reading, 'joined', 'ngày vào Đảng', today);
  const official = readDate(reading, 'official', 'ngày chính thức', today);
  if (reading.text('joined') === '')
    reading.fault('joined', 'date', 'Chưa có ngày vào Đảng. Hãy ghi ngày vào Đảng, hoặc ít nhất là năm.');
  if (joined && born && isBeforePartial(joined, born)) {
    reading.fault(
      'joined',
      'order',
      `Ngày vào Đảng ${formatDate(joined)} trước ngày sinh ${formatDate(born)}. Hãy sửa lại một trong hai ngày.`,
    );
  }
  if (official && joined && isBeforePartial(official, joined)) {
    const message = `Ngày chính thức ${formatDate(official)} trước ngày vào Đảng ${formatDate(joined)}. Hãy sửa lại một trong hai ngày.`;
    reading.fault('official', 'order', message);
  }
  return { joined, official };
}

/** A year typed as a number stays a year; a larger whole number is Excel's day count left without a date format. */
function dateText(cell: CellValue): string {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > LAST_YEAR_NUMBER && cell <= LAST_SERIAL) {
    return formatDate(addDays(EXCEL_EPOCH, cell));
  }
  return textOf(cell).replace(/[.,;]$/, '');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
