import type { ReactNode } from 'react';
import { signedIn } from '@/access/viewer';
import { type NavItem, Shell } from '@/components/shell/shell';
import type { Permission } from '@/domain/access/offices';
import { may } from '@/domain/access/viewer';
import { signOut } from './account/actions';

const NAVIGATION: (NavItem & { needs: Permission | null })[] = [
  { href: '/', label: 'Việc của tôi', needs: 'desk.read' },
  { href: '/briefings', label: 'Giao ban quý', needs: 'briefing.read' },
  { href: '/targets', label: 'Chỉ tiêu', needs: 'target.set' },
  { href: '/units', label: 'Tổ chức đảng', needs: 'unit.read', rule: true },
  { href: '/members', label: 'Đảng viên', needs: 'member.read' },
  { href: '/meetings', label: 'Sinh hoạt chi bộ', needs: 'minutes.read' },
  { href: '/rules', label: 'Tham số quy định', needs: 'rule.read', rule: true },
  { href: '/accounts', label: 'Tài khoản, chức trách', needs: 'account.manage' },
  { href: '/audit', label: 'Nhật ký', needs: 'audit.read' },
  { href: '/help', label: 'Hướng dẫn', needs: null, rule: true },
];

/** Draws the frame for whoever is there; decides nothing: each page enters through the door itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const who = await signedIn();
  const items = who ? NAVIGATION.filter((item) => !item.needs || may(who.viewer, item.needs)) : [];
  const held = who?.viewer.offices[0];
  const here = who && {
    name: who.viewer.name,
    office: held ? `${held.label} · ${held.unitName}` : 'Chưa có chức trách',
    signOut,
  };
  return (
    <Shell
      items={items}
      here={here ?? undefined}
      search={who ? may(who.viewer, 'member.read') : false}
      large={who ? may(who.viewer, 'minutes.write') : false}
    >
      {children}
    </Shell>
  );
}
