import Link from 'next/link';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import type { CellChoice, MemberDetail } from '@/db/queries/members';
import { asksFor, DISCIPLINE_FORMS, type RecordedKind, shapeOf } from '@/domain/members/event';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { recordEvent } from '../../../actions';
import { ExceptionReason } from '../../../exception-reason';
import { DecisionFields, Section } from '../../../member-fields';

type Props = { member: MemberDetail; kind: RecordedKind; cells: readonly CellChoice[]; day: string; rules: Rules };

/** Only the fields that this kind asks for, with the rule that it is checked against. */
export function EventForm({ member, kind, cells, day, rules }: Props) {
  const shape = shapeOf(kind);
  const needs = (need: Parameters<typeof asksFor>[1]) => shape.needs.includes(need);
  const rule = kind === 'official' ? rules['probation.length'] : kind === 'temporary_out' ? rules['temp.min'] : null;
  return (
    <ActionForm action={recordEvent} formKey={crypto.randomUUID()} label={shape.title} className="grid max-w-4xl gap-5">
      <input type="hidden" name="memberId" value={member.id} />
      <input type="hidden" name="version" value={member.version} />
      <input type="hidden" name="kind" value={kind} />
      <Section title="Biến động">
        <DateField
          name="effectiveOn"
          label={shape.day}
          required
          value={day}
          hint={rule ? `Kiểm tra ${basisOf(rule)}` : undefined}
        />
        {asksFor(kind, 'until') && <DateField name="until" label="Đến ngày" required={needs('until')} />}
        {asksFor(kind, 'toCell') && (
          <SelectField
            name="toCellId"
            label="Chi bộ tiếp nhận"
            required
            empty="Chọn chi bộ"
            options={cells.map((cell) => ({ value: cell.id, label: cell.name }))}
          />
        )}
        {asksFor(kind, 'place') && (
          <TextField name="place" label="Nơi đến" required={needs('place')} hint="Ghi theo giấy giới thiệu" maxLength={200} />
        )}
        {asksFor(kind, 'form') && <Choice name="form" label="Hình thức kỷ luật" required options={DISCIPLINE_FORMS} />}
        {asksFor(kind, 'reason') && <TextField name="reason" label="Lý do" required={needs('reason')} />}
        <ExceptionReason />
      </Section>
      {asksFor(kind, 'decision') && (
        <Section title="Quyết định">
          <DecisionFields required={needs('decision')} />
        </Section>
      )}
      <p className="text-ink-soft text-sm">
        Bút toán đã ghi không sửa được; nếu ghi nhầm thì hủy bằng một bút toán ngược, có lý do.
      </p>
      <p className="flex flex-wrap gap-2.5">
        <SubmitButton>Ghi vào sổ</SubmitButton>
        <Link className="btn" href={`/members/${member.id}`} prefetch={false}>
          Thôi
        </Link>
      </p>
    </ActionForm>
  );
}
