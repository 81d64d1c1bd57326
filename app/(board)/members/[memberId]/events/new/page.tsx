import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { getMember, listCells, type MemberDetail } from '@/db/queries/members';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { formatDate } from '@/domain/calendar';
import { isRecordedKind, offeredKinds, type RecordedKind, shapeOf } from '@/domain/members/event';
import { probationEnds } from '@/domain/members/standing-words';
import { EventForm } from './event-form';

export const metadata: Metadata = { title: 'Ghi biến động' };

export default async function NewEventPage({ params, searchParams }: PageProps<'/members/[memberId]/events/new'>) {
  const viewer = await enter('member.event');
  const member = await getMember(viewer, (await params).memberId);
  if (!member?.mayRecord) notFound();
  const { kind } = await searchParams;
  const crumbs = [
    { label: 'Đảng viên', href: `/members?unit=${member.cellId}` },
    { label: member.fullName, href: `/members/${member.id}` },
  ];
  if (!isRecordedKind(kind))
    return (
      <>
        <PageHead title="Ghi biến động" crumbs={crumbs} note="Kết nạp và chuyển đến từ ngoài tỉnh ghi ở “Thêm đảng viên”." />
        <Kinds member={member} kinds={offeredKinds(member)} />
      </>
    );
  const rules = await rulesOn(viewer, viewer.today);
  const reach = kind === 'moved' ? await chooseUnit(viewer, 'member.event') : null;
  const cells = reach ? await listCells(viewer, reach, 'member.event') : [];
  const ends = kind === 'official' ? probationEnds(member.joined, rules) : null;
  return (
    <>
      <PageHead title={shapeOf(kind).title} crumbs={crumbs} note={`${member.fullName}, ${member.cellName}`} />
      <EventForm
        member={member}
        kind={kind}
        cells={cells.filter((cell) => cell.id !== member.cellId)}
        day={ends && ends <= viewer.today ? formatDate(ends) : ''}
        rules={rules}
      />
    </>
  );
}

function Kinds({ member, kinds }: { member: MemberDetail; kinds: readonly RecordedKind[] }) {
  if (!kinds.length)
    return (
      <Card>
        <Empty>Người này đã ra khỏi danh sách; không còn biến động nào ghi được.</Empty>
      </Card>
    );
  return (
    <ul className="grid max-w-4xl gap-2.5 sm:grid-cols-2">
      {kinds.map((kind) => (
        <li key={kind}>
          <Link className="btn w-full justify-start" href={`/members/${member.id}/events/new?kind=${kind}`} prefetch={false}>
            {shapeOf(kind).title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
