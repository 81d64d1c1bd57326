import { Card } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { formatShare } from '@/domain/numbers';
import type { Title } from '@/domain/succession/planning';
import { type Coefficient, coefficientWords, missingWords, type PlanShare } from '@/domain/succession/shares';
import type { WhatIf } from '@/domain/succession/what-if';

const shareWords = ({ count, total }: PlanShare) => `${count}/${total} (${formatShare(count, total)})`;
const missing = (share: PlanShare) => missingWords(share) || 'đạt';
const coefficient = ({ planned, seats }: Coefficient) => `${planned}/${seats} ghế, hệ số ${coefficientWords(planned, seats)}`;
const coefficientMissing = ({ missing: lacks, surplus }: Coefficient) =>
  lacks ? `thiếu ${lacks} người` : surplus ? `thừa ${surplus} người` : 'đạt';

type Line = { key: string; label: string; before: string; after: string; short: string; shortAfter: string; basis: string };

/** Every ratio of the list as a share and as persons missing; with names on trial, before and after. */
export function Ratios({ result, titles, trying }: { result: WhatIf; titles: readonly Title[]; trying: boolean }) {
  const names = new Map(titles.map(({ id, name }) => [id, name]));
  const lines: Line[] = [
    ...result.shares.map(({ before, after }) => ({
      ...{ key: before.key, label: `${before.label}${before.target ? ` (từ ${before.target}%)` : ''}` },
      ...{ before: shareWords(before), after: shareWords(after), short: missing(before), shortAfter: missing(after) },
      basis: before.unsure ? `${before.basis} · cần đối chiếu` : before.basis,
    })),
    ...result.coefficients.map(({ titleId, before, after }) => ({
      ...{ key: titleId, label: names.get(titleId) ?? '', before: coefficient(before), after: coefficient(after) },
      ...{ short: coefficientMissing(before), shortAfter: coefficientMissing(after) },
      basis: before.unsure ? `${before.basis} · cần đối chiếu` : before.basis,
    })),
  ];
  const columns = [
    { key: 'label', label: 'Cơ cấu' },
    { key: 'before', label: trying ? 'Hiện tại' : 'Số lượng, tỷ lệ' },
    { key: 'short', label: 'Còn thiếu' },
    ...(trying
      ? [
          { key: 'after', label: 'Nếu làm thử' },
          { key: 'shortAfter', label: 'Còn thiếu' },
        ]
      : []),
    { key: 'basis', label: 'Căn cứ' },
  ];
  return (
    <Card title="Cơ cấu danh sách" aside={personWords(result, trying)} id="ratios">
      <DataTable
        caption="Cơ cấu danh sách: tỷ lệ và số người còn thiếu"
        columns={columns}
        rows={lines.map((line) => ({
          key: line.key,
          cells: [
            line.label,
            line.before,
            line.short,
            ...(trying
              ? [
                  <Moved key="after" moved={line.after !== line.before} text={line.after} />,
                  <Moved key="short" moved={line.shortAfter !== line.short} text={line.shortAfter} />,
                ]
              : []),
            <span key="basis" className="text-ink-soft text-sm">
              {line.basis}
            </span>,
          ],
        }))}
      />
    </Card>
  );
}

const personWords = ({ persons }: WhatIf, trying: boolean) =>
  trying && persons.before !== persons.after
    ? `${persons.before} → ${persons.after} người`
    : `${persons.before} người, mỗi người tính một lần`;

const Moved = ({ moved, text }: { moved: boolean; text: string }) =>
  moved ? <strong className="text-red-deep">{text}</strong> : text;
