import type { ImportField } from '@/domain/members/import/fields';
import type { Reading } from '@/domain/members/import/reading';

/** Cards since the 2003 exchange (29-CT/TW) have 8 digits; new electronic ones may carry the 12 of the citizen number. */
const CARD_FORMAT = /^(\d{8}|\d{12})$/;

/** The card number as text. `owners` holds who used each number in the rows before: the first stands, a later one is refused. */
export function readCard(reading: Reading, owners: Map<string, string>, owner: string): string | null {
  const card = digitsOr(reading.text('cardNumber'));
  if (card === '') return null;
  const first = owners.get(card);
  if (first !== undefined) {
    reading.fault('cardNumber', 'card', `Số thẻ ${card} đã có ở ${first}. Hãy kiểm tra lại số thẻ của cả hai người.`);
  } else {
    owners.set(card, owner);
    if (!CARD_FORMAT.test(card))
      reading.warn('cardNumber', 'card-format', `Số thẻ ${card} không đủ 8 chữ số. Hãy đối chiếu với thẻ đảng viên.`);
  }
  return card;
}

/** Text as it stands; a number gets back the one leading zero that Excel dropped. */
export function readLongNumber(reading: Reading, field: ImportField, length: number): string | null {
  const value = reading.value(field);
  const text = digitsOr(reading.text(field));
  return (typeof value === 'number' && text.length === length - 1 ? `0${text}` : text) || null;
}

/** '45.354 630' → '45354630'; what is more than digits stays as typed. */
function digitsOr(text: string): string {
  const digits = text.replace(/[\s.]/g, '');
  return /^\d+$/.test(digits) ? digits : text;
}
