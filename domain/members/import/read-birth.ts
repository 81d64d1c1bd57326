import type { IsoDate, PartialDate } from '@/domain/calendar';
import type { ImportField } from '@/domain/members/import/fields';
import { readDate } from '@/domain/members/import/read-date';
import type { Reading } from '@/domain/members/import/reading';
import { foldName } from '@/domain/names';

const BIRTH_FIELDS: ImportField[] = ['bornMale', 'bornFemale', 'born'];
const SEX_FIELDS: ImportField[] = ['gender', 'femaleMark', 'bornFemale'];

/** Sex and birth date. In the register 7-HSĐV the date stands in the column Nam or in the column Nữ and so tells the sex. */
export function readBirth(reading: Reading, today: IsoDate): { female: boolean | null; born: PartialDate | null } {
  const filled = BIRTH_FIELDS.filter((field) => reading.text(field) !== '');
  if (filled.includes('bornMale') && filled.includes('bornFemale')) {
    reading.fault('bornFemale', 'gender', 'Ngày sinh được ghi ở cả cột Nam và cột Nữ. Hãy chỉ giữ một cột.');
    return { female: null, born: null };
  }
  const field = filled[0] ?? BIRTH_FIELDS.find((name) => reading.has(name)) ?? 'born';
  const born = readDate(reading, field, 'ngày sinh', today);
  if (filled.length === 0) reading.fault(field, 'date', 'Chưa có ngày sinh. Hãy ghi ngày sinh, hoặc ít nhất là năm sinh.');
  return { female: readSex(reading, field, filled.length > 0), born };
}

/** A blank birth cell where only its column tells the sex is one fault, not two. */
function readSex(reading: Reading, birthField: ImportField, birthFilled: boolean): boolean | null {
  const field = SEX_FIELDS.find((name) => reading.has(name)) ?? 'gender';
  const byColumn = birthFilled ? sexOfColumn(birthField) : null;
  const told = new Set([sexByWord(reading), sexByMark(reading), byColumn].filter((sex) => sex !== null));
  if (told.size === 1) return [...told][0] ?? null;
  if (told.size === 2) reading.fault(field, 'gender', 'Các cột ghi giới tính không khớp nhau. Hãy sửa lại cho khớp.');
  else if (birthFilled || birthField === 'born') reading.fault(field, 'gender', sexMessage(reading.text('gender')));
  return null;
}

function sexMessage(typed: string): string {
  return typed === '' ? 'Chưa rõ là nam hay nữ. Hãy ghi giới tính.' : `“${typed}” không phải là giới tính. Hãy ghi Nam hoặc Nữ.`;
}

function sexByWord(reading: Reading): boolean | null {
  const word = foldName(reading.text('gender'));
  if (word === 'nu') return true;
  return word === 'nam' ? false : null;
}

/** With a column for women only, a blank means a man. */
function sexByMark(reading: Reading): boolean | null {
  if (!reading.has('femaleMark')) return null;
  if (reading.text('femaleMark') !== '') return reading.text('maleMark') === '' ? true : null;
  return reading.has('maleMark') && reading.text('maleMark') === '' ? null : false;
}

function sexOfColumn(field: ImportField): boolean | null {
  return field === 'born' ? null : field === 'bornFemale';
}
