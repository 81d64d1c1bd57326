import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PartyHeader, PrintPage, PrintTitle, Signatures } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { readVotes } from '@/db/commands/procedures/reads';
import { getProcedure, type ProcedureFile } from '@/db/queries/procedures/procedure';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate } from '@/domain/calendar';
import { longDate, placeOf } from '@/domain/meetings/paper';
import { namesForPaper } from '@/domain/procedures/announcement';
import { dossierOn, dossierWords } from '@/domain/procedures/dossier';
import { summaryTable } from '@/domain/procedures/paper';
import { lastSitting, progressOf } from '@/domain/procedures/progress';
import { renewalReport, renewalRequest, renewalWords } from '@/domain/procedures/renewal-paper';
import { SOURCE_WORDS, STEPS } from '@/domain/procedures/steps';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { bareName } from '@/domain/units/bare-name';
import { Blocks } from '../../minutes/[meetingId]/paper-parts';
import { InternalDraft } from './internal-draft';
import { renewalOnPaper } from './renewal';

export const metadata: Metadata = { title: 'Tờ trình nhân sự' };

/** The proposal with the course of the procedure; votes that were not announced are not on it. */
export default async function PrintedProposal({ params }: PageProps<'/print/procedures/[procedureId]'>) {
  const viewer = await enter('procedure.read');
  const file = await getProcedure(viewer, (await params).procedureId);
  const votes = file && (await readVotes(viewer, file.id, true));
  if (!file || !votes) notFound();
  const rules = await rulesOn(viewer, viewer.today);
  const renewal = renewalOnPaper(file);
  const steps = STEPS[file.source].map((step) => {
    const sitting = lastSitting(file.sittings, step.number);
    return { step, sitting, votes: votes.get(sitting?.id ?? '') ?? [] };
  });
  return (
    <main lang="vi">
      <PrintBar back={`/procedures/${file.id}`} />
      <PrintPage>
        <InternalDraft who={viewer.name} today={viewer.today} done={Boolean(file.concludedOn)} />
        <PartyHeader
          superior={file.managingUnitName === file.post.unitName ? undefined : bareName(file.managingUnitName)}
          issuer={file.post.unitName}
          number="Số ……-TTr/……"
          placeAndDate={`${placeOf({ superiorName: file.post.unitName, provinceName: file.provinceName })}, ${longDate(null, viewer.today)}`}
        />
        <PrintTitle
          kind="Tờ trình"
          about={
            renewal
              ? `về việc ${renewalWords(renewal, rules)} đối với đồng chí ${renewal.name}`
              : `về nhân sự giữ chức vụ ${file.post.title}`
          }
        />
        <p>{renewal ? renewalReport(renewal, rules) : policyWords(file, rules)}</p>
        <h2>I. Nhân sự</h2>
        <People file={file} today={viewer.today} rules={rules} />
        <h2>II. Kết quả thực hiện quy trình ({SOURCE_WORDS[file.source]})</h2>
        <Blocks blocks={[summaryTable(steps, file.candidates)]} />
        <div className="break-inside-avoid">
          <h2>III. Đề nghị</h2>
          <p>{proposalWords(file, renewal && renewalRequest(renewal, bareName(file.managingUnitName), rules))}</p>
          <Signatures recipients={[bareName(file.managingUnitName), 'Lưu Văn phòng.']} title="Thủ trưởng cơ quan, đơn vị" />
        </div>
      </PrintPage>
    </main>
  );
}

function policyWords(file: ProcedureFile, rules: Rules): string {
  const answered = file.policyAnsweredOn
    ? `Căn cứ ${file.policyNumber ?? 'văn bản trả lời'} ngày ${formatDate(file.policyAnsweredOn)} về chủ trương nhân sự`
    : 'Chủ trương nhân sự đang chờ cấp có thẩm quyền trả lời';
  return `${answered}; ${file.post.unitName} báo cáo kết quả thực hiện quy trình giới thiệu nhân sự giữ chức vụ ${file.post.title} (${basisOf(rules['cadre.finish'])}).`;
}

function People({ file, today, rules }: { file: ProcedureFile; today: string; rules: Rules }) {
  const everyone = file.candidates.map(({ id }) => id);
  const onward = namesForPaper(file.source, everyone, progressOf(file.source, everyone, file.sittings).counting);
  return file.candidates
    .filter(({ id }) => onward.includes(id))
    .map(({ id, fullName, presentTitle }, at) => {
      const issued = new Map(
        file.papers.filter(({ candidateId }) => candidateId === id).map(({ key, issuedOn }) => [key, issuedOn]),
      );
      const papers = dossierOn(issued, file.dossierOn ?? today, rules);
      return (
        <p key={id}>
          {at + 1}. Đồng chí <b>{fullName}</b>, {presentTitle ?? 'chưa giữ chức vụ'}. Hồ sơ: {dossierWords(papers, rules)}.
        </p>
      );
    });
}

function proposalWords(file: ProcedureFile, renewal: string | null): string {
  const { candidates, next } = progressOf(
    file.source,
    file.candidates.map(({ id }) => id),
    file.sittings,
  );
  if (next) return `Quy trình đang ở bước ${next.number}; chưa đề nghị ${renewal ? 'quyết định' : 'nhân sự'}.`;
  if (renewal) return renewal;
  const names = file.candidates.filter(({ id }) => candidates.includes(id)).map(({ fullName }) => `đồng chí ${fullName}`);
  return `Kính trình ${bareName(file.managingUnitName)} xem xét, quyết định ${names.join('; ')} giữ chức vụ ${file.post.title}.`;
}
