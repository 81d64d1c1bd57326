import { monthOf } from '@/domain/calendar';
import { board, type Given, of, secretary, text } from './given';

/** Forms of meetings that the demo province would accept. */
export async function meetingForms({ rows, row, any, random, today }: Given) {
  const own = text(
    (await row("select h.unit_id as id from offices_held h join accounts a on a.id = h.account_id where a.username = 'bithu'"))
      .id,
  );
  const meeting = async (state: string) => {
    const { id, version } = await any('meetings', state);
    return { meetingId: id, version };
  };
  const minutes = async (more: object = {}) => {
    const { id, version } = await row(
      'select id, version from meetings where cell_id = $1 and submitted_at is null order by random() limit 1',
      [own],
    );
    const present = await rows("select id, full_name from members where cell_id = $1 and status <> 'left' order by id limit 3", [
      own,
    ]);
    const attendance = present.map((one) => ({ memberId: one.id, code: 'present', reason: '' }));
    const body = {
      heldOn: today,
      startsAt: '19:30',
      endsAt: '20:45',
      place: 'Nhà văn hóa',
      online: false,
      chairName: 'Lò Văn Thắng',
      chairTitle: 'Bí thư',
      secretaryName: 'Nguyễn Thị Hồng Nhung',
      guests: '',
      attendance,
      closing: [],
      agenda: [{ title: 'Nhiệm vụ tháng', presenter: '', document: '' }],
      opinions: [{ speakerId: present[0]?.id, speakerName: present[0]?.full_name, text: 'Nhất trí.' }],
      conclusion: 'Thống nhất.',
      resolutions: [
        { kind: 'ordinary', text: 'Nghị quyết', base: 5, baseReason: 'Theo danh sách', inFavour: 1, against: 0, other: 0 },
      ],
      assignments: [{ text: 'Thăm hộ nghèo', memberId: present[0]?.id, memberName: present[0]?.full_name, dueOn: today }],
      scores: {},
    };
    return { json: { meetingId: id, version, minutes: body, ...more } };
  };
  return {
    'meetings: start': of(secretary, () => ({
      cellId: own,
      month: monthOf(today),
      kind: random.pick(['thematic', 'extraordinary']),
    })),
    'meetings/[meetingId]: accept': of(board, () => meeting('submitted_at is not null and accepted_at is null')),
    'meetings/[meetingId]: returnToCell': of(board, async () => ({
      ...(await meeting('submitted_at is not null and accepted_at is null')),
      reason: 'Thiếu ý kiến của đảng viên',
    })),
    'meetings/[meetingId]/minutes: save': of(secretary, () => minutes()),
    'meetings/[meetingId]/minutes: submit': of(secretary, () => minutes({ accepted: true })),
  };
}
