import { OFFICES, type Office, PERMISSIONS, type Permission } from './offices';

const REACH = { unit: 'đơn vị', subtree: 'cả cấp dưới' } as const;
const permissions = Object.keys(PERMISSIONS) as Permission[];
const offices: readonly Office[] = OFFICES;

/** docs/permissions.md: printed from the table of offices, never written by hand. */
export function permissionsPage(): string {
  const head = `| quyền | ${offices.map(({ label }) => label).join(' | ')} |`;
  const rule = `|---|${offices.map(() => '---').join('|')}|`;
  const rows = permissions.map((permission) => {
    const cells = offices.map((office) => {
      const reach = office.permissions[permission];
      return reach ? REACH[reach] : '';
    });
    return `| ${PERMISSIONS[permission]} \`${permission}\` | ${cells.join(' | ')} |`;
  });
  return `# Quyền của từng chức trách

Printed by \`npm run docs:permissions\` from \`domain/access/offices.ts\`; a test fails when this page is stale.

**đơn vị**: only the unit in which the office is held. **cả cấp dưới**: that unit and everything below it. Empty: no right.
An office is held from–to; before and after, it gives nothing. Several offices add up.

${[head, rule, ...rows].join('\n')}
`;
}
