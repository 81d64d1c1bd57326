export type Branch = { id: string; parentId: string | null; depth: number };

/** Rows in the order of the tree below the root: a child stands after its parent when the parent is open; siblings keep their order. */
export function inTreeOrder<T extends Branch>(rows: readonly T[], rootId: string, open: ReadonlySet<string>): T[] {
  const children = new Map<string, T[]>();
  for (const row of rows) if (row.parentId) children.set(row.parentId, [...(children.get(row.parentId) ?? []), row]);
  const walk = (row: T): T[] => [
    row,
    ...(row.id === rootId || open.has(row.id) ? (children.get(row.id) ?? []).flatMap(walk) : []),
  ];
  return rows.filter((row) => row.id === rootId).flatMap(walk);
}

/** Roles in the order in which a committee is named. */
export const OFFICER_ROLES = { secretary: 'Bí thư', deputy: 'Phó bí thư', committee_member: 'Ủy viên' } as const;
export type OfficerRole = keyof typeof OFFICER_ROLES;

export type Officer = {
  role: string;
  fullName: string;
  memberId: string | null;
  heldFrom: string;
  heldTo: string | null;
  elected: boolean;
};

export const roleLabel = (role: string): string =>
  Object.hasOwn(OFFICER_ROLES, role) ? OFFICER_ROLES[role as OfficerRole] : role;

/** The seats that somebody has to hold, with who holds them on that day; null: vacant. */
export function leadership(officers: readonly Officer[], today: string): { role: OfficerRole; officer: Officer | null }[] {
  const now = officers.filter((officer) => officer.heldFrom <= today && (officer.heldTo === null || officer.heldTo >= today));
  const of = (role: OfficerRole) => now.filter((officer) => officer.role === role).map((officer) => ({ role, officer }));
  const secretaries = of('secretary');
  return [
    ...(secretaries.length ? secretaries : [{ role: 'secretary' as const, officer: null }]),
    ...of('deputy'),
    ...of('committee_member'),
  ];
}

/** What a decision on units did, in the words of the offices. */
const CHANGES: Record<string, string> = {
  found: 'Thành lập',
  rename: 'Đổi tên',
  close: 'Kết thúc hoạt động',
  merge: 'Sáp nhập',
  split: 'Chia tách',
  move: 'Chuyển cấp trên trực tiếp',
  convert: 'Chuyển giao theo mô hình tổ chức mới',
};
export const changeLabel = (kind: string): string => CHANGES[kind] ?? kind;
