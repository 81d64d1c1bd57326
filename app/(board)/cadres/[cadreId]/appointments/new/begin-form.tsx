import Link from 'next/link';
import { ActionForm } from '@/components/form/action-form';
import { Checkbox, DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import { FormSection, PersonnelDecision } from '@/components/form/personnel-decision';
import { ReasonField } from '@/components/form/reason-field';
import type { CadreHead } from '@/db/queries/cadres/file';
import type { Post } from '@/db/queries/posts/post';
import { APPOINTMENT_KINDS } from '@/domain/appointments/kinds';
import { isHeldOn } from '@/domain/appointments/ledger';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { begin } from '../../../actions';

type Props = { cadre: CadreHead; post: Post; rules: Rules; today: IsoDate };

/** The decision that gives the title; what it ends on the same day is chosen beside it. */
export function BeginForm({ cadre, post, rules, today }: Props) {
  const held = cadre.titles.filter((title) => isHeldOn(title, today) && !title.endedOn);
  const term = rules['appoint.term'];
  return (
    <ActionForm action={begin} formKey={crypto.randomUUID()} label="Ghi quyết định giữ chức vụ" className="grid max-w-4xl gap-5">
      <input type="hidden" name="cadreId" value={cadre.id} />
      <input type="hidden" name="postId" value={post.id} />
      <FormSection title="Chức vụ">
        <SelectField
          name="kind"
          label="Hình thức"
          required
          value={post.elected ? 'elected' : 'appointed'}
          options={Object.entries(APPOINTMENT_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="title" label="Tên chức vụ theo quyết định" hint="Để trống thì lấy tên trong danh mục" maxLength={200} />
        <DateField name="fromOn" label="Giữ chức vụ từ ngày" required value={formatDate(today)} />
        <DateField name="termEndsOn" label="Hết thời hạn" />
        <p className="text-ink-soft text-sm md:col-span-2">
          {post.elected || post.body
            ? 'Thời hạn theo nhiệm kỳ, nếu có.'
            : `Thời hạn để trống thì tính ${term.value} tháng từ ngày giữ chức vụ (${basisOf(term)}).`}
        </p>
        <div className="md:col-span-2">
          <Checkbox name="concurrent" label="Kiêm nhiệm, vẫn giữ chức vụ chính đang giữ" />
        </div>
      </FormSection>
      {held.length > 0 && (
        <FormSection title="Thôi giữ từ cùng ngày">
          <div id="ends" className="md:col-span-2">
            {held.map(({ id, title }) => (
              <label key={id} className="flex min-h-11 cursor-pointer items-center gap-3">
                <input type="checkbox" name="ends" value={id} className="size-5 accent-red" />
                {title}
              </label>
            ))}
          </div>
        </FormSection>
      )}
      <PersonnelDecision />
      <FormSection title="Khi hệ thống cảnh báo">
        <ReasonField className="md:col-span-2" />
      </FormSection>
      <p className="flex flex-wrap gap-2.5">
        <SubmitButton>Ghi quyết định</SubmitButton>
        <Link className="btn" href={`/cadres/${cadre.id}`} prefetch={false}>
          Thôi
        </Link>
      </p>
    </ActionForm>
  );
}
