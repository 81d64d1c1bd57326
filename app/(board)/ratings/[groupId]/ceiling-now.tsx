'use client';

import { useEffect, useRef, useState } from 'react';
import { type CeilingRules, ceilingOf, type Rated, suggestionOf } from '@/domain/ratings/ceiling';
import { LEVEL_WORDS, LEVELS, levelOf } from '@/domain/ratings/words';

type Row = Rated & { name: string };
type Props = { rows: readonly Row[]; rules: CeilingRules; prominent: boolean; basis: string };

/** The ceiling of the group as the form around it stands at this moment; without script, as it was opened. */
export function CeilingNow({ rows, rules, prominent, basis }: Props) {
  const [shown, setShown] = useState(rows);
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    const form = here.current?.closest('form');
    const recount = () => {
      if (!form) return setShown(rows);
      const typed = new FormData(form);
      setShown(rows.map((row) => ({ ...row, level: levelOf(String(typed.get(`level-${row.id}`) ?? row.level ?? '')) })));
    };
    recount();
    form?.addEventListener('change', recount);
    return () => form?.removeEventListener('change', recount);
  }, [rows]);
  const ceiling = ceilingOf(shown, rules, prominent);
  return (
    <section ref={here} aria-live="polite" aria-label="Trần xuất sắc" className="border-line border-b px-4 py-3">
      <p>
        {LEVELS.map((level) => `${LEVEL_WORDS[level].letter} ${ceiling[level]}`).join(' · ')}
        {ceiling.undecided > 0 && ` · chưa xếp ${ceiling.undecided}`}
      </p>
      <p className={ceiling.over > 0 ? 'font-semibold text-red-deep' : undefined}>
        Được nhiều nhất <b>{ceiling.allowed}</b> “xuất sắc” ({ceiling.percent}% của {ceiling.base})
        {ceiling.over > 0
          ? `; đang vượt ${ceiling.over}.`
          : ceiling.outstanding < ceiling.allowed
            ? `; còn ${ceiling.allowed - ceiling.outstanding}.`
            : '; vừa đủ.'}
      </p>
      {ceiling.over > 0 && <Held rows={shown} rules={rules} prominent={prominent} />}
      <p className="text-ink-soft text-sm">{basis}</p>
    </section>
  );
}

function Held({ rows, rules, prominent }: Omit<Props, 'rows' | 'basis'> & { rows: readonly Row[] }) {
  const { tied, heldBack } = suggestionOf(rows, rules, prominent);
  const names = (ids: readonly string[]) => rows.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ');
  return (
    <p>
      {heldBack.length > 0 && `Điểm thấp nhất trong số “xuất sắc”: ${names(heldBack)}. `}
      {tied.length > 0 && `Bằng điểm ở ranh giới, do cấp có thẩm quyền chọn: ${names(tied)}.`}
    </p>
  );
}
