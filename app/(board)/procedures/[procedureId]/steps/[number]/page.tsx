import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { readVotes } from '@/db/commands/procedures/reads';
import { getProcedure, type ProcedureFile, type SittingRow } from '@/db/queries/procedures/procedure';
import { rulesOn } from '@/db/queries/rule-sets';
import { noticeBy } from '@/domain/cadres/terms';
import { formatDate } from '@/domain/calendar';
import { lastSitting, progressOf } from '@/domain/procedures/progress';
import { BASE_WORDS, type Step, stepOf } from '@/domain/procedures/steps';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { StepForm } from './step-form';

export const metadata: Metadata = { title: 'Ghi một bước quy trình' };

export default async function StepPage({ params }: PageProps<'/procedures/[procedureId]/steps/[number]'>) {
  const viewer = await enter('procedure.write');
  const { procedureId, number } = await params;
  const file = await getProcedure(viewer, procedureId, 'procedure.write');
  const step = file && stepOf(file.source, Number(number));
  if (!file || !step || file.concludedOn) notFound();
  const before = lastSitting(file.sittings, step.number);
  const [rules, votes] = await Promise.all([
    rulesOn(viewer, viewer.today),
    before && step.ballot !== 'none' ? readVotes(viewer, file.id) : null,
  ]);
  return (
    <>
      <PageHead
        title={`Bước ${step.number}. ${step.name}`}
        crumbs={[
          { label: 'Quy trình nhân sự', href: '/procedures' },
          { label: file.post.title, href: `/procedures/${file.id}` },
        ]}
        note={step.task}
      />
      <StepForm
        procedure={{ id: file.id, version: file.version }}
        step={step}
        names={standing(file, step)}
        before={before && { ...before, votes: votes?.get(before.id) ?? [] }}
        notes={notesOf(file, step, rules)}
      />
    </>
  );
}

/** Those who came on from the step before, by name. */
function standing(file: ProcedureFile, step: Step): { id: string; fullName: string }[] {
  const everyone = file.candidates.map(({ id }) => id);
  const earlier: SittingRow[] = file.sittings.filter(({ number }) => number < step.number);
  const onward = new Set(step.number === 1 ? everyone : progressOf(file.source, everyone, earlier).candidates);
  return file.candidates.filter(({ id }) => onward.has(id));
}

/** What the counts are held against, with the rule beside each. */
const notesOf = ({ termEndsOn }: ProcedureFile, step: Step, rules: Rules) => ({
  quorum: `Có mặt ít nhất ${rules['cadre.quorum'].value.numerator}/${rules['cadre.quorum'].value.denominator} số người được triệu tập (${basisOf(rules['cadre.quorum'])})`,
  pass: `Tỷ lệ tính trên ${BASE_WORDS[step.base]}, không tính trên số có mặt; đạt khi quá một nửa (${basisOf(rules['cadre.pass'])})`,
  day:
    step.key === 'notice' && termEndsOn
      ? `Trước hoặc trong ngày ${formatDate(noticeBy(termEndsOn, rules))} (${basisOf(rules['appoint.notice'])})`
      : undefined,
  tie: `Chỉ chọn khi số phiếu đúng bằng một nửa (${basisOf(rules['cadre.tie'])})`,
});
