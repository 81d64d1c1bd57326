import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import type { SittingRow } from '@/db/queries/procedures/procedure';
import { formatDate } from '@/domain/calendar';
import type { Votes } from '@/domain/procedures/ballots';
import { votesField } from '@/domain/procedures/step-problems';
import type { Step } from '@/domain/procedures/steps';
import { record } from '../../../actions';
import { Part } from '../../../form-part';

type Before = SittingRow & { votes: readonly Votes[] };
type Props = {
  procedure: { id: string; version: number };
  step: Step;
  names: readonly { id: string; fullName: string }[];
  /** The sitting that this one takes the place of. */
  before: Before | undefined;
  notes: { quorum: string; pass: string; tie: string; day: string | undefined };
};

/** One sitting of a step: only the fields that this step asks for. */
export const StepForm = ({ procedure, step, names, before, notes }: Props) => (
  <ActionForm action={record} formKey={randomUUID()} label={`Bước ${step.number}`} className="grid max-w-4xl gap-5">
    <input type="hidden" name="procedureId" value={procedure.id} />
    <input type="hidden" name="version" value={procedure.version} />
    <input type="hidden" name="number" value={step.number} />
    {before && (
      <Part title="Ghi lần nữa">
        <TextField
          name="againReason"
          label={step.meeting ? 'Lý do họp lại hoặc ghi lại' : 'Lý do ghi lại'}
          required
          maxLength={300}
          hint="Lần ghi trước vẫn còn trong sổ; lần ghi này được tính"
          className="sm:col-span-2"
        />
      </Part>
    )}
    <Meeting step={step} before={before} notes={notes} />
    {step.ballot !== 'none' && <Ballot step={step} names={names} before={before} notes={notes} />}
    <Part title="Nội dung">
      {step.key === 'select' && (
        <TextArea
          name="explanation"
          label="Giải trình khi kết quả khác bước 2"
          value={before?.explanation}
          maxLength={3000}
          className="sm:col-span-2"
        />
      )}
      {step.key === 'renew' && (
        <TextArea
          name="explanation"
          label="Ý kiến khác"
          hint="Người đứng đầu quyết định khi đúng một nửa thì phải báo cáo các ý kiến khác"
          value={before?.explanation}
          maxLength={3000}
          className="sm:col-span-2"
        />
      )}
      {step.key === 'decide' && (
        <TextArea
          name="committeeOpinion"
          label="Ý kiến bằng văn bản của cấp ủy"
          hint="Có trước khi biểu quyết; ghi số, ngày văn bản và nội dung"
          value={before?.committeeOpinion}
          maxLength={3000}
          className="sm:col-span-2"
        />
      )}
      <TextArea
        name="note"
        label={step.key === 'renew' || !step.meeting ? 'Nội dung chính' : 'Nội dung chính, ý kiến khác'}
        value={before?.note}
        maxLength={3000}
        className="sm:col-span-2"
      />
    </Part>
    <p className="flex flex-wrap gap-2.5">
      <SubmitButton>Ghi bước {step.number}</SubmitButton>
      <Link className="btn" href={`/procedures/${procedure.id}`} prefetch={false}>
        Thôi
      </Link>
    </p>
  </ActionForm>
);

const Count = ({ name, label, value }: { name: string; label: string; value?: number | null }) => (
  <TextField
    name={name}
    label={label}
    required
    inputMode="numeric"
    maxLength={6}
    value={value === null || value === undefined ? '' : String(value)}
  />
);

const Meeting = ({ step, before, notes }: Pick<Props, 'step' | 'before' | 'notes'>) => (
  <Part
    title={step.paper?.title ?? 'Hội nghị'}
    note={`Thành phần: ${step.participants}.${step.meeting ? ` ${notes.quorum}.` : ''}`}
  >
    <DateField
      name="heldOn"
      label={step.paper?.day ?? 'Ngày họp'}
      required
      hint={notes.day}
      value={before && formatDate(before.heldOn)}
    />
    {step.meeting && (
      <>
        <TextField name="place" label="Nơi họp" value={before?.place} maxLength={200} />
        <TextField name="chairName" label="Chủ trì" value={before?.chairName} maxLength={100} />
        <TextField name="secretaryName" label="Thư ký (tổ trưởng kiểm phiếu)" value={before?.secretaryName} maxLength={100} />
      </>
    )}
    {step.paper?.number !== null && (
      <TextField name="minutesNumber" label={step.paper?.number ?? 'Số biên bản'} value={before?.minutesNumber} maxLength={60} />
    )}
    {step.meeting && (
      <>
        <Count name="summoned" label="Được triệu tập" value={before?.summoned} />
        <Count name="present" label="Có mặt" value={before?.present} />
      </>
    )}
    {step.base === 'members' && <Count name="members" label="Tổng số thành viên tập thể lãnh đạo" value={before?.members} />}
  </Part>
);

const Ballot = ({ step, names, before, notes }: Pick<Props, 'step' | 'names' | 'before' | 'notes'>) => (
  <Part title="Kiểm phiếu" note={`${notes.pass}.${step.announced ? '' : ' Kết quả bước này không công bố tại hội nghị.'}`}>
    <Count name="issued" label="Số phiếu phát ra" value={before?.issued} />
    <Count name="collected" label="Số phiếu thu về" value={before?.collected} />
    <Count name="valid" label="Số phiếu hợp lệ" value={before?.valid} />
    {names.map(({ id, fullName }) => (
      <Count
        key={id}
        name={votesField(id)}
        label={`${step.ballot === 'opinion' ? 'Đồng ý' : step.key === 'renew' ? 'Số phiếu đồng ý' : 'Số phiếu'}: ${fullName}`}
        value={before?.votes.find(({ candidateId }) => candidateId === id)?.votes}
      />
    ))}
    {step.ballot === 'vote' && (
      <SelectField
        name="headChoice"
        label={step.key === 'renew' ? 'Người đứng đầu quyết định đồng ý' : 'Người đứng đầu quyết định chọn'}
        hint={notes.tie}
        empty="Không đặt ra"
        value={before?.headChoice}
        options={names.map(({ id, fullName }) => ({ value: id, label: fullName }))}
      />
    )}
  </Part>
);
