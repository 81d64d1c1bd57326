import { randomUUID } from 'node:crypto';
import { Card } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextArea } from '@/components/form/fields';
import { accept, returnToCell } from './actions';

type Props = { meetingId: string; version: number; wrote: boolean };

/** The committee's answer to submitted minutes: accept, or return with a reason. */
export function AnswerPanel({ meetingId, version, wrote }: Props) {
  const hidden = (
    <>
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  if (wrote)
    return (
      <Card title="Duyệt biên bản">
        <p className="px-4 py-3">
          Bạn đã ghi hoặc nộp biên bản này nên không tự duyệt được. Hãy để người khác trong cấp ủy duyệt.
        </p>
      </Card>
    );
  return (
    <Card title="Duyệt biên bản">
      <div className="grid gap-4 px-4 py-4">
        <ActionForm key={`accept-${version}`} action={accept} formKey={randomUUID()} label="Duyệt biên bản">
          {hidden}
          <SubmitButton>Duyệt biên bản</SubmitButton>
        </ActionForm>
        <details className="border-line border-t pt-3">
          <summary className="min-h-11 py-2.5 font-semibold">Trả lại để chi bộ sửa</summary>
          <ActionForm
            key={`return-${version}`}
            action={returnToCell}
            formKey={randomUUID()}
            label="Trả lại biên bản"
            className="mt-2 grid gap-3"
          >
            {hidden}
            <TextArea
              name="reason"
              label="Lý do trả lại"
              hint="Ghi rõ chỗ cần sửa; bí thư chi bộ đọc được dòng này."
              required
              maxLength={1000}
            />
            <SubmitButton primary={false}>Trả lại biên bản</SubmitButton>
          </ActionForm>
        </details>
      </div>
    </Card>
  );
}
