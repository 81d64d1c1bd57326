import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { openEligibility } from '@/db/commands/eligibility-reads';
import { type EligibilityFacts, getChosenCadre } from '@/db/queries/cadres/eligibility';
import { getPostChoice, listCadreChoices, listPostChoices } from '@/db/queries/procedures/choices';
import { rulesOn } from '@/db/queries/rule-sets';
import type { Viewer } from '@/domain/access/viewer';
import { eligibility } from '@/domain/cadres/eligibility';
import { eligibilityAddress, type Question, questionOf } from '@/domain/cadres/eligibility-address';
import { AGE_SITUATIONS, type AgeSituation, measuringMonth } from '@/domain/cadres/months-left';
import { formatDate, type IsoMonth, monthLabel } from '@/domain/calendar';
import { pauseWords } from '@/domain/procedures/pauses';
import { Chooser } from './choices';
import { Report } from './report';

export const metadata: Metadata = { title: 'Rà điều kiện bổ nhiệm' };

export default async function EligibilityPage({ searchParams }: PageProps<'/cadres/eligibility'>) {
  const viewer = await enter('cadre.read');
  const question = questionOf(await searchParams, viewer.today);
  const { cadre, post, day } = question;
  if (!cadre || !post) return <Asking viewer={viewer} question={question} />;
  const facts = await openEligibility(viewer, { cadreId: cadre, postId: post, day });
  if (!facts) notFound();
  return <Answered viewer={viewer} question={question} facts={facts} />;
}

const CRUMBS = [{ label: 'Cán bộ', href: '/cadres' }, { label: 'Rà điều kiện' }];

async function Asking({ viewer, question }: { viewer: Viewer; question: Question }) {
  const { cadre, post, searchCadre, searchPost } = question;
  const [person, title, people, titles] = await Promise.all([
    cadre ? getChosenCadre(viewer, cadre) : null,
    post ? getPostChoice(viewer, 'post.read', post) : null,
    searchCadre ? listCadreChoices(viewer, searchCadre, []) : [],
    searchPost ? listPostChoices(viewer, 'post.read', searchPost) : [],
  ]);
  if ((cadre && !person) || (post && !title)) notFound();
  return (
    <>
      <PageHead
        title="Đủ điều kiện?"
        crumbs={CRUMBS}
        note="Chọn một cán bộ và một chức danh để xem từng điều kiện, tiêu chuẩn đạt hay chưa theo quy định có hiệu lực."
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Chooser
          title="Cán bộ"
          chosen={
            person
              ? { label: person.name, note: person.title, again: eligibilityAddress({ ...question, cadre: undefined }) }
              : undefined
          }
          search={{
            name: 'q',
            label: 'Tìm cán bộ theo tên',
            typed: searchCadre,
            keep: { post, day: question.day, case: question.situation },
          }}
          choices={people.map(({ id, fullName, born, title: held }) => ({
            id,
            label: fullName,
            note: [`sinh ${formatDate(born)}`, held].filter(Boolean).join(' · '),
            href: eligibilityAddress({ ...question, cadre: id }),
          }))}
        />
        <Chooser
          title="Chức danh"
          chosen={
            title
              ? { label: title.title, note: title.unitName, again: eligibilityAddress({ ...question, post: undefined }) }
              : undefined
          }
          search={{
            name: 'p',
            label: 'Tìm chức danh theo tên hoặc đơn vị',
            typed: searchPost,
            keep: { cadre, day: question.day, case: question.situation },
          }}
          choices={titles.map(({ id, title: name, unitName }) => ({
            id,
            label: name,
            note: unitName,
            href: eligibilityAddress({ ...question, post: id }),
          }))}
        />
      </div>
    </>
  );
}

async function Answered({ viewer, question, facts }: { viewer: Viewer; question: Question; facts: EligibilityFacts }) {
  const { person, post, pauses } = facts;
  const rules = await rulesOn(viewer, question.day, post.unitId);
  return (
    <>
      <PageHead
        title={`${person.name}: đủ điều kiện?`}
        crumbs={CRUMBS}
        note="Lần xem này đã được ghi vào nhật ký. Kết quả để tham mưu; cấp có thẩm quyền quyết định."
      >
        <a className="btn" href={eligibilityAddress(question, { print: true })}>
          In phiếu
        </a>
      </PageHead>
      <div className="mb-5 grid items-start gap-5 lg:grid-cols-2">
        <Chooser
          title="Cán bộ"
          chosen={{ label: person.name, note: person.presentTitle, again: eligibilityAddress({ ...question, cadre: undefined }) }}
          search={{ name: 'q', label: '', typed: '', keep: {} }}
          choices={[]}
        />
        <Chooser
          title="Chức danh"
          chosen={{ label: post.title, note: post.unitName, again: eligibilityAddress({ ...question, post: undefined }) }}
          search={{ name: 'p', label: '', typed: '', keep: {} }}
          choices={[]}
        />
      </div>
      <Settings question={question} measured={post.elected ? measuringMonth(post, rules) : null} />
      {pauses.map((pause) => (
        <p key={pause.id} className="card mb-5 p-4">
          <b>Lưu ý:</b> {pauseWords(pause)}
        </p>
      ))}
      <Report lines={eligibility(person, post, question.day, rules, question.situation)} />
    </>
  );
}

/** The day by whose rules it is judged, and for what age is counted. */
function Settings({ question, measured }: { question: Question; measured: IsoMonth | null }) {
  const { cadre, post, day, situation, problem } = question;
  return (
    <Card title="Ngày xét" className="mb-5">
      <form action="/cadres/eligibility" className="flex flex-wrap items-end gap-x-5 gap-y-3 p-4">
        <input type="hidden" name="cadre" value={cadre} />
        <input type="hidden" name="post" value={post} />
        <label>
          <span className="mb-1 block font-semibold">Xét theo quy định có hiệu lực ngày</span>
          <input
            name="day"
            className="input w-full sm:w-40"
            inputMode="numeric"
            placeholder="dd/mm/yyyy"
            maxLength={10}
            defaultValue={formatDate(day)}
            aria-invalid={problem ? true : undefined}
          />
          {problem && <span className="block text-red-deep text-sm">{problem}</span>}
        </label>
        <label>
          <span className="mb-1 block font-semibold">Tính tuổi cho trường hợp</span>
          <select key={situation} name="case" className="input" defaultValue={situation ?? ''}>
            <option value="">Theo chức danh đang giữ</option>
            {(Object.keys(AGE_SITUATIONS) as AgeSituation[]).map((key) => (
              <option key={key} value={key}>
                {AGE_SITUATIONS[key]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn">
          Xem lại
        </button>
        {measured && measured !== day && (
          <Link
            href={eligibilityAddress({ ...question, day: measured })}
            className="inline-flex min-h-11 items-center"
            prefetch={false}
          >
            Xét tại mốc tính tuổi {monthLabel(measured)}
          </Link>
        )}
      </form>
    </Card>
  );
}
