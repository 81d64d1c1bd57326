import type { Metadata } from 'next';
import Link from 'next/link';
import { enter } from '@/access/door';
import { Card, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate } from '@/domain/calendar';
import { RULE_GROUPS, type RuleKey, type Rules, ruleOf } from '@/domain/rule-sets';

export const metadata: Metadata = { title: 'Tham số quy định' };

const COLUMNS = [
  { key: 'rule', label: 'Tham số' },
  { key: 'value', label: 'Giá trị hiện nay' },
  { key: 'from', label: 'Hiệu lực từ' },
  { key: 'basis', label: 'Căn cứ' },
];

export default async function RulesPage() {
  const viewer = await enter('rule.read');
  const rules = await rulesOn(viewer, viewer.today);
  const unsure = Object.values(rules).filter((rule) => rule.unsure).length;
  return (
    <>
      <PageHead
        title="Tham số quy định"
        note={
          <>
            Thời hạn, tỷ lệ, mức điểm mà hệ thống áp dụng, kèm văn bản. {unsure} tham số còn <Tag kind="due">cần đối chiếu</Tag>{' '}
            với văn bản gốc.
          </>
        }
      />
      <nav aria-label="Nhóm tham số" className="mb-4 flex flex-wrap gap-2.5">
        {RULE_GROUPS.map(({ title }, at) => (
          <a key={title} className="chip" href={`#group-${at + 1}`}>
            {title}
          </a>
        ))}
      </nav>
      {RULE_GROUPS.map(({ title, keys }, at) => (
        <Card key={title} id={`group-${at + 1}`} title={title} aside={`${keys.length} tham số`} className="mb-5">
          <DataTable caption={title} columns={COLUMNS} rows={keys.map((key) => ({ key, cells: cells(key, rules) }))} />
        </Card>
      ))}
    </>
  );
}

function cells(key: RuleKey, rules: Rules) {
  const rule = rules[key];
  return [
    <Link key="rule" href={`/rules/${key}`} prefetch={false}>
      {ruleOf(key).label}
    </Link>,
    <b key="value" className="font-semibold">
      {ruleOf(key).show(rule.value)}
    </b>,
    formatDate(rule.validFrom),
    <span key="basis">
      {rule.citation} {rule.unsure && <Tag kind="due">cần đối chiếu</Tag>}
    </span>,
  ];
}
