import type { Metadata } from 'next';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton, TextField } from '@/components/form/fields';
import { FormSection } from '@/components/form/personnel-decision';
import { listPauses, type Pause } from '@/db/queries/posts/pauses';
import { chooseUnit } from '@/db/queries/units';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { endPausing, pause } from '../actions';

export const metadata: Metadata = { title: 'Tạm dừng công tác cán bộ' };

export default async function PausesPage({ searchParams }: PageProps<'/posts/pauses'>) {
  const viewer = await enter('post.read');
  const { unit: wanted, end } = await searchParams;
  const [pauses, unit] = await Promise.all([listPauses(viewer), chooseUnit(viewer, 'post.change', wanted)]);
  const ending = typeof end === 'string' ? pauses.find(({ id, mayChange }) => id === end && mayChange) : undefined;
  return (
    <>
      <PageHead
        title="Tạm dừng công tác cán bộ"
        crumbs={[{ label: 'Danh mục chức danh', href: '/posts' }]}
        note="Trong thời gian tạm dừng, việc mới về cán bộ ở tổ chức này và cấp dưới được cảnh báo, không bị chặn."
      />
      <Card>
        {pauses.length === 0 ? <Empty>Chưa có lần tạm dừng nào.</Empty> : <Pauses pauses={pauses} today={viewer.today} />}
      </Card>
      {ending && (
        <ActionForm
          action={endPausing}
          formKey={crypto.randomUUID()}
          label="Ghi ngày kết thúc tạm dừng"
          className="mt-5 grid max-w-4xl gap-5"
        >
          <input type="hidden" name="pauseId" value={ending.id} />
          <input type="hidden" name="version" value={ending.version} />
          <FormSection title={`Kết thúc tạm dừng ở ${ending.unitName}`}>
            <DateField name="toOn" label="Ngày cuối cùng tạm dừng" required value={formatDate(ending.toOn ?? viewer.today)} />
          </FormSection>
          <p>
            <SubmitButton>Lưu</SubmitButton>
          </p>
        </ActionForm>
      )}
      {unit && !ending && (
        <ActionForm action={pause} formKey={crypto.randomUUID()} label="Ghi tạm dừng" className="mt-5 grid max-w-4xl gap-5">
          <input type="hidden" name="unitId" value={unit.id} />
          <FormSection title="Ghi tạm dừng">
            <p className="text-ink-soft md:col-span-2">Ở {unit.name} và cấp dưới.</p>
            <DateField name="fromOn" label="Từ ngày" required />
            <DateField name="toOn" label="Đến hết ngày" hint="Để trống khi chưa định" />
            <TextField name="reason" label="Lý do" required maxLength={500} className="md:col-span-2" />
            <TextField name="exceptions" label="Trường hợp vẫn làm" maxLength={500} />
            <TextField name="decisionNumber" label="Số văn bản" maxLength={60} />
          </FormSection>
          <p>
            <SubmitButton>Ghi tạm dừng</SubmitButton>
          </p>
        </ActionForm>
      )}
    </>
  );
}

const Pauses = ({ pauses, today }: { pauses: readonly Pause[]; today: IsoDate }) => (
  <DataTable
    caption="Các lần tạm dừng công tác cán bộ"
    columns={['Tổ chức', 'Thời gian', 'Lý do, trường hợp vẫn làm', 'Văn bản', 'Ngày kết thúc'].map((label) => ({
      key: label,
      label,
    }))}
    rows={pauses.map((one) => ({
      key: one.id,
      cells: [
        one.unitName,
        <span key="when">
          {formatDate(one.fromOn)} – {one.toOn ? formatDate(one.toOn) : '…'}{' '}
          {one.fromOn <= today && (!one.toOn || one.toOn >= today) && <Tag kind="due">đang tạm dừng</Tag>}
        </span>,
        <span key="why">
          {one.reason}
          {one.exceptions && <span className="block text-ink-soft text-sm">Vẫn làm: {one.exceptions}</span>}
        </span>,
        [one.decisionNumber, one.enteredBy && `${one.enteredBy} ghi`].filter(Boolean).join(' · ') || '—',
        one.mayChange ? (
          <a key="end" href={`/posts/pauses?end=${one.id}`} className="inline-flex min-h-11 items-center">
            {one.toOn ? 'Sửa' : 'Ghi ngày kết thúc'}
          </a>
        ) : (
          '—'
        ),
      ],
    }))}
  />
);
