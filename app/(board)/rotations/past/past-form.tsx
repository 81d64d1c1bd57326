import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SelectField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import { ROTATION_LEVELS } from '@/domain/rotations/levels';
import { BASES, PLACEMENTS } from '@/domain/rotations/words';
import { recordPast } from '../actions';
import { options } from '../plans/[planId]/line-form';

/** A rotation as its papers say it. */
export const PastForm = ({ cadreId }: { cadreId: string }) => (
  <ActionForm action={recordPast} formKey={randomUUID()} label="Ghi luân chuyển đã qua" className="grid max-w-3xl gap-5 p-4">
    <input type="hidden" name="cadreId" value={cadreId} />
    <End of="from" legend="Trước luân chuyển" example="Trưởng phòng Nội vụ" place="Đảng bộ huyện Tân Bình" />
    <End of="to" legend="Luân chuyển đến" example="Bí thư Đảng ủy xã Tân Lập" place="Đảng bộ xã Tân Lập" />
    <Choice name="basis" label="Đối tượng luân chuyển" options={options(BASES)} value="a" required />
    <div className="field-row">
      <DateField name="startedOn" label="Bắt đầu từ" hint="Không rõ ngày thì ghi tháng, dạng 03/2014" required />
      <DateField name="endedOn" label="Kết thúc" hint="Không rõ ngày thì ghi tháng, dạng 05/2017" required />
    </div>
    <div className="field-row">
      <TextField name="decisionNumber" label="Số, ký hiệu quyết định" hint="Ví dụ: 215-QĐ/TU" maxLength={60} />
      <DateField name="decisionDate" label="Ngày quyết định" />
      <TextField name="issuer" label="Cơ quan quyết định" maxLength={200} />
      <TextField name="signer" label="Người ký" maxLength={80} />
    </div>
    <TextField
      name="source"
      label="Nguồn tài liệu"
      hint="Cần ghi khi không còn số quyết định. Ví dụ: lý lịch cán bộ kê khai năm 2019"
      maxLength={300}
    />
    <div className="field-row">
      <SelectField
        name="placement"
        label="Đã bố trí sau luân chuyển"
        options={options(PLACEMENTS)}
        empty="Chọn cách bố trí"
        required
      />
      <TextField name="placementTitle" label="Chức vụ, đơn vị được bố trí" maxLength={300} />
    </div>
    <TextArea name="resultNote" label="Kết quả luân chuyển" rows={2} maxLength={1000} />
    <div>
      <SubmitButton>Ghi vào sổ</SubmitButton>
    </div>
  </ActionForm>
);

type EndProps = { of: 'from' | 'to'; legend: string; example: string; place: string };

const End = ({ of, legend, example, place }: EndProps) => (
  <fieldset>
    <legend className="mb-2 font-semibold text-lg">{legend}</legend>
    <TextField
      name={`${of}Title`}
      label={of === 'from' ? 'Chức vụ trước luân chuyển' : 'Chức vụ luân chuyển đến'}
      hint={`Ví dụ: ${example}`}
      required
      maxLength={200}
      className="mb-4"
    />
    <div className="field-row">
      <TextField
        name={`${of}UnitName`}
        label={of === 'from' ? 'Đơn vị nơi đi' : 'Đơn vị nơi đến'}
        hint={`Tên lúc đó, ví dụ: ${place}`}
        required
        maxLength={200}
      />
      <SelectField
        name={`${of}Level`}
        label={of === 'from' ? 'Cấp của nơi đi' : 'Cấp của nơi đến'}
        options={options(ROTATION_LEVELS)}
        empty="Chọn cấp"
        required
      />
    </div>
  </fieldset>
);
