import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Checkbox, DateField, SelectField, SubmitButton } from '@/components/form/fields';
import { type HeldPost, listHeldPosts } from '@/db/queries/procedures/choices';
import { getProcedure, type ProcedureFile } from '@/db/queries/procedures/procedure';
import { rulesOn } from '@/db/queries/rule-sets';
import { APPOINTMENT_KINDS } from '@/domain/appointments/kinds';
import { formatDate } from '@/domain/calendar';
import { countPapers, dossierOn, dossierWords } from '@/domain/procedures/dossier';
import { pausesFor, pauseWords } from '@/domain/procedures/pauses';
import { progressOf } from '@/domain/procedures/progress';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { conclude } from '../../actions';
import { DecisionPaper } from '../../decision-paper';
import { Part } from '../../form-part';
import { RenewalForm } from './renewal-form';

export const metadata: Metadata = { title: 'Ghi quyết định' };

export default async function DecisionPage({ params }: PageProps<'/procedures/[procedureId]/decision'>) {
  const viewer = await enter('appointment.decide');
  const file = await getProcedure(viewer, (await params).procedureId, 'appointment.decide');
  if (!file || file.concludedOn) notFound();
  const progress = progressOf(
    file.source,
    file.candidates.map(({ id }) => id),
    file.sittings,
  );
  if (progress.next) notFound();
  const proposed = file.candidates.filter(({ id }) => progress.candidates.includes(id));
  const [rules, held] = await Promise.all([
    rulesOn(viewer, viewer.today),
    file.holdingId
      ? []
      : listHeldPosts(
          viewer,
          proposed.map(({ cadreId }) => cadreId),
        ),
  ]);
  return (
    <>
      <PageHead
        title={`Quyết định: ${file.post.title}`}
        crumbs={[
          { label: 'Quy trình nhân sự', href: '/procedures' },
          { label: file.post.title, href: `/procedures/${file.id}` },
        ]}
        note={
          file.holdingId
            ? 'Ghi xong, chức vụ đang giữ có thời hạn mới.'
            : 'Ghi xong, chức vụ mới bắt đầu, chức vụ cũ kết thúc và vị trí cũ được báo trống.'
        }
      />
      <Doubts file={file} proposed={proposed} today={viewer.today} rules={rules} />
      {file.termEndsOn ? (
        <RenewalForm file={file} termEndsOn={file.termEndsOn} rules={rules} />
      ) : (
        <DecisionForm file={file} proposed={proposed} held={held} rules={rules} />
      )}
    </>
  );
}

type Proposed = ProcedureFile['candidates'];

/** What the rules would have one look at again before deciding; it stops nothing. */
function Doubts({ file, proposed, today, rules }: { file: ProcedureFile; proposed: Proposed; today: string; rules: Rules }) {
  const pauses = pausesFor(file.pauses, {
    unitIds: new Set(file.unitIds),
    on: today,
    kind: file.holdingId ? 'reappointment' : 'appointment',
  }).map(pauseWords);
  const papers = proposed.flatMap(({ id, fullName }) => {
    const issued = new Map(
      file.papers.filter(({ candidateId }) => candidateId === id).map(({ key, issuedOn }) => [key, issuedOn]),
    );
    const states = dossierOn(issued, file.dossierOn ?? today, rules);
    const { missing, expired } = countPapers(states);
    return missing || expired ? [`Hồ sơ của đồng chí ${fullName}: ${dossierWords(states, rules)}.`] : [];
  });
  const doubts = [...pauses, ...papers];
  if (!doubts.length) return null;
  return (
    <ul role="note" className="mb-4 max-w-4xl rounded-box bg-amber-tint px-4 py-3 text-amber">
      {doubts.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

type FormProps = { file: ProcedureFile; proposed: Proposed; held: readonly HeldPost[]; rules: Rules };

const DecisionForm = ({ file, proposed, held, rules }: FormProps) => (
  <ActionForm action={conclude} formKey={randomUUID()} label="Quyết định" className="grid max-w-4xl gap-5">
    <input type="hidden" name="procedureId" value={file.id} />
    <input type="hidden" name="version" value={file.version} />
    <Part title="Người được quyết định">
      <SelectField
        name="candidateId"
        label="Nhân sự"
        required
        value={proposed.length === 1 ? proposed[0]?.id : ''}
        empty={proposed.length === 1 ? undefined : 'Chọn nhân sự'}
        options={proposed.map(({ id, fullName }) => ({ value: id, label: fullName }))}
      />
      <SelectField
        name="kind"
        label="Hình thức"
        required
        value={file.post.elected ? 'elected' : 'appointed'}
        options={Object.entries(APPOINTMENT_KINDS).map(([value, label]) => ({ value, label }))}
      />
      <DateField name="fromOn" label="Giữ chức vụ từ ngày" required />
      <DateField
        name="termEndsOn"
        label="Hết thời hạn ngày"
        hint={`Để trống: ${rules['appoint.term'].value} tháng (${basisOf(rules['appoint.term'])})`}
      />
    </Part>
    <DecisionPaper />
    <Part title="Chức vụ đang giữ" note="Đánh dấu chức vụ mà quyết định này cho thôi; chức vụ để lại sẽ giữ kiêm nhiệm.">
      <div className="grid gap-2 sm:col-span-2">
        {held.length === 0 && <p className="text-ink-soft">Chưa giữ chức vụ nào.</p>}
        {held.map(({ id, fullName, title, fromOn, body }, at) => (
          <Checkbox
            key={id}
            name="ends"
            id={at ? `ends-${id}` : undefined}
            value={id}
            checked={!body}
            label={`${proposed.length > 1 ? `${fullName}: ` : ''}thôi ${title} (từ ${formatDate(fromOn)})`}
          />
        ))}
        <Checkbox name="concurrent" label="Chức vụ mới là kiêm nhiệm" />
      </div>
    </Part>
    <p className="flex flex-wrap gap-2.5">
      <SubmitButton>Ghi quyết định</SubmitButton>
      <Link className="btn" href={`/procedures/${file.id}`} prefetch={false}>
        Thôi
      </Link>
    </p>
  </ActionForm>
);
