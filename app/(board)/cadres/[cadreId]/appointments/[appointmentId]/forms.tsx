import Link from 'next/link';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SelectField, SubmitButton, TextArea } from '@/components/form/fields';
import { FormSection, PersonnelDecision } from '@/components/form/personnel-decision';
import { ReasonField } from '@/components/form/reason-field';
import type { HeldTitle } from '@/db/queries/cadres/file';
import { APPOINTMENT_EVENTS, END_KINDS } from '@/domain/appointments/kinds';
import { standingEvents } from '@/domain/appointments/ledger';
import { addDays, formatDate, type IsoDate } from '@/domain/calendar';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { end, extend, reverse } from '../../../actions';

type Props = { title: HeldTitle; home: string };

const Identity = ({ title }: { title: HeldTitle }) => (
  <>
    <input type="hidden" name="appointmentId" value={title.id} />
    <input type="hidden" name="version" value={title.version} />
  </>
);
const Buttons = ({ home, words }: { home: string; words: string }) => (
  <p className="flex flex-wrap gap-2.5">
    <SubmitButton>{words}</SubmitButton>
    <Link className="btn" href={home} prefetch={false}>
      Thôi
    </Link>
  </p>
);

type ExtendProps = Props & { term: Rules['appoint.term']; until: IsoDate; retirement: Rules['appoint.extend'] };
/** Reappointment for another term, or extension to the day of retirement where less than the rule's months are left. */
export const ExtendForm = ({ title, home, term, until, retirement }: ExtendProps) => (
  <ActionForm action={extend} formKey={crypto.randomUUID()} label="Bổ nhiệm lại, kéo dài" className="grid max-w-4xl gap-5">
    <Identity title={title} />
    <FormSection title="Thời hạn mới">
      <Choice
        name="kind"
        label="Hình thức"
        required
        options={[
          { value: 'reappointed', label: APPOINTMENT_EVENTS.reappointed },
          { value: 'extended', label: APPOINTMENT_EVENTS.extended },
        ]}
        className="md:col-span-2"
      />
      <DateField
        name="effectiveOn"
        label="Có hiệu lực từ ngày"
        required
        value={title.termEndsOn ? formatDate(addDays(title.termEndsOn, 1)) : ''}
      />
      <DateField name="termEndsOn" label="Giữ chức vụ đến hết ngày" required value={formatDate(until)} />
      <p className="text-ink-soft text-sm md:col-span-2">
        Bổ nhiệm lại {term.value} tháng ({basisOf(term)}). Còn dưới {retirement.value} tháng đến tuổi nghỉ hưu thì kéo dài thời
        gian giữ chức vụ ({basisOf(retirement)}).
      </p>
      <DateField name="noticedOn" label="Ngày thông báo hết thời hạn" />
    </FormSection>
    <PersonnelDecision />
    <FormSection title="Khi hệ thống cảnh báo">
      <ReasonField className="md:col-span-2" />
    </FormSection>
    <Buttons home={home} words="Ghi quyết định" />
  </ActionForm>
);

const END_CHOICES = Object.entries(END_KINDS)
  .filter(([kind]) => kind !== 'member_left')
  .map(([value, label]) => ({ value, label }));

/** The first day on which it is no longer held; the seat stands empty from then. */
export const EndForm = ({ title, home, today }: Props & { today: IsoDate }) => (
  <ActionForm action={end} formKey={crypto.randomUUID()} label="Thôi giữ chức vụ" className="grid max-w-4xl gap-5">
    <Identity title={title} />
    <FormSection title="Thôi giữ chức vụ">
      <SelectField name="endKind" label="Lý do" required empty="Chọn lý do" options={END_CHOICES} />
      <DateField
        name="effectiveOn"
        label="Thôi giữ từ ngày"
        required
        value={formatDate(today)}
        hint="Từ ngày này vị trí được tính là khuyết"
      />
    </FormSection>
    <PersonnelDecision />
    <Buttons home={home} words="Ghi quyết định" />
  </ActionForm>
);

/** Takes back the last entry of the holding; it stays in the book, struck through. */
export function ReverseForm({ title, home }: Props) {
  const last = standingEvents(title.events.map((event) => ({ ...event, reversesId: null }))).findLast(
    ({ reversed }) => !reversed,
  );
  if (!last) return null;
  return (
    <Card className="max-w-3xl p-5">
      <p className="mb-4">
        Bút toán cuối cùng còn hiệu lực: <b>{APPOINTMENT_EVENTS[last.kind]}</b> từ {formatDate(last.effectiveOn)}
        {last.decisionNumber && `, quyết định ${last.decisionNumber}`}. Bút toán vẫn còn trong sổ, gạch ngang, kèm lý do.
      </p>
      <ActionForm action={reverse} formKey={crypto.randomUUID()} label="Hủy bút toán" className="grid gap-4">
        <Identity title={title} />
        <input type="hidden" name="eventId" value={last.id} />
        <TextArea name="reason" label="Lý do hủy" required maxLength={500} />
        <Buttons home={home} words="Hủy bút toán" />
      </ActionForm>
    </Card>
  );
}
