import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton } from '@/components/form/fields';
import { getHeldPost, type HeldPost, listPostChoices, type PostChoice } from '@/db/queries/procedures/choices';
import { rulesOn } from '@/db/queries/rule-sets';
import { noticeBy } from '@/domain/cadres/terms';
import { formatDate } from '@/domain/calendar';
import { DECISION_KINDS, type DecisionKind, EFFECTS, isDecisionKind } from '@/domain/procedures/decision-kinds';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { askedText } from '@/domain/text';
import { decide } from '../../actions';
import { DecisionPaper } from '../../decision-paper';
import { Part } from '../../form-part';

export const metadata: Metadata = { title: 'Quyết định về chức vụ' };

/** First appointments come by a procedure; everything else on a post that is held is decided here. */
const OFFERED = DECISION_KINDS.filter((kind) => kind !== 'appointment');

export default async function PostDecisionPage({ params, searchParams }: PageProps<'/procedures/decisions/[appointmentId]'>) {
  const viewer = await enter('appointment.decide');
  const held = await getHeldPost(viewer, (await params).appointmentId);
  if (!held) notFound();
  const asked = await searchParams;
  const kind = askedText(asked.kind) ?? '';
  const crumbs = [{ label: held.fullName, href: `/cadres/${held.cadreId}` }];
  const note = `${held.title}, từ ${formatDate(held.fromOn)}${held.termEndsOn ? ` đến ${formatDate(held.termEndsOn)}` : ''}`;
  if (!isDecisionKind(kind) || kind === 'appointment')
    return (
      <>
        <PageHead title="Quyết định về chức vụ" crumbs={crumbs} note={note} />
        <Kinds held={held} />
      </>
    );
  const search = askedText(asked.q) ?? '';
  const [rules, posts] = await Promise.all([
    rulesOn(viewer, viewer.today),
    EFFECTS[kind].post === 'other' ? listPostChoices(viewer, 'appointment.decide', search) : [],
  ]);
  return (
    <>
      <PageHead title={EFFECTS[kind].label} crumbs={crumbs} note={note} />
      {EFFECTS[kind].post === 'other' && <PostSearch held={held} kind={kind} search={search} />}
      <DecisionForm held={held} kind={kind} posts={posts} rules={rules} />
    </>
  );
}

const Kinds = ({ held }: { held: HeldPost }) => (
  <Card title="Chọn loại quyết định">
    <ul className="grid gap-2.5 p-4 sm:grid-cols-2">
      {OFFERED.map((kind) => (
        <li key={kind}>
          <Link className="btn w-full justify-start" href={`/procedures/decisions/${held.id}?kind=${kind}`} prefetch={false}>
            {EFFECTS[kind].label}
          </Link>
        </li>
      ))}
    </ul>
  </Card>
);

const PostSearch = ({ held, kind, search }: { held: HeldPost; kind: DecisionKind; search: string }) => (
  <search className="mb-4 block">
    <form action={`/procedures/decisions/${held.id}`} className="flex flex-wrap gap-2.5">
      <input type="hidden" name="kind" value={kind} />
      <input
        type="search"
        name="q"
        className="input sm:max-w-[360px]"
        aria-label="Tìm chức danh mới"
        placeholder="Tìm chức danh, đơn vị mới…"
        defaultValue={search}
        maxLength={100}
      />
      <button type="submit" className="btn">
        Tìm chức danh
      </button>
    </form>
  </search>
);

/** The rule that the last day is held against. */
const untilHint = (kind: DecisionKind, rules: Rules): string => {
  if (kind === 'secondment') return `Biệt phái không quá ${rules['second.max'].value} tháng (${basisOf(rules['second.max'])})`;
  if (kind === 'extension')
    return `Kéo dài đến tuổi nghỉ hưu khi còn dưới ${rules['appoint.extend'].value} tháng (${basisOf(rules['appoint.extend'])})`;
  const whole = `Để trống ngày cuối: ${rules['appoint.term'].value} tháng (${basisOf(rules['appoint.term'])})`;
  return kind === 'reappointment' ? `${whole}, hoặc đến tuổi nghỉ hưu nếu sớm hơn` : whole;
};

/** For going on in the same post: when notice had to be given. */
const noticeHint = (termEndsOn: string, rules: Rules): string =>
  `Thông báo hết thời hạn trước hoặc trong ngày ${formatDate(noticeBy(termEndsOn, rules))} (${basisOf(rules['appoint.notice'])}); không rõ thì để trống`;

const termNote = (held: HeldPost, kind: DecisionKind, rules: Rules): string | undefined =>
  [
    ...(EFFECTS[kind].until === 'none' ? [] : [untilHint(kind, rules)]),
    ...(EFFECTS[kind].post === 'same' && held.termEndsOn ? [noticeHint(held.termEndsOn, rules)] : []),
  ]
    .map((words) => `${words}.`)
    .join(' ') || undefined;

type FormProps = { held: HeldPost; kind: DecisionKind; posts: readonly PostChoice[]; rules: Rules };

const DecisionForm = ({ held, kind, posts, rules }: FormProps) => (
  <ActionForm action={decide} formKey={randomUUID()} label={EFFECTS[kind].label} className="grid max-w-4xl gap-5">
    <input type="hidden" name="decision" value={kind} />
    <input type="hidden" name="appointmentId" value={held.id} />
    <input type="hidden" name="version" value={held.version} />
    <Part title={EFFECTS[kind].label} note={termNote(held, kind, rules)}>
      {EFFECTS[kind].post === 'other' && (
        <SelectField
          name="postId"
          label="Chức danh mới"
          required
          empty="Chọn chức danh"
          className="sm:col-span-2"
          options={posts.map(({ id, title, unitName, free }) => ({
            value: id,
            label: `${title}, ${unitName}${free ? '' : ' (đủ người)'}`,
          }))}
        />
      )}
      <DateField name="effectiveOn" label="Có hiệu lực từ ngày" required />
      {EFFECTS[kind].until !== 'none' && (
        <DateField name="until" label="Đến ngày" required={EFFECTS[kind].until === 'required'} />
      )}
      {EFFECTS[kind].post === 'same' && held.termEndsOn && <DateField name="noticedOn" label="Ngày thông báo hết thời hạn" />}
    </Part>
    <DecisionPaper />
    <p className="text-ink-soft text-sm">
      Bút toán đã ghi không sửa được; nếu ghi nhầm thì hủy bằng một bút toán ngược, có lý do.
    </p>
    <p className="flex flex-wrap gap-2.5">
      <SubmitButton>Ghi quyết định</SubmitButton>
      <Link className="btn" href={`/procedures/decisions/${held.id}`} prefetch={false}>
        Loại quyết định khác
      </Link>
    </p>
  </ActionForm>
);
