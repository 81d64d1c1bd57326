import Link from 'next/link';
import { Card } from '@/components/data/page';
import type { CadreChoice } from '@/db/queries/rotations/choices';
import { formatDate } from '@/domain/calendar';

export const LONGEST_NAME = 80;

type Props = { action: string; q: string; found: readonly CadreChoice[]; keep?: Record<string, string> };

/** First the person, found by name; the page comes again with `cadre` in its address. */
export function FindCadre({ action, q, found, keep = {} }: Props) {
  const kept = Object.entries(keep).filter(([, value]) => value);
  const at = (cadre: string) => `${action}?${new URLSearchParams([...kept, ['cadre', cadre]])}`;
  return (
    <Card title="Chọn cán bộ">
      <form action={action} className="flex max-w-3xl flex-wrap items-end gap-3 p-4" aria-label="Tìm cán bộ">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="block min-w-64 flex-1">
          <span className="mb-1 block font-semibold">Tên cán bộ</span>
          <input type="search" name="q" defaultValue={q} className="input" maxLength={LONGEST_NAME} />
        </label>
        <button type="submit" className="btn">
          Tìm
        </button>
      </form>
      {q && (
        <ul className="cells">
          {found.map((cadre) => (
            <li key={cadre.id}>
              <div>
                <span>
                  <b>{cadre.fullName}</b> <small>{formatDate(cadre.born)}</small>
                  <small className="block">{cadre.position ?? 'hiện không giữ chức vụ nào'}</small>
                </span>
                <Link className="btn" href={at(cadre.id)} prefetch={false} aria-label={`Chọn ${cadre.fullName}`}>
                  Chọn
                </Link>
              </div>
            </li>
          ))}
          {found.length === 0 && <li className="px-4 py-3">Không có cán bộ nào tên như vậy trong phạm vi của bạn.</li>}
        </ul>
      )}
    </Card>
  );
}
