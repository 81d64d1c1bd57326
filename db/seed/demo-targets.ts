import type { DemoUnits } from './demo-units';

type Row = Record<string, unknown>;

/** Yearly admissions at 3 to 4 % of the members at the last year's end; the province's is the sum of its committees'. */
export function targetRows({ province, committees }: DemoUnits, months: readonly Row[]): Row[] {
  return [2025, 2026].flatMap((year) => {
    const shares = committees.map((committee, index) => {
      const stock = months
        .filter((row) => row.committee_id === committee.id && row.month === `${year - 1}-12-01`)
        .reduce((sum, row) => sum + Number(row.stock), 0);
      return {
        unit_id: committee.id,
        year,
        kind: 'admission',
        value: Math.max(2, Math.round((stock * (30 + (index % 3) * 5)) / 1000)),
        source: `Nghị quyết Đảng ủy năm ${year}`,
      };
    });
    return [
      {
        unit_id: province.id,
        year,
        kind: 'admission',
        value: shares.reduce((sum, share) => sum + share.value, 0),
        source: `Chỉ tiêu Tỉnh ủy giao năm ${year}`,
      },
      ...shares,
    ];
  });
}
