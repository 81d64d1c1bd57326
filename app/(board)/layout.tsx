import type { ReactNode } from 'react';
import { signedIn } from '@/access/viewer';
import { Frame, type NavItem } from '@/components/shell/frame';
import type { Permission } from '@/domain/access/offices';
import { may } from '@/domain/access/viewer';
import { signOut } from './account/actions';

const NAVIGATION: [needs: Permission | null, item: NavItem][] = [
  ['desk.read', ['/', 'Việc của tôi']],
  ['briefing.read', ['/briefings', 'Giao ban quý']],
  ['target.set', ['/targets', 'Chỉ tiêu']],
  ['unit.read', ['/units', 'Tổ chức đảng', true]],
  ['member.read', ['/members', 'Đảng viên']],
  ['minutes.read', ['/meetings', 'Sinh hoạt chi bộ']],
  ['succession.read', ['/succession', 'Quy hoạch cán bộ', true]],
  ['procedure.read', ['/procedures', 'Quy trình nhân sự']],
  ['rating.read', ['/ratings', 'Xếp loại']],
  ['training.read', ['/trainings', 'Đào tạo, bồi dưỡng']],
  ['staffing.read', ['/staffing', 'Biên chế']],
  ['rule.read', ['/rules', 'Tham số quy định', true]],
  ['account.manage', ['/accounts', 'Tài khoản, chức trách']],
  ['audit.read', ['/audit', 'Nhật ký']],
  [null, ['/help', 'Hướng dẫn', true]],
];

/** Draws the frame for whoever is there; decides nothing: each page enters through the door itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const who = await signedIn();
  const items = who ? NAVIGATION.flatMap(([needs, item]) => (!needs || may(who.viewer, needs) ? [item] : [])) : [];
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
