import { PROFESSIONAL, type Professional, THEORY, type Theory } from './codes';

const keyOf = <T extends string>(words: Record<T, string>, text: string | null, none: T): T => {
  const wanted = text?.toLocaleLowerCase('vi') ?? '';
  // The highest that the text names: "Cao cấp lý luận chính trị", "Thạc sĩ Luật".
  return (
    (Object.keys(words) as T[]).findLast((key) => key !== none && wanted.includes(words[key].toLocaleLowerCase('vi'))) ?? none
  );
};

/** The level that the member's record names in free words; 'none' where it names none. */
export const theoryOf = (text: string | null): Theory => keyOf(THEORY, text, 'none');
/** "Cử nhân" and "Kỹ sư" are degrees of a university. */
export const professionalOf = (text: string | null): Professional =>
  keyOf(PROFESSIONAL, text?.replace(/cử nhân|kỹ sư|bác sĩ/giu, 'Đại học') ?? null, 'none');
