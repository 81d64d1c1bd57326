import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '@/components/data/page';

export type Choice = { id: string; label: string; note: string | null; href: string };

type Props = {
  title: string;
  chosen?: { label: string; note: string | null; again: string };
  /** Name of the field that is searched by, its words, and what else the address keeps. */
  search: { name: string; label: string; typed: string; keep: Readonly<Record<string, string | undefined>> };
  choices: readonly Choice[];
  children?: ReactNode;
};

/** One half of the question: what was chosen, or a search by words with what it finds. A plain form: works without script. */
export function Chooser({ title, chosen, search, choices }: Props) {
  if (chosen)
    return (
      <Card
        title={title}
        aside={
          <Link href={chosen.again} prefetch={false}>
            Chọn lại
          </Link>
        }
      >
        <div className="px-4 py-3">
          <b>{chosen.label}</b>
          {chosen.note && <span className="block text-ink-soft">{chosen.note}</span>}
        </div>
      </Card>
    );
  return (
    <Card title={title}>
      <search className="block p-4">
        <form action="/cadres/eligibility" className="flex flex-wrap items-end gap-2.5">
          {Object.entries(search.keep).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <label className="grow">
            <span className="mb-1 block font-semibold">{search.label}</span>
            <input type="search" name={search.name} className="input" defaultValue={search.typed} maxLength={100} />
          </label>
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </search>
      {search.typed && choices.length === 0 && (
        <p className="px-4 pb-4 text-ink-soft">Không tìm thấy trong phạm vi của bạn. Hãy thử một phần khác của tên.</p>
      )}
      {choices.length > 0 && (
        <ul className="cells border-line border-t">
          {choices.map(({ id, label, note, href }) => (
            <li key={id}>
              <Link href={href} prefetch={false}>
                {label}
              </Link>
              {note && <small className="block">{note}</small>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
