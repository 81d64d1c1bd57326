import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { SelectField, SubmitButton, TextField } from '@/components/form/fields';
import type { PostChoice } from '@/db/queries/rotations/choices';
import type { PlanDetail } from '@/db/queries/rotations/plans';
import { PLACEMENT_FORMS, PLACEMENTS } from '@/domain/rotations/words';
import { addLine } from '../../actions';
import { postOptions } from '../../place-picker';

export const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** months: the least stay by the rule in force, as the suggestion. */
export const LineForm = ({ plan, posts, months }: { plan: PlanDetail; posts: readonly PostChoice[]; months: number }) => (
  <ActionForm action={addLine} formKey={randomUUID()} label="Thêm vị trí" className="grid gap-4">
    <input type="hidden" name="planId" value={plan.id} />
    <input type="hidden" name="version" value={plan.version} />
    <SelectField name="postId" label="Chức danh" options={postOptions(posts)} empty="Chọn chức danh" required />
    <TextField name="need" label="Nhu cầu" hint="Vì sao vị trí này cần người luân chuyển đến" required maxLength={500} />
    <div className="field-row">
      <SelectField name="form" label="Hình thức" options={options(PLACEMENT_FORMS)} empty="Chọn hình thức" required />
      <SelectField
        name="expected"
        label="Dự kiến bố trí sau luân chuyển"
        options={options(PLACEMENTS)}
        empty="Chọn cách bố trí"
        required
      />
      <TextField
        name="startsMonth"
        label="Bắt đầu từ tháng"
        value={`01/${plan.year}`}
        hint="Dạng 01/2027"
        required
        maxLength={7}
      />
      <TextField name="months" label="Thời gian (tháng)" value={String(months)} inputMode="numeric" required maxLength={3} />
    </div>
    <div>
      <SubmitButton>Thêm vị trí</SubmitButton>
    </div>
  </ActionForm>
);
