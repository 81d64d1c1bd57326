import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead, Tag, type TagKind } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton } from '@/components/form/fields';
import { openEligibility } from '@/db/commands/eligibility-reads';
import { getProcedure, type ProcedureFile } from '@/db/queries/procedures/procedure';
import { rulesOn } from '@/db/queries/rule-sets';
import { eligibility } from '@/domain/cadres/eligibility';
import { formatDate } from '@/domain/calendar';
import { dossierOn, dossierWords, PAPER_WORDS, type PaperState } from '@/domain/procedures/dossier';
import { paperField } from '@/domain/procedures/inputs';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { Report } from '../../../../cadres/eligibility/report';
import { receive } from '../../../actions';

export const metadata: Metadata = { title: 'Hồ sơ nhân sự' };

export default async function PapersPage({ params }: PageProps<'/procedures/[procedureId]/papers/[candidateId]'>) {
  const viewer = await enter('procedure.read');
  const { procedureId, candidateId } = await params;
  const file = await getProcedure(viewer, procedureId);
  const candidate = file?.candidates.find(({ id }) => id === candidateId);
  if (!file || !candidate) notFound();
  const on = file.dossierOn ?? viewer.today;
  const [rules, facts] = await Promise.all([
    rulesOn(viewer, on, file.post.unitId),
    openEligibility(viewer, { cadreId: candidate.cadreId, postId: file.post.id, day: on }),
  ]);
  const issued = new Map(
    file.papers.filter((paper) => paper.candidateId === candidate.id).map(({ key, issuedOn }) => [key, issuedOn]),
  );
  const papers = dossierOn(issued, on, rules);
  return (
    <>
      <PageHead
        title={`Hồ sơ, điều kiện: ${candidate.fullName}`}
        crumbs={[
          { label: 'Quy trình nhân sự', href: '/procedures' },
          { label: file.post.title, href: `/procedures/${file.id}` },
        ]}
        note={`${dossierWords(papers, rules)}; tính đến ngày ${formatDate(on)}`}
      />
      {file.mayWrite && !file.concludedOn ? (
        <PaperForm file={file} candidateId={candidate.id} papers={papers} rules={rules} />
      ) : (
        <Card>
          <PaperTable papers={papers} />
        </Card>
      )}
      {facts && (
        <div className="mt-5">
          <Report lines={eligibility(facts.person, facts.post, on, rules)} />
        </div>
      )}
    </>
  );
}

const TAGS: Record<PaperState['state'], TagKind> = { missing: 'late', valid: 'ok', expired: 'due' };

const hintOf = ({ state, expiresOn }: PaperState) => (
  <>
    <Tag kind={TAGS[state]}>{PAPER_WORDS[state]}</Tag>
    {expiresOn && ` có giá trị đến ${formatDate(expiresOn)}`}
  </>
);

type FormProps = { file: ProcedureFile; candidateId: string; papers: readonly PaperState[]; rules: Rules };

const PaperForm = ({ file, candidateId, papers, rules }: FormProps) => (
  <ActionForm action={receive} formKey={randomUUID()} label="Hồ sơ" className="card grid max-w-4xl gap-4 p-4">
    <input type="hidden" name="procedureId" value={file.id} />
    <input type="hidden" name="version" value={file.version} />
    <input type="hidden" name="candidateId" value={candidateId} />
    <p className="text-ink-soft">
      Ghi ngày lập của từng giấy tờ đã nhận; để trống nếu chưa có. Bản 2C và giấy khám sức khỏe có giá trị{' '}
      {rules['papers.validity'].value} tháng ({basisOf(rules['papers.validity'])}).
    </p>
    <div className="grid gap-4 sm:grid-cols-2">
      {papers.map((paper) => (
        <DateField
          key={paper.key}
          name={paperField(paper.key)}
          label={paper.label}
          required
          hint={hintOf(paper)}
          value={paper.issuedOn && formatDate(paper.issuedOn)}
        />
      ))}
    </div>
    <DateField
      name="dossierOn"
      label="Ngày cơ quan tổ chức cấp trên nhận đủ hồ sơ"
      hint="Tuổi và thời hạn giấy tờ tính đến ngày này"
      value={file.dossierOn && formatDate(file.dossierOn)}
    />
    <p className="flex flex-wrap gap-2.5">
      <SubmitButton>Lưu hồ sơ</SubmitButton>
      <Link className="btn" href={`/procedures/${file.id}`} prefetch={false}>
        Thôi
      </Link>
    </p>
  </ActionForm>
);

const PaperTable = ({ papers }: { papers: readonly PaperState[] }) => (
  <DataTable
    caption="Hồ sơ"
    columns={[
      { key: 'label', label: 'Giấy tờ' },
      { key: 'state', label: 'Tình trạng' },
      { key: 'issued', label: 'Ngày lập' },
    ]}
    rows={papers.map((paper) => ({
      key: paper.key,
      cells: [paper.label, <span key="state">{hintOf(paper)}</span>, paper.issuedOn && formatDate(paper.issuedOn)],
    }))}
  />
);
