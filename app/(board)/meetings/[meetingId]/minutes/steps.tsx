'use client';

import type { Minutes } from '@/domain/meetings/inputs';
import { type HeadCount, headCount, type MinutesContext, scoreOf, voteBase, votesNeeded } from '@/domain/meetings/minutes';
import {
  ATTENDANCE_LABELS,
  type AttendanceCode,
  BAND_LABELS,
  EXCUSES,
  OUTCOME_LABELS,
  type Outcome,
  RESOLUTION_LABELS,
  type ResolutionKind,
} from '@/domain/meetings/words';
import { AddButton, Area, Block, DayLine, Line, Pick, Segments, TimeLine } from './controls';

export type StepProps = {
  minutes: Minutes;
  context: MinutesContext;
  edit: (next: Minutes) => void;
  problem: (path: string) => string | undefined;
};

type ListKey = 'agenda' | 'opinions' | 'resolutions' | 'assignments' | 'attendance' | 'closing';

/** Changes one row of one of the lists. */
function changeRow<K extends ListKey>({ minutes, edit }: StepProps, key: K, at: number, part: Partial<Minutes[K][number]>): void {
  edit({ ...minutes, [key]: minutes[key].map((row, index) => (index === at ? { ...row, ...part } : row)) });
}
const addRow = <K extends ListKey>({ minutes, edit }: StepProps, key: K, row: Minutes[K][number]) =>
  edit({ ...minutes, [key]: [...minutes[key], row] });
const removeRow = ({ minutes, edit }: StepProps, key: ListKey, at: number) =>
  edit({ ...minutes, [key]: minutes[key].filter((_, index) => index !== at) });

const named = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const people = ({ context }: StepProps) => context.roll.map(({ id, name }) => ({ value: id, label: name }));

export function MeetingStep(props: StepProps) {
  const { minutes, edit, problem, context } = props;
  const field = (key: keyof Minutes & string) => ({
    value: String(minutes[key] ?? ''),
    problem: problem(key),
    onChange: (value: string) => edit({ ...minutes, [key]: value }),
  });
  return (
    <div className="space-y-4">
      <datalist id="roll">
        {context.roll.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <DayLine label="Ngày họp" {...field('heldOn')} />
      <div className="grid grid-cols-2 gap-3">
        <TimeLine label="Bắt đầu" {...field('startsAt')} />
        <TimeLine label="Kết thúc" {...field('endsAt')} />
      </div>
      <Line label="Nơi họp" {...field('place')} />
      <Line label="Chủ trì" list="roll" {...field('chairName')} />
      <Line label="Chức vụ của người chủ trì" {...field('chairTitle')} />
      <Line label="Thư ký (người ghi biên bản)" list="roll" {...field('secretaryName')} />
      <Line label="Đại biểu dự (nếu có)" {...field('guests')} />
      <label className="flex min-h-12 items-center gap-3">
        <input
          type="checkbox"
          className="size-6 accent-red"
          checked={minutes.online}
          onChange={(event) => edit({ ...minutes, online: event.target.checked })}
        />
        Họp trực tuyến
      </label>
    </div>
  );
}

const QUICK = [
  { value: 'present', label: 'Có mặt', tone: 'good' },
  { value: 'excused', label: 'Vắng có lý do', tone: 'care' },
  { value: 'absent', label: 'Vắng', tone: 'care' },
] as const;

export function Votes({ heads, context }: { heads: HeadCount; context: MinutesContext }) {
  const { ordinary, admission } = context.rules;
  return (
    <div className="rounded-box bg-green-tint px-4 py-3 text-green" role="status">
      <b>
        {heads.present} / {heads.due}
      </b>{' '}
      đảng viên có mặt · {heads.officialsPresent} / {heads.officials} chính thức
      <p className="text-[16px]">
        Cần {votesNeeded(ordinary.value, voteBase('ordinary', heads))} phiếu để thông qua nghị quyết,{' '}
        {votesNeeded(admission.value, voteBase('admission', heads))} phiếu để đề nghị kết nạp.
      </p>
      <details className="text-[16px]">
        <summary className="min-h-11 py-2 text-blue underline">Cách tính</summary>
        Nghị quyết: {ordinary.value.over ? 'trên' : 'ít nhất'} {ordinary.value.numerator}/{ordinary.value.denominator} của{' '}
        {heads.voting} đảng viên chính thức có quyền biểu quyết, kể cả người vắng ({ordinary.citation}). Kết nạp, công nhận chính
        thức, xóa tên: ít nhất {admission.value.numerator}/{admission.value.denominator} của {heads.officials} đảng viên chính
        thức ({admission.citation}). Không tính theo số người có mặt.
      </details>
    </div>
  );
}

export function AttendanceStep(props: StepProps) {
  const { minutes, context } = props;
  const roll = new Map(context.roll.map((member) => [member.id, member]));
  return (
    <div className="space-y-3">
      <p className="text-ink-soft">Mọi người đang được ghi là có mặt. Chạm để sửa người vắng.</p>
      <Votes heads={headCount(context.roll, minutes.attendance)} context={context} />
      {context.roll.length === 0 && (
        <p>Chi bộ chưa có đảng viên nào trong sổ. Hãy đề nghị Đảng ủy nhập danh sách đảng viên trước.</p>
      )}
      {minutes.attendance.map((row, at) => {
        const member = roll.get(row.memberId);
        return member && <Person key={row.memberId} {...props} at={at} member={member} />;
      })}
    </div>
  );
}

function Person({ at, member, ...props }: StepProps & { at: number; member: MinutesContext['roll'][number] }) {
  const row = props.minutes.attendance[at];
  if (!row) return null;
  const set = (part: Partial<typeof row>) => changeRow(props, 'attendance', at, part);
  const quick = QUICK.some(({ value }) => value === row.code);
  return (
    <section className="card px-3.5 py-3" aria-label={member.name}>
      <b className="block">{member.name}</b>
      <span className="text-[16px] text-ink-soft">
        {member.official ? 'chính thức' : 'dự bị'}
        {member.absences > 0 && ` · đã vắng không lý do ${member.absences} lần trong năm`}
      </span>
      <Segments
        legend={`Điểm danh ${member.name}`}
        value={quick ? (row.code as 'present') : ''}
        options={QUICK}
        onChange={(code) => set({ code, reason: code === 'excused' ? row.reason || EXCUSES[0] : '' })}
      />
      {row.code === 'excused' && (
        <div className="mt-2">
          <Pick
            label="Lý do"
            value={row.reason}
            onChange={(reason) => set({ reason })}
            options={EXCUSES.map((reason) => ({ value: reason, label: reason }))}
            empty="Chọn lý do"
            problem={props.problem(`attendance.${at}`)}
          />
        </div>
      )}
      <details className="mt-1 text-[16px]" open={!quick}>
        <summary className="min-h-11 py-2 text-blue">Trường hợp khác{quick ? '' : `: ${ATTENDANCE_LABELS[row.code]}`}</summary>
        <div className="flex flex-wrap gap-2">
          {(['late', 'online', 'exempt', 'away', 'suspended'] as AttendanceCode[]).map((code) => (
            <button
              key={code}
              type="button"
              className={`chip ${row.code === code ? 'on' : ''}`}
              aria-pressed={row.code === code}
              onClick={() => set({ code, reason: '' })}
            >
              {ATTENDANCE_LABELS[code]}
            </button>
          ))}
        </div>
      </details>
    </section>
  );
}

const OUTCOMES = (Object.keys(OUTCOME_LABELS) as Outcome[]).map((value) => ({
  value,
  label: OUTCOME_LABELS[value],
  tone: value === 'done' ? ('good' as const) : ('care' as const),
}));

export function ClosingStep(props: StepProps) {
  const { minutes, context, problem } = props;
  if (!context.open.length)
    return <p className="card p-4 text-ink-soft">Không còn việc nào của các tháng trước chưa đánh giá.</p>;
  return (
    <div className="space-y-3">
      <p className="text-ink-soft">Việc giao từ những lần họp trước đến nay thế nào?</p>
      {context.open.map((assignment, at) => {
        const row = minutes.closing[at];
        return (
          row && (
            <section key={assignment.id} className="card px-3.5 py-3" aria-label={assignment.text}>
              <b>{assignment.text}</b>
              <Segments
                legend={`Kết quả: ${assignment.text}`}
                value={row.outcome}
                options={OUTCOMES}
                onChange={(outcome) => changeRow(props, 'closing', at, { outcome })}
              />
              {problem(`closing.${at}`) && <p className="mt-1 font-semibold text-red-deep">{problem(`closing.${at}`)}</p>}
              {row.outcome && row.outcome !== 'done' && (
                <div className="mt-2">
                  <Line label="Vướng ở đâu?" value={row.note} onChange={(note) => changeRow(props, 'closing', at, { note })} />
                </div>
              )}
            </section>
          )
        );
      })}
    </div>
  );
}

export function ContentStep(props: StepProps) {
  const { minutes, problem } = props;
  return (
    <div className="space-y-3">
      {problem('agenda') && <p className="font-semibold text-red-deep">{problem('agenda')}</p>}
      {minutes.agenda.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place and carry no id of their own
        <Block key={at} title={`Nội dung ${at + 1}`} onRemove={() => removeRow(props, 'agenda', at)}>
          <Area label="Nội dung" rows={2} value={item.title} onChange={(title) => changeRow(props, 'agenda', at, { title })} />
          <Line
            label="Người trình bày"
            list="roll"
            value={item.presenter}
            onChange={(presenter) => changeRow(props, 'agenda', at, { presenter })}
          />
          <Line
            label="Văn bản, tài liệu (số, ngày)"
            value={item.document}
            onChange={(document) => changeRow(props, 'agenda', at, { document })}
          />
        </Block>
      ))}
      <AddButton onClick={() => addRow(props, 'agenda', { title: '', presenter: '', document: '' })}>Thêm nội dung</AddButton>
      <h2 className="pt-3 text-[20px]">Ý kiến thảo luận</h2>
      {minutes.opinions.map((opinion, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place and carry no id of their own
        <Block key={at} title={`Ý kiến ${at + 1}`} onRemove={() => removeRow(props, 'opinions', at)}>
          <Pick
            label="Người phát biểu"
            value={opinion.speakerId}
            empty="Chọn đồng chí"
            options={people(props)}
            problem={problem(`opinions.${at}.speakerName`)}
            onChange={(speakerId) =>
              changeRow(props, 'opinions', at, {
                speakerId,
                speakerName: props.context.roll.find(({ id }) => id === speakerId)?.name ?? '',
              })
            }
          />
          <Area label="Ý kiến" value={opinion.text} onChange={(text) => changeRow(props, 'opinions', at, { text })} />
        </Block>
      ))}
      <AddButton onClick={() => addRow(props, 'opinions', { speakerId: '', speakerName: '', text: '' })}>Thêm ý kiến</AddButton>
    </div>
  );
}

export function VoteStep(props: StepProps) {
  const { minutes, edit, context, problem } = props;
  const heads = headCount(context.roll, minutes.attendance);
  const start = (kind: ResolutionKind) => ({
    kind,
    text: '',
    base: voteBase(kind, heads),
    baseReason: '',
    inFavour: heads.officialsPresent,
    against: 0,
    other: 0,
  });
  return (
    <div className="space-y-3">
      <Area
        label="Kết luận của người chủ trì"
        rows={5}
        value={minutes.conclusion}
        problem={problem('conclusion')}
        onChange={(conclusion) => edit({ ...minutes, conclusion })}
      />
      <h2 className="pt-3 text-[20px]">Biểu quyết</h2>
      {minutes.resolutions.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place and carry no id of their own
        <Vote key={at} {...props} at={at} heads={heads} />
      ))}
      <AddButton onClick={() => addRow(props, 'resolutions', start('ordinary'))}>Thêm biểu quyết</AddButton>
    </div>
  );
}

function Vote({ at, heads, ...props }: StepProps & { at: number; heads: HeadCount }) {
  const vote = props.minutes.resolutions[at];
  if (!vote) return null;
  const set = (part: Partial<typeof vote>) => changeRow(props, 'resolutions', at, part);
  const number = (key: 'inFavour' | 'against' | 'other' | 'base') => ({
    type: 'number' as const,
    value: String(vote[key]),
    onChange: (typed: string) => set({ [key]: Math.max(0, Math.trunc(Number(typed) || 0)) }),
  });
  const rule = props.context.rules[vote.kind];
  const counted = voteBase(vote.kind, heads);
  return (
    <Block title={`Biểu quyết ${at + 1}`} onRemove={() => removeRow(props, 'resolutions', at)}>
      <Pick
        label="Loại"
        value={vote.kind}
        options={named(RESOLUTION_LABELS)}
        onChange={(kind) => set({ kind: kind as ResolutionKind, base: voteBase(kind as ResolutionKind, heads), baseReason: '' })}
      />
      <Area
        label="Nội dung biểu quyết"
        rows={2}
        value={vote.text}
        problem={props.problem(`resolutions.${at}.text`)}
        onChange={(text) => set({ text })}
      />
      <div className="grid grid-cols-3 gap-2">
        <Line label="Tán thành" {...number('inFavour')} problem={props.problem(`resolutions.${at}.inFavour`)} />
        <Line label="Không" {...number('against')} />
        <Line label="Ý kiến khác" {...number('other')} />
      </div>
      <Line
        label="Tổng số được tính"
        hint={`Theo danh sách: ${counted}. Cần ${votesNeeded(rule.value, vote.base)} phiếu (${rule.citation}).`}
        {...number('base')}
        problem={props.problem(`resolutions.${at}.base`)}
      />
      {vote.base !== counted && (
        <Line label="Lý do dùng số khác" value={vote.baseReason} onChange={(baseReason) => set({ baseReason })} />
      )}
    </Block>
  );
}

export function AssignStep(props: StepProps) {
  const { minutes, context, problem } = props;
  return (
    <div className="space-y-3">
      {minutes.assignments.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place and carry no id of their own
        <Block key={at} title={`Việc ${at + 1}`} onRemove={() => removeRow(props, 'assignments', at)}>
          <Area
            label="Việc cần làm"
            rows={2}
            value={row.text}
            problem={problem(`assignments.${at}.text`)}
            onChange={(text) => changeRow(props, 'assignments', at, { text })}
          />
          <Pick
            label="Người thực hiện"
            value={row.memberId}
            empty="Chọn đồng chí"
            options={people(props)}
            problem={problem(`assignments.${at}.memberName`)}
            onChange={(memberId) =>
              changeRow(props, 'assignments', at, {
                memberId,
                memberName: context.roll.find(({ id }) => id === memberId)?.name ?? '',
              })
            }
          />
          <DayLine label="Thời hạn" value={row.dueOn} onChange={(dueOn) => changeRow(props, 'assignments', at, { dueOn })} />
        </Block>
      ))}
      <AddButton onClick={() => addRow(props, 'assignments', { text: '', memberId: '', memberName: '', dueOn: '' })}>
        Giao thêm việc
      </AddButton>
      <Scores {...props} />
    </div>
  );
}

function Scores({ minutes, context, edit, problem }: StepProps) {
  const { groups } = context.rules.rubric.value;
  const score = scoreOf(minutes.scores, context.rules.rubric.value);
  const set = (key: string, typed: string) => {
    const { [key]: _old, ...others } = minutes.scores;
    edit({ ...minutes, scores: typed === '' ? others : { ...others, [key]: Number(typed) || 0 } });
  };
  const full = () =>
    edit({
      ...minutes,
      scores: Object.fromEntries(groups.flatMap(({ criteria }) => criteria.map(({ key, max }) => [key, max]))),
    });
  return (
    <>
      <h2 className="pt-3 text-[20px]">Chấm điểm buổi sinh hoạt</h2>
      <p className="text-[16px] text-ink-soft">{context.rules.rubric.citation}</p>
      <p role="status" className="rounded-box bg-green-tint px-4 py-3 text-green">
        {score ? (
          <>
            <b>{score.score.toLocaleString('vi-VN')}</b> / 100 điểm · xếp loại <b>{BAND_LABELS[score.band]}</b>
          </>
        ) : (
          'Chưa chấm điểm'
        )}
      </p>
      {!score && (
        <button type="button" className="btn w-full" onClick={full}>
          Bắt đầu từ điểm tối đa rồi trừ
        </button>
      )}
      {groups.map((group) => (
        <fieldset key={group.key} className="card space-y-3 p-4">
          <legend className="sr-only">{group.label}</legend>
          <p className="font-semibold" aria-hidden>
            {group.label} <span className="text-ink-soft">(tối đa {group.max})</span>
          </p>
          {group.criteria.map((criterion) => (
            <Line
              key={criterion.key}
              type="number"
              label={`${criterion.label} (0–${criterion.max})`}
              value={minutes.scores[criterion.key] === undefined ? '' : String(minutes.scores[criterion.key])}
              problem={problem(`scores.${criterion.key}`)}
              onChange={(typed) => set(criterion.key, typed)}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
