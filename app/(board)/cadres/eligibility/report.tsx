import { Card, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { eligibilityWords } from '@/domain/cadres/eligibility';
import type { Line } from '@/domain/cadres/eligibility-facts';
import { VerdictTag } from './verdict-tag';

const COLUMNS = [
  { key: 'condition', label: 'Điều kiện, tiêu chuẩn' },
  { key: 'verdict', label: 'Kết luận' },
  { key: 'words', label: 'Theo hồ sơ và căn cứ' },
];

/** Each condition with its verdict and the rule in force on the day. */
export function Report({ lines }: { lines: readonly Line[] }) {
  return (
    <Card title="Kết quả rà soát" aside={eligibilityWords(lines)}>
      <DataTable
        caption="Kết quả rà soát điều kiện, tiêu chuẩn"
        columns={COLUMNS}
        rows={lines.map(({ key, condition, verdict, words, basis, unsure }) => ({
          key,
          cells: [
            condition,
            <VerdictTag key="verdict" verdict={verdict} />,
            <div key="words" className="min-w-60">
              {words}
              <small className="block text-ink-soft">
                {basis} {unsure && <Tag kind="due">cần đối chiếu</Tag>}
              </small>
            </div>,
          ],
        }))}
      />
    </Card>
  );
}
