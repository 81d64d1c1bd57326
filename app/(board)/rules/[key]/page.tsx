import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { listRuleHistory, type RuleHistoryRow, rulesOn } from '@/db/queries/rule-sets';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { isRuleKey, ruleOf } from '@/domain/rule-sets';
import { leavesOf } from '@/domain/rule-sets/leaves';
import { AddValueForm } from './add-value-form';

export const metadata: Metadata = { title: 'Tham số quy định' };

const COLUMNS = [
  { key: 'from', label: 'Hiệu lực từ' },
  { key: 'value', label: 'Giá trị' },
  { key: 'where', label: 'Áp dụng cho' },
  { key: 'basis', label: 'Căn cứ' },
  { key: 'who', label: 'Người nhập' },
];

export default async function RulePage({ params }: { params: Promise<{ key: string }> }) {
  const viewer = await enter('rule.read');
  const { key } = await params;
  if (!isRuleKey(key)) notFound();
  const rule = ruleOf(key);
  const [rules, history] = await Promise.all([rulesOn(viewer, viewer.today), listRuleHistory(viewer, key)]);
  const cells = (row: RuleHistoryRow) => [
    formatDate(row.validFrom),
    rule.show(row.value),
    row.unitName ?? 'cả tỉnh',
    <span key="basis">
      {row.citation} {row.unsure && <Tag kind="due">cần đối chiếu</Tag>}
    </span>,
    row.who ? `${row.who}, ${formatMoment(row.enteredAt)}` : 'mặc định của hệ thống',
  ];
  return (
    <>
      <PageHead
        title={rule.label}
        crumbs={[{ label: 'Tham số quy định', href: '/rules' }, { label: key }]}
        note={<>Hiện nay: {rule.show(rules[key].value)}</>}
      />
      <Card title="Các giá trị qua thời gian" className="mb-5">
        <DataTable
          caption="Các giá trị qua thời gian"
          columns={COLUMNS}
          rows={history.map((row) => ({ key: row.id, cells: cells(row) }))}
        />
      </Card>
      {may(viewer, 'rule.change') && (
        <Card title="Thêm giá trị từ một ngày" className="max-w-3xl">
          <div className="p-4">
            <p className="mb-4 text-ink-soft">Giá trị cũ vẫn giữ: việc trước ngày hiệu lực được xét theo giá trị cũ.</p>
            <AddValueForm ruleKey={key} leaves={leavesOf(rules[key].value)} formKey={randomUUID()} />
          </div>
        </Card>
      )}
    </>
  );
}
