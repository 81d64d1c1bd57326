import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextArea } from '@/components/form/fields';
import { ReasonField } from '@/components/form/reason-field';
import type { PlaceChoice, PostChoice } from '@/db/queries/rotations/choices';
import type { RotationDetail } from '@/db/queries/rotations/rotation';
import { PLACEMENTS } from '@/domain/rotations/words';
import { end } from '../actions';
import { DecisionFields } from '../decision-fields';
import { PlacePicker, postOptions } from '../place-picker';
import { options } from '../plans/[planId]/line-form';
import { Existing } from './proposal-forms';

type Props = { row: RotationDetail; places: readonly PlaceChoice[]; posts: readonly PostChoice[]; at: string | null };

/** What comes after the stay: the post is chosen by its place first; who stays on or retires needs none. */
export const EndForm = ({ row, places, posts, at }: Props) => (
  <div className="grid max-w-3xl gap-5 p-4">
    <PlacePicker action={`/rotations/${row.id}#end`} places={places} at={at ?? undefined} label="Nơi bố trí sau luân chuyển" />
    <ActionForm action={end} formKey={randomUUID()} label="Kết thúc luân chuyển" className="grid gap-4">
      <Existing row={row} />
      <SelectField
        name="placement"
        label="Bố trí sau luân chuyển"
        hint={`Dự kiến: ${PLACEMENTS[row.expected].toLocaleLowerCase('vi')}`}
        options={options(PLACEMENTS)}
        value={row.expected}
        required
      />
      <SelectField
        name="postId"
        label="Chức danh được bố trí"
        hint="Chọn nơi bố trí ở trên để có danh sách; ở lại hoặc nghỉ thì bỏ trống"
        options={postOptions(posts)}
        empty={posts.length ? 'Chọn chức danh' : 'Chưa chọn nơi bố trí'}
      />
      <DateField name="endedOn" label="Kết thúc từ ngày" required className="max-w-56" />
      <DecisionFields />
      <TextArea name="resultNote" label="Kết quả luân chuyển" rows={2} maxLength={1000} />
      <ReasonField />
      <div>
        <SubmitButton>Ghi kết thúc</SubmitButton>
      </div>
    </ActionForm>
  </div>
);
