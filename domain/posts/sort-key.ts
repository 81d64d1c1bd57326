import { foldName } from '@/domain/names';

/** Higher titles first, then by name: the order of a catalogue. */
export const postSortKey = (grade: number, title: string): string =>
  `${String(1000 - grade).padStart(4, '0')} ${foldName(title)}`;
