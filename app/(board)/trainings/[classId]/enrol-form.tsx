import { randomUUID } from 'node:crypto';
import { Card, Empty } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Checkbox, SubmitButton } from '@/components/form/fields';
import type { Candidate } from '@/db/queries/trainings';
import { THEORY } from '@/domain/cadres/codes';
import { formatDate } from '@/domain/calendar';
import { send } from '../actions';

/** Those planned for a title are offered; anyone else is found by name. */
export const EnrolForm = ({ classId, q, candidates }: { classId: string; q: string; candidates: readonly Candidate[] }) => (
  <Card title="Cử người đi học" aside={q ? `tìm “${q}”` : 'cán bộ trong quy hoạch chưa học'}>
    <form className="flex flex-wrap items-end gap-3 p-4" aria-label="Tìm người cử đi học">
      <label className="block min-w-64">
        <span className="mb-1 block font-semibold">Tên đảng viên</span>
        <input className="input" name="q" defaultValue={q} maxLength={100} autoComplete="off" />
      </label>
      <button type="submit" className="btn">
        Tìm
      </button>
    </form>
    {candidates.length ? (
      <ActionForm key={q} action={send} formKey={randomUUID()} label="Cử người đi học" className="border-line border-t p-4">
        <input type="hidden" name="classId" value={classId} />
        <div className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
          {candidates.map(({ memberId, name, born, place, theory, planned }) => (
            <Checkbox
              key={memberId}
              name={`pick-${memberId}`}
              label={
                <>
                  {name}
                  <small className="block text-ink-soft">
                    {[
                      `sinh ${formatDate(born)}`,
                      place,
                      theory && THEORY[theory].toLocaleLowerCase('vi'),
                      planned && 'trong quy hoạch',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </>
              }
            />
          ))}
        </div>
        <div className="mt-4">
          <SubmitButton primary={false}>Cử đi học</SubmitButton>
        </div>
      </ActionForm>
    ) : (
      <Empty>
        {q
          ? 'Không tìm thấy đảng viên nào mang tên này chưa có trong lớp.'
          : 'Mọi cán bộ trong quy hoạch đã học hoặc đã có trong lớp. Hãy tìm theo tên.'}
      </Empty>
    )}
  </Card>
);
