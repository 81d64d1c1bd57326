'use client';

import { useField } from '@/components/form/action-form';
import { RESULTS, type Result } from '@/domain/trainings/words';

type Props = { id: string; of: string; result: Result; certificate: string | null };

/** The result of one learner with the number of the certificate; named by the learner, for those who do not see the row. */
export function ResultField({ id, of, result, certificate }: Props) {
  const field = useField(`result-${id}`);
  const paper = useField(`certificate-${id}`);
  return (
    <div className="flex min-w-56 flex-wrap gap-2">
      <select
        key={field.attempt}
        id={`result-${id}`}
        name={`result-${id}`}
        className="input w-52"
        aria-label={`Kết quả của ${of}`}
        defaultValue={field.typed ?? result}
        aria-invalid={field.problem ? true : undefined}
      >
        {Object.entries(RESULTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <input
        name={`certificate-${id}`}
        className="input w-40"
        aria-label={`Số văn bằng, chứng chỉ của ${of}`}
        placeholder="Số chứng chỉ"
        defaultValue={paper.typed ?? certificate ?? ''}
        maxLength={60}
        autoComplete="off"
      />
      {field.problem && <p className="font-semibold text-red-deep text-sm">{field.problem.message}</p>}
    </div>
  );
}
