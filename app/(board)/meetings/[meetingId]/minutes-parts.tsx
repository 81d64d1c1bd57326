import { Card, Empty, Facts, Tag, type TagKind } from '@/components/data/page';
import type { MinutesPage } from '@/db/queries/minutes';
import { formatDate } from '@/domain/calendar';
import { clockWords } from '@/domain/meetings/paper';
import { votesIn } from '@/domain/meetings/votes';
import { ATTENDANCE_LABELS, type AttendanceCode, BAND_LABELS, OUTCOME_LABELS, RESOLUTION_LABELS } from '@/domain/meetings/words';
import { formatShare } from '@/domain/numbers';
import { type Rules, VOTE_BASES } from '@/domain/rule-sets';

type Part = { minutes: MinutesPage };

export const Heading = ({ minutes }: Part) => (
  <Card title="Buổi họp">
    <Facts
      rows={[
        ['Số biên bản', minutes.number],
        [
          'Thời gian',
          minutes.startsAt && `Từ ${clockWords(minutes.startsAt)}${minutes.endsAt ? ` đến ${clockWords(minutes.endsAt)}` : ''}`,
        ],
        ['Nơi họp', minutes.place && `${minutes.place}${minutes.online ? ' (trực tuyến)' : ''}`],
        ['Chủ trì', [minutes.chairName, minutes.chairTitle].filter(Boolean).join(', ')],
        ['Thư ký', minutes.secretaryName],
        ['Khách mời', minutes.guests],
      ]}
    />
  </Card>
);

const TAGS: Partial<Record<AttendanceCode, TagKind>> = { absent: 'late', excused: 'due', suspended: 'late' };

/** Everyone who was not simply there, by code; the ones present are counted and listed below. */
export function Attendance({ minutes: { heads, people } }: Part) {
  if (!heads) return null;
  const here = people.filter(({ code }) => code === 'present');
  const others = people.filter(({ code }) => code !== 'present');
  return (
    <Card title="Điểm danh" aside={`có mặt ${heads.present}/${heads.due}, ${formatShare(heads.present, heads.due)}`}>
      <div className="grid gap-3 px-4 py-3">
        <p>
          Tổng số {heads.total} đảng viên (chính thức {heads.officials}, dự bị {heads.total - heads.officials}); chính thức có mặt{' '}
          {heads.officialsPresent}.
        </p>
        <ul className="grid gap-1.5">
          {others.map(({ memberId, name, code, reason }) => (
            <li key={memberId}>
              <Tag kind={TAGS[code]}>{ATTENDANCE_LABELS[code]}</Tag> {name}
              {reason && <span className="text-ink-soft"> · {reason}</span>}
            </li>
          ))}
        </ul>
        <details>
          <summary className="min-h-11 py-2.5">Có mặt đúng giờ: {here.length}</summary>
          <p>{here.map(({ name }) => name).join(', ')}</p>
        </details>
      </div>
    </Card>
  );
}

export const Content = ({ minutes: { agenda, opinions, conclusion } }: Part) => (
  <Card title="Nội dung">
    <div className="grid gap-4 px-4 py-3">
      <ol className="grid list-decimal gap-2 pl-5">
        {agenda.map((item) => (
          <li key={item.title}>
            {item.title}
            {item.presenter && <span className="text-ink-soft"> · trình bày: {item.presenter}</span>}
            {item.document && <div className="text-ink-soft">Tài liệu: {item.document}</div>}
          </li>
        ))}
      </ol>
      {opinions.length > 0 && (
        <div>
          <h3 className="font-semibold">Ý kiến</h3>
          <ul className="mt-1 grid gap-2">
            {opinions.map(({ speakerName, text }) => (
              <li key={speakerName + text}>
                <b>{speakerName}:</b> <span className="whitespace-pre-line">{text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {conclusion && (
        <div>
          <h3 className="font-semibold">Kết luận của người chủ trì</h3>
          <p className="mt-1 whitespace-pre-line">{conclusion}</p>
        </div>
      )}
    </div>
  </Card>
);

/** Votes with the base they are counted on and the share that the rule of the day asks for. */
export function Votes({ minutes: { resolutions }, rules }: Part & { rules: Rules }) {
  if (!resolutions.length) return null;
  const shares = votesIn(rules);
  return (
    <Card title="Biểu quyết" aside={resolutions.length}>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Nội dung</th>
              <th scope="col" className="text-right">
                Tổng số được tính
              </th>
              <th scope="col" className="text-right">
                Tán thành
              </th>
              <th scope="col" className="text-right">
                Không tán thành
              </th>
              <th scope="col" className="text-right">
                Ý kiến khác
              </th>
              <th scope="col" className="text-right">
                Tỷ lệ
              </th>
              <th scope="col">Kết quả</th>
            </tr>
          </thead>
          <tbody>
            {resolutions.map((vote) => {
              const { over, numerator, denominator, base } = shares[vote.kind];
              return (
                <tr key={vote.text + vote.kind}>
                  <td className="min-w-60">
                    <div className="text-ink-soft text-sm">{RESOLUTION_LABELS[vote.kind]}</div>
                    {vote.text}
                    {vote.baseReason && <div className="text-ink-soft text-sm">Căn cứ tính: {vote.baseReason}</div>}
                  </td>
                  <td className="num">{vote.base}</td>
                  <td className="num">{vote.inFavour}</td>
                  <td className="num">{vote.against}</td>
                  <td className="num">{vote.other}</td>
                  <td className="num">{formatShare(vote.inFavour, vote.base)}</td>
                  <td className="min-w-44">
                    <Tag kind={vote.passed ? 'ok' : 'late'}>{vote.passed ? 'Thông qua' : 'Không thông qua'}</Tag>
                    <div className="text-ink-soft text-sm">
                      cần {over ? 'quá' : 'ít nhất'} {numerator}/{denominator} số {VOTE_BASES[base]}
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

export function Work({ minutes: { assignments, closed } }: Part) {
  return (
    <Card title="Phân công">
      {!assignments.length && !closed.length && <Empty>Buổi họp không giao việc mới.</Empty>}
      {assignments.length > 0 && (
        <div className="table-box">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Việc</th>
                <th scope="col">Người thực hiện</th>
                <th scope="col" className="num">
                  Thời hạn
                </th>
              </tr>
            </thead>
            <tbody>
              {assignments.map(({ text, memberName, dueOn }) => (
                <tr key={text + memberName}>
                  <td>{text}</td>
                  <td>{memberName}</td>
                  <td className="num">{dueOn ? formatDate(dueOn) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {closed.length > 0 && (
        <div className="px-4 py-3">
          <h3 className="font-semibold">Việc đã giao trước, đánh giá trong buổi này</h3>
          <ul className="mt-1 grid gap-1.5">
            {closed.map(({ text, outcome, note }) => (
              <li key={text}>
                <Tag kind={outcome === 'done' ? 'ok' : 'due'}>{OUTCOME_LABELS[outcome]}</Tag> {text}
                {note && <span className="text-ink-soft"> · {note}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

const points = (value: number) => String(value).replace('.', ',');

export function Score({ minutes: { score } }: Part) {
  if (!score) return null;
  return (
    <Card title="Chấm điểm buổi sinh hoạt" aside={`${points(score.points)}/${points(score.max)} · ${BAND_LABELS[score.band]}`}>
      <Facts rows={score.groups.map(({ label, max, points: given }) => [label, `${points(given)}/${points(max)}`] as const)} />
    </Card>
  );
}
