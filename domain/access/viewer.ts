import type { Permission, Reach } from './offices';

declare const made: unique symbol;

/** One right in one place. root: the unit is the province itself, so that subtree means everything. */
export type Grant = { unitId: string; reach: Reach; root: boolean };

export type HeldOffice = { office: string; label: string; unitId: string; unitName: string; unitKind: string };

/** The person behind a request with today's rights. Only access/viewer.ts makes one. */
export type Viewer = {
  readonly [made]: true;
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly offices: readonly HeldOffice[];
  readonly grants: ReadonlyMap<Permission, readonly Grant[]>;
  /** Today in Vietnam, YYYY-MM-DD. */
  readonly today: string;
  /** Changes when a rule's value is added; rules read under one version may be kept. Without it nothing is kept. */
  readonly rulesVersion?: string;
};

/** Does any office of the viewer hold this right anywhere? Where it holds is db/scope's to say. */
export const may = (viewer: Viewer, permission: Permission): boolean => (viewer.grants.get(permission)?.length ?? 0) > 0;

/** Turns held offices into rights. Offices that the house does not know grant nothing. */
export function grantsOf(
  held: readonly { unitId: string; root: boolean; permissions: Partial<Record<Permission, Reach>> }[],
): Map<Permission, Grant[]> {
  const grants = new Map<Permission, Grant[]>();
  for (const { unitId, root, permissions } of held) {
    for (const [permission, reach] of Object.entries(permissions) as [Permission, Reach][]) {
      const list = grants.get(permission) ?? [];
      list.push({ unitId, reach, root });
      grants.set(permission, list);
    }
  }
  return grants;
}
