'use client';

import { ActionForm, useField } from '@/components/form/action-form';
import { Checkbox, SubmitButton } from '@/components/form/fields';
import { upload } from './actions';

/** Step one: the file and the reminder about state secrets. */
export function UploadForm({ unitId, formKey }: { unitId: string; formKey: string }) {
  return (
    <ActionForm action={upload} formKey={formKey} label="Chọn tệp danh sách" className="grid max-w-2xl gap-4 p-4">
      <input type="hidden" name="unitId" value={unitId} />
      <FileField />
      <div className="rounded-box border border-amber bg-amber-tint px-4 py-2">
        <p className="font-semibold text-amber">Không tải lên tài liệu có nội dung bí mật nhà nước.</p>
        <Checkbox name="noSecrets" label="Tôi xác nhận tệp này không có nội dung bí mật nhà nước." />
      </div>
      <div>
        <SubmitButton>Đọc danh sách</SubmitButton>
      </div>
    </ActionForm>
  );
}

function FileField() {
  const { problem } = useField('file');
  return (
    <div>
      <label htmlFor="file" className="mb-1 block font-semibold">
        Tệp danh sách đảng viên
      </label>
      <p id="file-hint" className="mb-1 text-sm text-ink-soft">
        Tệp Excel kiểu .xlsx, tối đa 10 MB. Dòng tiêu đề, dòng tổng cộng và trang ẩn được nhận ra và bỏ qua.
      </p>
      <input
        id="file"
        type="file"
        name="file"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className="input"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'file-hint file-problem' : 'file-hint'}
      />
      {problem && (
        <p id="file-problem" className="mt-1 font-semibold text-red-deep">
          {problem.message}
        </p>
      )}
    </div>
  );
}
