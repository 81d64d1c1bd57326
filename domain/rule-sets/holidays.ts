export type HolidaySeed = { day: string; name: string; workday: boolean };

const off = (name: string, ...days: string[]): HolidaySeed[] => days.map((day) => ({ day, name, workday: false }));
const worked = (name: string, ...days: string[]): HolidaySeed[] => days.map((day) => ({ day, name, workday: true }));

/** Days off and swapped days of 2025–2027. The swaps of a year are announced late in the year before: those not seen are marked in the name. */
export const HOLIDAYS: readonly HolidaySeed[] = [
  ...off('Tết Dương lịch', '2025-01-01', '2026-01-01', '2027-01-01'),
  ...off('Tết Nguyên đán Ất Tỵ', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  ...off('Giỗ Tổ Hùng Vương', '2025-04-07', '2026-04-26', '2027-04-16'),
  ...off('Ngày Chiến thắng 30/4', '2025-04-30', '2026-04-30', '2027-04-30'),
  ...off('Quốc tế Lao động 1/5', '2025-05-01', '2026-05-01', '2027-05-01'),
  ...off('Quốc khánh 2/9', '2025-09-01', '2025-09-02', '2026-09-01', '2026-09-02', '2027-09-02', '2027-09-03'),
  ...off('Hoán đổi ngày làm việc (cần đối chiếu)', '2025-05-02', '2026-01-02', '2026-08-31'),
  ...worked('Làm bù (cần đối chiếu)', '2025-04-26', '2026-01-10', '2026-08-22'),
  ...off('Tết Nguyên đán Bính Ngọ', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...off('Nghỉ bù Giỗ Tổ Hùng Vương', '2026-04-27'),
  ...off('Tết Nguyên đán Đinh Mùi (cần đối chiếu)', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'),
  ...off('Nghỉ bù Quốc tế Lao động (cần đối chiếu)', '2027-05-03'),
];
