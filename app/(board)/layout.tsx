import type { ReactNode } from 'react';
import { signedIn } from '@/access/viewer';
import { type NavItem, Shell } from '@/components/shell/shell';
import type { Permission } from '@/domain/access/offices';
import { may } from '@/domain/access/viewer';

const NAVIGATION: (NavItem & { needs: Permission })[] = [
  { href: '/', label: 'Việc của tôi', needs: 'desk.read' },
  { href: '/briefings', label: 'Giao ban quý', needs: 'briefing.read' },
  { href: '/units', label: 'Tổ chức đảng', needs: 'unit.read', rule: true },
  { href: '/members', label: 'Đảng viên', needs: 'member.read' },
  { href: '/meetings', label: 'Sinh hoạt chi bộ', needs: 'minutes.read' },
  { href: '/rules', label: 'Tham số quy định', needs: 'rule.read', rule: true },
  { href: '/accounts', label: 'Tài khoản, chức trách', needs: 'account.manage' },
  { href: '/audit', label: 'Nhật ký', needs: 'audit.read' },
];

/** Draws the frame for whoever is there; decides nothing: each page enters through the door itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const who = await signedIn();
  const items = who ? NAVIGATION.filter((item) => may(who.viewer, item.needs)) : [];
  const office = who?.viewer.offices[0];
  return (
    <Shell items={items} name={who?.viewer.name} office={office && `${office.label} · ${office.unitName}`}>
      {children}
    </Shell>
  );
}
