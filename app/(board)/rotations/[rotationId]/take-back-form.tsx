import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import type { RotationDetail, RotationEventRow } from '@/db/queries/rotations/rotation';
import { formatDate } from '@/domain/calendar';
import type { Decision } from '@/domain/rotations/entries';
import { ROTATION_EVENTS } from '@/domain/rotations/words';
import { takeBack, takeBackRecord } from '../actions';
import { Existing } from './proposal-forms';

type Props = { row: RotationDetail; decision: RotationEventRow & { kind: Decision } };

/** Says what goes with the entry before it is taken back. */
export const TakeBackForm = ({ row, decision }: Props) => (
  <ActionForm key={row.version} action={takeBack} formKey={randomUUID()} label="Hủy bút toán ghi sai" className="grid gap-4 p-4">
    <Existing row={row} />
    <input type="hidden" name="entry" value={decision.kind} />
    <p>
      Hủy <b>“{ROTATION_EVENTS[decision.kind]}”</b> ngày {formatDate(decision.effectiveOn)}. {FOLLOWS[decision.kind](row)} Bút
      toán vẫn còn trong sổ, gạch ngang và kèm lý do.
    </p>
    <TextField name="reason" label="Lý do" hint="Ví dụ: ghi nhầm người, quyết định chưa ban hành" required maxLength={500} />
    <div>
      <SubmitButton primary={false}>Hủy bút toán</SubmitButton>
    </div>
  </ActionForm>
);

const FOLLOWS: Record<Decision, (row: RotationDetail) => string> = {
  begun: ({ fromTitle, toTitle }) =>
    `Chức vụ “${toTitle}” do quyết định này giao bị hủy theo, chức vụ “${fromTitle}” được giữ lại như trước; lượt này trở lại là đề xuất.`,
  extended: () => 'Thời hạn trở lại như trước khi gia hạn.',
  ended: ({ toTitle }) =>
    `Chức vụ được bố trí sau luân chuyển bị hủy theo, chức vụ “${toTitle}” được giữ lại như trước; lượt này tiếp tục.`,
};

/** A past rotation is never edited: it is taken back, and entered again as it should be. */
export const TakeBackRecordForm = ({ row }: { row: RotationDetail }) => (
  <ActionForm key={row.version} action={takeBackRecord} formKey={randomUUID()} label="Hủy lượt đã ghi" className="grid gap-4 p-4">
    <Existing row={row} />
    <p>Lượt ghi nhầm không sửa mà hủy rồi ghi lại. Sổ và các số sẽ trừ lượt này; bút toán vẫn còn, gạch ngang và kèm lý do.</p>
    <TextField name="reason" label="Lý do" hint="Ví dụ: ghi nhầm người, ghi trùng" required maxLength={500} />
    <div>
      <SubmitButton primary={false}>Hủy lượt này</SubmitButton>
    </div>
  </ActionForm>
);
