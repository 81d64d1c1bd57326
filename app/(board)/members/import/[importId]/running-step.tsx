import { randomUUID } from 'node:crypto';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import type { ShownImport } from '@/db/queries/imports';
import { formatCount } from '@/domain/numbers';
import { start, stop } from '../actions';
import { Refresh } from './refresh';

/** The import at work, or left behind by a server that stopped. */
export function RunningStep({ list }: { list: ShownImport }) {
  const interrupted = list.step === 'interrupted';
  return (
    <Card title={interrupted ? 'Việc nhập bị gián đoạn' : 'Đang nhập vào sổ'}>
      <div className="grid max-w-2xl gap-4 p-4">
        {interrupted ? (
          <p>Máy chủ đã dừng giữa chừng. Chưa có dòng nào được ghi vào sổ; bạn có thể nhập lại từ đầu.</p>
        ) : (
          <Progress list={list} />
        )}
        <ActionForm action={interrupted ? start : stop} formKey={randomUUID()} label={interrupted ? 'Nhập lại' : 'Dừng nhập'}>
          <input type="hidden" name="importId" value={list.id} />
          <input type="hidden" name="version" value={list.version} />
          <SubmitButton primary={interrupted}>{interrupted ? 'Nhập lại từ đầu' : 'Dừng nhập'}</SubmitButton>
        </ActionForm>
      </div>
    </Card>
  );
}

function Progress({ list }: { list: ShownImport }) {
  const total = (list.counts.new ?? 0) + (list.counts.changed ?? 0) + (list.counts.decide ?? 0) - list.undecided;
  return (
    <>
      <Refresh />
      <progress
        className="h-4 w-full overflow-hidden rounded-box accent-red [&::-webkit-progress-bar]:bg-plain [&::-webkit-progress-value]:bg-red [&::-moz-progress-bar]:bg-red"
        max={Math.max(1, total)}
        value={list.doneCount}
        aria-label="Tiến độ nhập"
      />
      <p role="status">
        Đã ghi {formatCount(list.doneCount)} trong {formatCount(total)} dòng. Bạn có thể rời trang này; việc nhập vẫn tiếp tục.
      </p>
    </>
  );
}
