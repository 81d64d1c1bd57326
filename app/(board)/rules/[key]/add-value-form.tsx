'use client';

import { ActionForm } from '@/components/form/action-form';
import { Checkbox, DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import type { Leaf } from '@/domain/rule-sets/leaves';
import { add } from '../actions';

const fieldName = (path: string) => (path ? `value.${path}` : 'value');

const LeafField = ({ leaf }: { leaf: Leaf }) =>
  leaf.kind === 'choice' ? (
    <SelectField name={fieldName(leaf.path)} label={leaf.label} options={leaf.options ?? []} value={leaf.text} required />
  ) : (
    <TextField
      name={fieldName(leaf.path)}
      label={leaf.label}
      value={leaf.text}
      inputMode={leaf.kind === 'number' ? 'numeric' : 'text'}
      hint={leaf.kind === 'list' ? 'Các giá trị cách nhau bằng dấu chấm phẩy.' : undefined}
      required
      maxLength={300}
    />
  );

export const AddValueForm = ({ ruleKey, leaves, formKey }: { ruleKey: string; leaves: readonly Leaf[]; formKey: string }) => (
  <ActionForm action={add} formKey={formKey} label="Thêm giá trị" className="space-y-4">
    <input type="hidden" name="ruleKey" value={ruleKey} />
    <div className="grid gap-4 sm:grid-cols-2">
      {leaves.map((leaf) => (
        <LeafField key={leaf.path} leaf={leaf} />
      ))}
    </div>
    <DateField name="validFrom" label="Hiệu lực từ ngày" required />
    <TextField
      name="citation"
      label="Căn cứ"
      hint="Số, ký hiệu, ngày của văn bản. Ví dụ: Quy định 12-QĐ/TU ngày 05/3/2026"
      required
      maxLength={300}
    />
    <Checkbox name="unsure" label="Chưa đối chiếu với văn bản gốc" />
    <SubmitButton>Thêm giá trị</SubmitButton>
  </ActionForm>
);
