'use client';

import { useField } from '@/components/form/action-form';
import { LEVEL_WORDS, LEVELS, type Level } from '@/domain/ratings/words';

/** The level of one row of a table; named by the row, for those who do not see it. */
export function LevelSelect({ id, of, value }: { id: string; of: string; value: Level | null }) {
  const name = `level-${id}`;
  const { problem, typed, attempt } = useField(name);
  return (
    <>
      <select
        key={attempt}
        id={name}
        name={name}
        className="input min-w-40"
        aria-label={`Mức xếp loại của ${of}`}
        defaultValue={typed ?? value ?? ''}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      >
        {value === null && <option value="">Chưa đề xuất</option>}
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {LEVEL_WORDS[level].label.replace(' nhiệm vụ', '')}
          </option>
        ))}
      </select>
      {problem && (
        <p id={`${name}-problem`} className="mt-1 font-semibold text-red-deep text-sm">
          {problem.message}
        </p>
      )}
    </>
  );
}
