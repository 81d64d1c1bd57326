import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card, Empty, Tag } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import type { ProcedureCandidate, ProcedureFile } from '@/db/queries/procedures/procedure';
import { countPapers, dossierOn, dossierWords } from '@/domain/procedures/dossier';
import type { Progress } from '@/domain/procedures/progress';
import type { StripYear } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';
import { remove } from '../actions';

type Strips = ReadonlyMap<string, readonly StripYear[]>;
type Props = { file: ProcedureFile; strips: Strips; progress: Progress; today: string; rules: Rules };

/** Whom the procedure looks at, how far each has come, and how their papers stand on the day the file was or would be handed in. */
export function People({ file, strips, progress, today, rules }: Props) {
  const mayChange = file.mayWrite && !file.concludedOn && !file.sittings.length && !file.holdingId;
  return (
    <Card title="Nhân sự" aside={file.candidates.length ? `${file.candidates.length} người` : undefined}>
      {file.candidates.length === 0 && <Empty>Chưa có ai. Hãy thêm những người đủ điều kiện trước khi họp bước 1.</Empty>}
      <ul>
        {file.candidates.map((candidate) => (
          <li key={candidate.id} className="border-line border-b px-4 py-3 last:border-b-0">
            <Person file={file} strips={strips} candidate={candidate} progress={progress} today={today} rules={rules} />
            {mayChange && <Remove file={file} candidate={candidate} />}
          </li>
        ))}
      </ul>
      {mayChange && (
        <p className="px-4 py-3">
          <Link className="btn" href={`/procedures/${file.id}/candidates`} prefetch={false}>
            Thêm nhân sự
          </Link>
        </p>
      )}
    </Card>
  );
}

function Person({ file, strips, candidate, progress, today, rules }: Props & { candidate: ProcedureCandidate }) {
  const issued = new Map(
    file.papers.filter((paper) => paper.candidateId === candidate.id).map(({ key, issuedOn }) => [key, issuedOn]),
  );
  const papers = dossierOn(issued, file.dossierOn ?? today, rules);
  const { missing, expired } = countPapers(papers);
  const onward = progress.candidates.includes(candidate.id);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 font-semibold">
        {candidate.inReach ? (
          <Link href={`/cadres/${candidate.cadreId}`} prefetch={false}>
            {candidate.fullName}
          </Link>
        ) : (
          candidate.fullName
        )}
        <RatingStrip strip={strips.get(candidate.cadreId) ?? []} />
        {!onward && <Tag>Không đi tiếp</Tag>}
      </p>
      <p className="text-ink-soft">{candidate.presentTitle ?? 'Chưa giữ chức vụ'}</p>
      <p className="mt-1">
        <Link href={`/procedures/${file.id}/papers/${candidate.id}`} prefetch={false}>
          Hồ sơ, điều kiện
        </Link>
        : <span className={missing || expired ? 'text-amber' : 'text-green'}>{dossierWords(papers, rules)}</span>
      </p>
    </>
  );
}

const Remove = ({ file, candidate }: { file: ProcedureFile; candidate: ProcedureCandidate }) => (
  <ActionForm action={remove} formKey={randomUUID()} label={`Bớt ${candidate.fullName}`} className="mt-2">
    <input type="hidden" name="procedureId" value={file.id} />
    <input type="hidden" name="version" value={file.version} />
    <input type="hidden" name="candidateId" value={candidate.id} />
    <SubmitButton primary={false}>Bớt khỏi danh sách</SubmitButton>
  </ActionForm>
);
