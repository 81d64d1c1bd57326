import { cleanText } from '../text';

/** Free text as kept: cleaned, ends trimmed. */
export const normalizeText = (value: string): string => cleanText(value).trim();
