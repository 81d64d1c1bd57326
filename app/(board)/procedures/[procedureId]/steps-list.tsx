import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card, Tag, type TagKind } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { ProcedureFile, SittingRow } from '@/db/queries/procedures/procedure';
import { formatDate } from '@/domain/calendar';
import { formatShare } from '@/domain/numbers';
import { baseOf, type Outcome, type Votes } from '@/domain/procedures/ballots';
import { lastSitting, type Progress } from '@/domain/procedures/progress';
import { BASE_WORDS, isPrinted, STEPS, type Step } from '@/domain/procedures/steps';
import { outcomeWords } from '@/domain/procedures/words';

type Props = {
  file: ProcedureFile;
  votes: ReadonlyMap<string, readonly Votes[]>;
  progress: Progress;
  running: boolean;
  mayWrite: boolean;
};

const TAGS: Partial<Record<Outcome['kind'], TagKind>> = {
  no_quorum: 'late',
  refused: 'late',
  tie: 'due',
  held: 'ok',
  passed: 'ok',
  head: 'ok',
  heard: 'ok',
  top_two: 'ok',
};

/** Every step of the procedure in its order: what was held with its counts, what comes next, what is still ahead. */
export const Steps = ({ file, votes, progress, running, mayWrite }: Props) => (
  <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
    {STEPS[file.source].map((step) => {
      const last = lastSitting(file.sittings, step.number);
      const earlier = file.sittings.filter((sitting) => sitting.number === step.number && sitting !== last);
      const again = mayWrite && last && progress.counting.at(-1)?.number === step.number;
      return (
        <li key={step.number}>
          <Card
            id={`buoc-${step.number}`}
            title={`Bước ${step.number}. ${step.name}`}
            aside={
              last ? <Tag kind={TAGS[last.outcome]}>{outcomeWords(step, last.outcome)}</Tag> : aside(step, progress, running)
            }
          >
            {last ? (
              <Sitting file={file} step={step} sitting={last} votes={votes.get(last.id) ?? []} />
            ) : (
              <p className="px-4 py-3 text-ink-soft">{step.task}</p>
            )}
            {last && (isPrinted(step) || again) && (
              <p className={`flex flex-wrap gap-2.5 px-4 pb-4 ${step.ballot === 'none' ? '' : 'pt-3'}`}>
                {isPrinted(step) && (
                  <a className="btn" href={`/print/procedures/${file.id}/steps/${step.number}`}>
                    {step.meeting ? 'In biên bản' : 'In thông báo'}
                  </a>
                )}
                {again && (
                  <Link className="btn" href={`/procedures/${file.id}/steps/${step.number}`} prefetch={false}>
                    {step.meeting ? 'Họp lại hoặc ghi lại' : 'Ghi lại'}
                  </Link>
                )}
              </p>
            )}
            {earlier.length > 0 && <Earlier step={step} sittings={earlier} />}
          </Card>
        </li>
      );
    })}
  </ol>
);

const aside = (step: Step, { next }: Progress, running: boolean) =>
  running && next?.number === step.number ? <Tag kind="due">Đến bước này</Tag> : 'Chưa đến';

type Held = { file: ProcedureFile; step: Step; sitting: SittingRow; votes: readonly Votes[] };

function Sitting({ file, step, sitting, votes }: Held) {
  const { heldOn, place, summoned, present, members } = sitting;
  const lines: ReactNode[] = [
    [
      `Ngày ${formatDate(heldOn)}`,
      place,
      sitting.minutesNumber && `${step.meeting ? 'biên bản số' : 'số'} ${sitting.minutesNumber}`,
    ]
      .filter(Boolean)
      .join(' · '),
    step.meeting && `Triệu tập ${summoned}, có mặt ${present} (${formatShare(present, summoned)})`,
    step.ballot !== 'none' && `Tỷ lệ tính trên ${BASE_WORDS[step.base]}: ${step.base === 'members' ? members : summoned}`,
    step.ballot !== 'none' && `Phát ra ${sitting.issued} phiếu, thu về ${sitting.collected}, hợp lệ ${sitting.valid}`,
    sitting.committeeOpinion && `Ý kiến của cấp ủy: ${sitting.committeeOpinion}`,
    sitting.explanation && `${step.key === 'renew' ? 'Ý kiến khác' : 'Giải trình'}: ${sitting.explanation}`,
    sitting.note && `Nội dung: ${sitting.note}`,
    sitting.againReason && `Ghi lại vì: ${sitting.againReason}`,
  ].filter(Boolean);
  return (
    <>
      <ul className="grid gap-1 px-4 py-3">
        {lines.map((words) => (
          <li key={String(words)}>{words}</li>
        ))}
        {sitting.warnings.map((words) => (
          <li key={words} className="text-amber">
            {words}
          </li>
        ))}
      </ul>
      {step.ballot !== 'none' && <VoteTable file={file} step={step} sitting={sitting} votes={votes} />}
      {!step.announced && (
        <p className="px-4 py-3 text-ink-soft text-sm">Kết quả phiếu không công bố tại hội nghị và không có trên bản in.</p>
      )}
    </>
  );
}

function VoteTable({ file, step, sitting, votes }: Held) {
  const base = baseOf(step, sitting);
  const nameOf = (id: string) => file.candidates.find((candidate) => candidate.id === id)?.fullName ?? '';
  return (
    <DataTable
      caption={`Kết quả phiếu bước ${step.number}`}
      columns={[
        { key: 'name', label: 'Nhân sự' },
        { key: 'votes', label: 'Số phiếu', num: true },
        { key: 'share', label: `Tỷ lệ trên ${base}`, num: true },
        { key: 'onward', label: 'Kết quả' },
      ]}
      rows={votes.map(({ candidateId, votes: got }) => ({
        key: candidateId,
        cells: [
          <span key="name" className="whitespace-nowrap">
            {nameOf(candidateId)}
          </span>,
          got,
          formatShare(got, base),
          <span key="onward" className="whitespace-nowrap">
            {sitting.onward.includes(candidateId) ? onward(step) : sitting.outcome === 'tie' ? 'chờ quyết định' : ''}
          </span>,
        ],
      }))}
    />
  );
}

/** The last vote sends nobody on: it says who is proposed. */
const onward = ({ key }: Step): string => (key === 'renew' || key === 'decide' ? 'được đề nghị' : 'đi tiếp');

const Earlier = ({ step, sittings }: { step: Step; sittings: readonly SittingRow[] }) => (
  <details className="border-line border-t px-4 py-2">
    <summary className="min-h-11 py-2 text-ink-soft">Lần ghi trước ({sittings.length})</summary>
    <ul className="pb-2">
      {sittings.map(({ id, heldOn, summoned, present, outcome, who }) => (
        <li key={id}>
          Ngày {formatDate(heldOn)}: {step.meeting && `có mặt ${present}/${summoned}, `}
          {outcomeWords(step, outcome).toLocaleLowerCase('vi')}
          {who && ` (${who} ghi)`}
        </li>
      ))}
    </ul>
  </details>
);
