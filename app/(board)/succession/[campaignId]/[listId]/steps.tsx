import { randomUUID } from 'node:crypto';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import type { PlanList } from '@/db/queries/succession/list';
import { approve, sendBack, setDue, submit } from '../../actions';

const Hidden = ({ list }: { list: PlanList }) => (
  <>
    <input type="hidden" name="listId" value={list.head.id} />
    <input type="hidden" name="version" value={list.head.version} />
  </>
);

/** Hands the list in; the deadline beside it for whoever opened the round. */
export function SubmitStep({ list }: { list: PlanList }) {
  return (
    <Card title="Trình danh sách">
      <ActionForm action={submit} formKey={randomUUID()} label="Trình danh sách" className="p-4">
        <Hidden list={list} />
        <p className="mb-3">Sau khi trình, danh sách đứng yên cho đến khi được phê duyệt hoặc trả lại.</p>
        <SubmitButton>Trình danh sách</SubmitButton>
      </ActionForm>
    </Card>
  );
}

export function DueStep({ list }: { list: PlanList }) {
  return (
    <details className="card p-4">
      <summary className="min-h-11 font-semibold">Đổi hạn trình</summary>
      <ActionForm action={setDue} formKey={randomUUID()} label="Đổi hạn trình" className="mt-2 grid max-w-sm gap-3">
        <Hidden list={list} />
        <DateField name="dueOn" label="Hạn trình mới" required />
        <p>
          <SubmitButton primary={false}>Lưu hạn trình</SubmitButton>
        </p>
      </ActionForm>
    </details>
  );
}

/** The decision of whoever manages the titles: for each name, or back to who drafted. */
export function ApproveStep({ list }: { list: PlanList }) {
  const names = list.entries.filter(({ approvedOn, listId }) => !approvedOn && listId === list.head.id);
  const titles = new Map(list.titles.map(({ id, name }) => [id, name]));
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card title="Phê duyệt bằng quyết định">
        <ActionForm action={approve} formKey={randomUUID()} label="Phê duyệt danh sách" className="grid gap-4 p-4">
          <Hidden list={list} />
          <fieldset>
            <legend className="mb-1 font-semibold">Người được phê duyệt</legend>
            {names.length === 0 && <p>Không có người mới; quyết định giữ nguyên danh sách đang có.</p>}
            {names.map((entry) => (
              <label key={entry.id} className="flex min-h-11 cursor-pointer items-center gap-3">
                <input type="checkbox" name="approved" value={entry.id} defaultChecked className="size-5 accent-red" />
                <span>
                  {list.persons.get(entry.personId)?.name ?? 'Cán bộ do cấp trên quản lý'}
                  <span className="text-ink-soft">, {titles.get(entry.titleId)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <DecisionFields />
          <p>
            <SubmitButton>Phê duyệt</SubmitButton>
          </p>
        </ActionForm>
      </Card>
      <Card title="Trả lại">
        <ActionForm action={sendBack} formKey={randomUUID()} label="Trả lại danh sách" className="grid gap-4 p-4">
          <Hidden list={list} />
          <TextArea name="note" label="Lý do trả lại, nội dung cần sửa" required maxLength={1000} />
          <p>
            <SubmitButton primary={false}>Trả lại</SubmitButton>
          </p>
        </ActionForm>
      </Card>
    </div>
  );
}

export const DecisionFields = () => (
  <div className="grid gap-4 sm:grid-cols-2">
    <TextField name="decisionNumber" label="Số, ký hiệu quyết định" required maxLength={60} />
    <DateField name="decisionDate" label="Ngày quyết định" required />
    <TextField name="issuer" label="Cơ quan ban hành" maxLength={200} />
    <TextField name="signer" label="Người ký" maxLength={80} />
  </div>
);
