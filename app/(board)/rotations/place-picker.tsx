import type { PlaceChoice } from '@/db/queries/rotations/choices';

type Props = {
  action: string;
  places: readonly PlaceChoice[];
  at?: string;
  keep?: Record<string, string | undefined>;
  label?: string;
};

/** First the place, then its titles: a plain form that loads the page again. */
export const PlacePicker = ({ action, places, at, keep = {}, label = 'Nơi đến' }: Props) => (
  <form action={action} className="flex flex-wrap items-end gap-3" aria-label={`Chọn ${label.toLocaleLowerCase('vi')}`}>
    {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
    <label className="block min-w-64 flex-1">
      <span className="mb-1 block font-semibold">{label}</span>
      <select name="at" defaultValue={at ?? ''} className="input">
        <option value="">Chọn đảng bộ, cơ quan</option>
        {places.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <button type="submit" className="btn">
      Xem chức danh
    </button>
  </form>
);

type Post = { id: string; title: string; free: number };
/** Titles as options, with the seats that stand empty today. */
export const postOptions = (posts: readonly Post[]) =>
  posts.map(({ id, title, free }) => ({ value: id, label: free > 0 ? `${title} (còn ${free} chỗ)` : `${title} (đủ người)` }));
