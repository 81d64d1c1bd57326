import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PartyHeader, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { readVotes } from '@/db/commands/procedures/reads';
import { getProcedure } from '@/db/queries/procedures/procedure';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate } from '@/domain/calendar';
import { longDate, placeOf } from '@/domain/meetings/paper';
import { tallyPaper } from '@/domain/procedures/paper';
import { lastSitting } from '@/domain/procedures/progress';
import { renewalWords } from '@/domain/procedures/renewal-paper';
import { isPrinted, stepOf } from '@/domain/procedures/steps';
import { lowerFirst } from '@/domain/text';
import { bareName } from '@/domain/units/bare-name';
import { Blocks, Signers } from '../../../../minutes/[meetingId]/paper-parts';
import { InternalDraft } from '../../internal-draft';
import { renewalOnPaper } from '../../renewal';
import { NoticePaper } from './notice-paper';

export const metadata: Metadata = { title: 'Biên bản kiểm phiếu' };

/** The minutes of a step as the meeting may see them; the notice that a term ends. */
export default async function PrintedTally({ params }: PageProps<'/print/procedures/[procedureId]/steps/[number]'>) {
  const viewer = await enter('procedure.read');
  const { procedureId, number } = await params;
  const file = await getProcedure(viewer, procedureId);
  const step = file && stepOf(file.source, Number(number));
  const sitting = step && isPrinted(step) && lastSitting(file.sittings, step.number);
  const votes = sitting && (await readVotes(viewer, file.id, true));
  if (!file || !sitting || !votes) notFound();
  const rules = await rulesOn(viewer, sitting.heldOn, file.post.unitId);
  const renewal = renewalOnPaper(file);
  if (renewal && step.key === 'notice') return <NoticePaper file={file} sitting={sitting} renewal={renewal} rules={rules} />;
  const sections = tallyPaper(step, sitting, votes.get(sitting.id) ?? [], file.candidates, rules);
  return (
    <main lang="vi">
      <PrintBar back={`/procedures/${file.id}`} />
      <PrintPage>
        <InternalDraft who={viewer.name} today={viewer.today} done={Boolean(file.concludedOn)} />
        <PartyHeader
          superior={file.managingUnitName === file.post.unitName ? undefined : bareName(file.managingUnitName)}
          issuer={file.post.unitName}
          number={sitting.minutesNumber && `Số ${sitting.minutesNumber}`}
          placeAndDate={`${placeOf({ superiorName: file.post.unitName, provinceName: file.provinceName })}, ${longDate(sitting.heldOn, sitting.heldOn)}`}
        />
        <PrintTitle
          kind={step.ballot === 'none' ? 'Biên bản' : 'Biên bản kiểm phiếu'}
          about={`${step.name}, ${renewal ? `${renewalWords(renewal, rules)} đối với đồng chí ${renewal.name}, chức vụ` : 'nhân sự giữ chức vụ'} ${file.post.title}`}
        />
        <p>
          Ngày {formatDate(sitting.heldOn)}, tại {sitting.place ?? '……'}, {file.post.unitName} tổ chức {lowerFirst(step.name)}{' '}
          theo quy trình nhân sự (bước {step.number}).
        </p>
        {sections.slice(0, -1).map(({ heading, blocks }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <Blocks blocks={blocks} />
          </section>
        ))}
        <div className="break-inside-avoid">
          {sections.slice(-1).map(({ heading, blocks }) => (
            <section key={heading}>
              <h2>{heading}</h2>
              <Blocks blocks={blocks} />
            </section>
          ))}
          <Signers
            signers={[
              { title: 'TỔ TRƯỞNG TỔ KIỂM PHIẾU', name: sitting.secretaryName ?? '' },
              { title: 'CHỦ TRÌ', name: sitting.chairName ?? '' },
            ]}
          />
        </div>
      </PrintPage>
    </main>
  );
}
