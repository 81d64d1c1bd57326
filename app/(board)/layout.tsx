import type { ReactNode } from 'react';
import { signedIn } from '@/access/viewer';
import { Frame, type NavGroup, type NavItem } from '@/components/shell/frame';
import type { Permission } from '@/domain/access/offices';
import { may, type Viewer } from '@/domain/access/viewer';
import { signOut } from './account/actions';

type Entry = [needs: Permission | null, item: NavItem];

const NAVIGATION: (Entry | { label: string; entries: Entry[] })[] = [
  ['desk.read', ['/', 'Việc của tôi']],
  ['briefing.read', ['/briefings', 'Giao ban quý']],
  ['target.set', ['/targets', 'Chỉ tiêu']],
  ['unit.read', ['/units', 'Tổ chức đảng', true]],
  ['member.read', ['/members', 'Đảng viên']],
  ['minutes.read', ['/meetings', 'Sinh hoạt chi bộ']],
  {
    label: 'Công tác cán bộ',
    entries: [
      ['cadre.read', ['/cadres', 'Cán bộ']],
      ['cadre.read', ['/cadres/alarms', 'Nhắc việc']],
      ['post.read', ['/posts', 'Chức danh']],
      ['succession.read', ['/succession', 'Quy hoạch']],
      ['procedure.read', ['/procedures', 'Quy trình nhân sự']],
      ['rotation.read', ['/rotations', 'Luân chuyển']],
      ['rating.read', ['/ratings', 'Xếp loại']],
      ['training.read', ['/trainings', 'Đào tạo']],
      ['staffing.read', ['/staffing', 'Biên chế']],
    ],
  },
  ['rule.read', ['/rules', 'Tham số quy định', true]],
  ['account.manage', ['/accounts', 'Tài khoản, chức trách']],
  ['audit.read', ['/audit', 'Nhật ký']],
  [null, ['/help', 'Hướng dẫn', true]],
];

/** What of it this viewer has an office for; a group of which nothing is left is not shown. */
function shownTo(viewer: Viewer): (NavItem | NavGroup)[] {
  const open = (entries: readonly Entry[]) => entries.flatMap(([needs, item]) => (!needs || may(viewer, needs) ? [item] : []));
  return NAVIGATION.flatMap((entry): (NavItem | NavGroup)[] => {
    if (Array.isArray(entry)) return open([entry]);
    const items = open(entry.entries);
    return items.length ? [{ label: entry.label, items }] : [];
  });
}

/** Draws the frame for whoever is there; decides nothing: each page enters through the door itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const who = await signedIn();
  const items = who ? shownTo(who.viewer) : [];
  const held = who?.viewer.offices[0];
  const here = who && {
    name: who.viewer.name,
    office: held ? `${held.label} · ${held.unitName}` : 'Chưa có chức trách',
    signOut,
  };
  return (
    <Frame
      items={items}
      here={here ?? undefined}
      search={who ? may(who.viewer, 'member.read') : false}
      large={who ? may(who.viewer, 'minutes.write') : false}
    >
      {children}
    </Frame>
  );
}
