import 'server-only';
import { cache } from 'react';
import type { SessionRow } from '@/db/sign-in';
import { officeOf } from '@/domain/access/offices';
import { grantsOf, type Viewer } from '@/domain/access/viewer';
import { currentSession } from './session';

function viewerOf(row: SessionRow): Viewer {
  const known = row.offices.flatMap((held) => {
    const office = officeOf(held.office);
    return office ? [{ ...held, label: office.label, permissions: office.permissions }] : [];
  });
  return {
    accountId: row.accountId,
    sessionId: row.sessionId,
    name: row.fullName,
    offices: known,
    grants: grantsOf(known),
    today: row.today,
    rulesVersion: row.rulesVersion,
  } as unknown as Viewer;
}

export type SignedIn = { viewer: Viewer; mustChangePassword: boolean; needsTotp: boolean };

/** Who is behind this request, with the rights of this moment; read once a request. The only maker of a Viewer. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const row = await currentSession();
  return row && { viewer: viewerOf(row), mustChangePassword: row.mustChangePassword, needsTotp: row.needsTotp };
});
