import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton } from '@/components/form/fields';
import type { ProcedureFile, RenewedHolding } from '@/db/queries/procedures/procedure';
import { addDays, formatDate, type IsoDate } from '@/domain/calendar';
import { EFFECTS } from '@/domain/procedures/decision-kinds';
import { RENEWAL_KINDS, renewalAt, renewedUntil } from '@/domain/procedures/renewals';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { renew } from '../../actions';
import { DecisionPaper } from '../../decision-paper';
import { Part } from '../../form-part';
import { TermFacts } from '../../term-facts';

type Props = { file: ProcedureFile; termEndsOn: IsoDate; rules: Rules };

/** What the months left suggest is filled in; the authority may decide otherwise. */
export function RenewalForm({ file, termEndsOn, rules }: Props) {
  const effectiveOn = addDays(termEndsOn, 1);
  const { kind, until } = proposedFor(file.holding, termEndsOn, effectiveOn, rules);
  const [term, extend] = [rules['appoint.term'], rules['appoint.extend']];
  return (
    <ActionForm action={renew} formKey={randomUUID()} label="Quyết định" className="grid max-w-4xl gap-5">
      <input type="hidden" name="procedureId" value={file.id} />
      <input type="hidden" name="version" value={file.version} />
      <Card title="Thời hạn giữ chức vụ">
        <TermFacts
          termEndsOn={termEndsOn}
          holding={file.holding}
          rules={rules}
          more={file.candidates.map(({ fullName }) => ['Người giữ chức vụ', fullName])}
        />
      </Card>
      <Part
        title="Thời hạn mới"
        note={`Kéo dài khi còn dưới ${extend.value} tháng (${basisOf(extend)}). Để trống ngày cuối: ${term.value} tháng (${basisOf(term)}), hoặc đến tuổi nghỉ hưu nếu sớm hơn.`}
      >
        <SelectField
          name="decision"
          label="Hình thức"
          required
          value={kind ?? ''}
          empty={kind ? undefined : 'Chọn hình thức'}
          options={RENEWAL_KINDS.map((value) => ({ value, label: EFFECTS[value].label }))}
        />
        <DateField name="effectiveOn" label="Có hiệu lực từ ngày" required value={formatDate(effectiveOn)} />
        <DateField name="until" label="Đến hết ngày" value={until && formatDate(until)} />
      </Part>
      <DecisionPaper />
      <p className="flex flex-wrap gap-2.5">
        <SubmitButton>Ghi quyết định</SubmitButton>
        <Link className="btn" href={`/procedures/${file.id}`} prefetch={false}>
          Thôi
        </Link>
      </p>
    </ActionForm>
  );
}

function proposedFor(holding: RenewedHolding | null, termEndsOn: IsoDate, effectiveOn: IsoDate, rules: Rules) {
  if (!holding) return { kind: null, until: null };
  const { kind, retirement } = renewalAt(holding, termEndsOn, rules);
  return { kind, until: kind && renewedUntil(kind, effectiveOn, retirement, rules) };
}
