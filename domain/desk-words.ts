import { formatCount } from './numbers';

/** 'quá 16 ngày', 'hạn hôm nay', 'còn 4 ngày'. Days are left until a deadline, negative when past. */
export function daysWords(days: number): string {
  if (days === 0) return 'hạn hôm nay';
  return days < 0 ? `quá ${formatCount(-days)} ngày` : `còn ${formatCount(days)} ngày`;
}
