import { Card } from '@/components/data/page';
import { Checkbox } from '@/components/form/fields';
import type { Rateable } from '@/db/queries/ratings/groups';
import { SUBJECT_WORDS, SUBJECTS, type Subject } from '@/domain/ratings/words';

/** Looks for who may come into a group; without `subject` the group has settled it. */
export const FindRateable = ({ q, subject, hidden = {} }: { q: string; subject?: Subject; hidden?: Record<string, string> }) => (
  <Card title="Tìm người, tổ chức" className="mb-5">
    <form className="flex flex-wrap items-end gap-4 p-4" aria-label="Tìm người, tổ chức">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {subject && (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-1 font-semibold">Xếp loại</legend>
          {SUBJECTS.toReversed().map((each) => (
            <label key={each} className="chip cursor-pointer gap-2">
              <input type="radio" name="subject" value={each} defaultChecked={each === subject} className="size-5 accent-red" />
              {SUBJECT_WORDS[each]}
            </label>
          ))}
        </fieldset>
      )}
      <label className="block min-w-64">
        <span className="mb-1 block font-semibold">Chức danh, tổ chức hoặc tên</span>
        <input className="input" name="q" defaultValue={q} maxLength={100} autoComplete="off" />
      </label>
      <button type="submit" className="btn">
        Tìm
      </button>
    </form>
  </Card>
);

/** asked: a search found them, so all of them are ticked. */
export const Picks = ({ choices, asked }: { choices: readonly Rateable[]; asked: boolean }) => (
  <fieldset>
    <legend className="mb-1 font-semibold">Đưa vào nhóm</legend>
    <div className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
      {choices.map(({ id, name, title, unitName }) => (
        <Checkbox
          key={id}
          name={`pick-${id}`}
          checked={asked}
          label={
            <>
              {name}
              {title && <small className="block text-ink-soft">{placed(title, unitName)}</small>}
            </>
          }
        />
      ))}
    </div>
  </fieldset>
);

/** The unit beside the title, unless the title names it. */
const placed = (title: string, unitName: string | null): string =>
  unitName && !title.toLocaleLowerCase('vi').includes(unitName.toLocaleLowerCase('vi')) ? `${title}, ${unitName}` : title;
