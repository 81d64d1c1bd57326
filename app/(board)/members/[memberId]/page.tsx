import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead, Tag } from '@/components/data/page';
import { getMeetingsAttended, getMember, listMemberEvents, type MemberDetail } from '@/db/queries/members';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { offeredKinds } from '@/domain/members/event';
import { nextBadge, partyAge, standingWord, type WordRules } from '@/domain/members/standing-words';
import { formatCard, officialWords } from '@/domain/members/table';
import { formatShare } from '@/domain/numbers';
import { basisOf } from '@/domain/rule-sets';
import { History } from './history';

export const metadata: Metadata = { title: 'Đảng viên' };

const TAGS = { plain: 'plain', due: 'due', late: 'late', done: 'ok' } as const;

export default async function MemberPage({ params }: PageProps<'/members/[memberId]'>) {
  const viewer = await enter('member.read');
  const { memberId } = await params;
  const member = await getMember(viewer, memberId);
  if (!member) notFound();
  const [events, meetings, rules] = await Promise.all([
    listMemberEvents(viewer, memberId),
    getMeetingsAttended(viewer, memberId),
    rulesOn(viewer, viewer.today),
  ]);
  const word = standingWord({ ...member, leaving: member.leavingFor !== null }, viewer.today, rules);
  const here = `/members/${member.id}`;
  return (
    <>
      <PageHead
        title={
          <>
            {member.fullName} <Tag kind={TAGS[word.tone]}>{word.text}</Tag>
          </>
        }
        crumbs={[
          { label: member.committeeName, href: `/members?unit=${member.committeeId}` },
          { label: member.cellName, href: `/members?unit=${member.cellId}` },
        ]}
      >
        {member.cadreId && (
          <Link className="btn" href={`/cadres/${member.cadreId}`} prefetch={false}>
            Hồ sơ cán bộ
          </Link>
        )}
        {member.maySeeSensitive && (
          <Link className="btn" href={`${here}/sensitive`} prefetch={false}>
            Thông tin nhạy cảm
          </Link>
        )}
        {member.mayEdit && (
          <Link className="btn" href={`${here}/edit`} prefetch={false}>
            Sửa
          </Link>
        )}
        {member.mayRecord && offeredKinds(member).length > 0 && (
          <Link className="btn primary" href={`${here}/events/new`} prefetch={false}>
            Ghi biến động
          </Link>
        )}
      </PageHead>
      <div className="grid gap-5 xl:grid-cols-2 xl:items-start">
        <Minimum member={member} today={viewer.today} rules={rules} />
        <div className="grid gap-5">
          <Card title="Sinh hoạt 12 tháng qua">
            <p className="px-4 py-3">
              {meetings.due ? (
                <>
                  Dự <b>{meetings.present}</b> trong {meetings.due} lần phải dự ({formatShare(meetings.present, meetings.due)})
                </>
              ) : (
                'Chưa có biên bản sinh hoạt nào ghi người này.'
              )}
            </p>
          </Card>
          <Card title="Công tác, trình độ">
            <Facts rows={workRows(member)} />
          </Card>
          <Card title="Nhân thân">
            <Facts rows={identityRows(member)} />
          </Card>
        </div>
      </div>
      <History events={events} memberId={member.id} mayReverse={member.mayRecord} className="mt-5" />
      <p className="mt-3 text-ink-soft text-sm">
        Sửa lần cuối {member.updatedBy ? `bởi ${member.updatedBy}, ` : ''}
        {member.updatedAt.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })}.
      </p>
    </>
  );
}

/** The nine fields of the central e-handbook first (339-QĐ): all a list needs to know of a person; the citizen number is kept behind its own right. */
function Minimum({ member, today, rules }: { member: MemberDetail; today: IsoDate; rules: WordRules }) {
  const badge = nextBadge(member.joined, today, rules);
  return (
    <Card title="Thông tin chính">
      <Facts
        rows={[
          ['Họ và tên', <b key="name">{member.fullName}</b>],
          ['Ngày sinh', formatDate(member.born)],
          ['Giới tính', member.female ? 'Nữ' : 'Nam'],
          ['Ngày vào Đảng', formatDate(member.joined)],
          ['Ngày chính thức', officialWords(member, rules)],
          [
            'Số thẻ',
            <span key="card" className="tabular-nums">
              {formatCard(member.cardNumber)}
            </span>,
          ],
          ['Chi bộ', member.cellName],
          [
            'Số căn cước',
            member.maySeeSensitive ? (
              <Link key="id" href={`/members/${member.id}/sensitive`} prefetch={false}>
                Xem ở phần nhạy cảm
              </Link>
            ) : (
              'Chỉ người có quyền được xem'
            ),
          ],
          ['Điện thoại', member.phone ?? '—'],
          ['Tuổi Đảng', `${partyAge(member.joined, today)} năm`],
          [
            'Huy hiệu tiếp theo',
            badge && member.status !== 'left' ? (
              <>
                {badge.tier} năm, đủ từ {formatDate(badge.on)}{' '}
                <span className="text-ink-soft text-sm">({basisOf(rules['badge.tiers'])})</span>
              </>
            ) : null,
          ],
          ['Số lý lịch', member.biographyNumber],
          ['Được giới thiệu đến', member.leavingFor],
          ['Miễn sinh hoạt', member.exempt ? 'Có' : null],
          ['Sinh hoạt tạm thời', member.away ? 'Đang ở nơi khác' : null],
          ['Ra khỏi danh sách', member.leftOn && formatDate(member.leftOn)],
        ]}
      />
    </Card>
  );
}

const workRows = (member: MemberDetail) =>
  [
    ['Nghề nghiệp', member.occupation],
    ['Nơi làm việc', member.workplace],
    ['Chức vụ', member.position],
    ['Giáo dục phổ thông', member.generalEducation],
    ['Chuyên môn', member.professionalLevel],
    ['Lý luận chính trị', member.politicalTheory],
    ['Quản lý nhà nước', member.stateManagement],
    ['Ngoại ngữ', member.foreignLanguage],
  ] as const;

const identityRows = (member: MemberDetail) =>
  [
    ['Tên khai sinh', member.birthName],
    ['Quê quán', member.homePlace],
    ['Nơi sinh', member.birthPlace],
    ['Nơi ở', member.address],
    ['Thư điện tử', member.email],
    ['Ghi chú', member.note],
  ] as const;
