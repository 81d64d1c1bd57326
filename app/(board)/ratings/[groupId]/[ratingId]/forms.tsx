import { randomUUID } from 'node:crypto';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import type { RatingRow } from '@/db/queries/ratings/group';
import { formatDate } from '@/domain/calendar';
import { LEVEL_WORDS, LEVELS, type Level, type Subject } from '@/domain/ratings/words';
import { propose, recordSelf, remove, revise } from '../../actions';

const OPTIONS = LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level].label }));
const typed = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));

const Existing = ({ row }: { row: RatingRow }) => (
  <>
    <input type="hidden" name="ratingId" value={row.id} />
    <input type="hidden" name="version" value={row.version} />
  </>
);

export const SelfForm = ({ row, subject }: { row: RatingRow; subject: Subject }) => (
  <ActionForm action={recordSelf} formKey={randomUUID()} label="Kết quả và tự xếp loại" className="grid gap-4 p-4 sm:grid-cols-2">
    <Existing row={row} />
    <TextField name="points" label="Điểm (0–100)" value={typed(row.points ?? row.selfPoints)} maxLength={6} />
    <TextField name="above" label="Khối lượng vượt yêu cầu (%)" value={typed(row.above)} inputMode="numeric" maxLength={4} />
    <TextField name="assigned" label="Số việc được giao" value={typed(row.assigned)} inputMode="numeric" maxLength={6} />
    <TextField name="done" label="Số việc đã xong" value={typed(row.done)} inputMode="numeric" maxLength={6} />
    <TextField
      name="onTime"
      label="Xong đúng hạn, bảo đảm chất lượng"
      value={typed(row.onTime)}
      inputMode="numeric"
      maxLength={6}
    />
    {subject === 'collective' && (
      <TextField
        name="disciplined"
        label="Đơn vị, thành viên bị kỷ luật"
        value={typed(row.disciplined)}
        inputMode="numeric"
        maxLength={4}
      />
    )}
    {!row.selfAt && (
      <>
        <SelectField name="selfLevel" label="Tự xếp loại" value={row.selfLevel ?? ''} options={OPTIONS} empty="Chưa tự xếp" />
        <DateField name="selfOn" label="Ngày tự xếp loại" value={row.selfOn ? formatDate(row.selfOn) : ''} />
      </>
    )}
    <TextField
      name="violation"
      label="Vi phạm thuộc trường hợp không hoàn thành"
      value={row.violation}
      maxLength={300}
      className="sm:col-span-2"
    />
    <div className="sm:col-span-2">
      <SubmitButton>Lưu kết quả</SubmitButton>
    </div>
  </ActionForm>
);

export const ProposeForm = ({ row, computed }: { row: RatingRow; computed: Level | null }) => (
  <ActionForm action={propose} formKey={randomUUID()} label="Đề xuất xếp loại" className="grid gap-4 p-4">
    <Existing row={row} />
    <SelectField
      name="level"
      label="Mức đề xuất"
      required
      value={row.proposedLevel ?? computed ?? ''}
      options={OPTIONS}
      empty="Chọn mức"
    />
    <TextArea
      name="reason"
      label="Lý do"
      rows={2}
      value={row.proposedReason}
      maxLength={500}
      hint="Cần ghi khi khác mức theo điểm và điều kiện"
    />
    <div>
      <SubmitButton primary={false}>Lưu đề xuất</SubmitButton>
    </div>
  </ActionForm>
);

export const ReviseForm = ({ row }: { row: RatingRow }) => (
  <Card title="Xếp loại lại bằng quyết định khác">
    <ActionForm action={revise} formKey={randomUUID()} label="Xếp loại lại" className="grid gap-4 p-4 sm:grid-cols-2">
      <Existing row={row} />
      <SelectField name="level" label="Mức mới" required value="" options={OPTIONS} empty="Chọn mức" className="sm:col-span-2" />
      <TextField name="decisionNumber" label="Số quyết định" required maxLength={60} />
      <DateField name="decisionDate" label="Ngày quyết định" required />
      <TextField name="issuer" label="Cơ quan ra quyết định" required maxLength={200} />
      <TextField name="signer" label="Người ký" maxLength={80} />
      <TextField name="reason" label="Lý do" required maxLength={500} className="sm:col-span-2" />
      <div className="sm:col-span-2">
        <SubmitButton primary={false}>Ghi quyết định</SubmitButton>
      </div>
    </ActionForm>
  </Card>
);

export const RemoveForm = ({ row }: { row: RatingRow }) => (
  <ActionForm action={remove} formKey={randomUUID()} label="Đưa ra khỏi nhóm">
    <Existing row={row} />
    <SubmitButton primary={false}>Đưa ra khỏi nhóm</SubmitButton>
  </ActionForm>
);
