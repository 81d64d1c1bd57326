import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { signedIn } from '@/access/viewer';
import { PageMargins } from '@/components/print/page-margins';
import { rulesOn } from '@/db/queries/rule-sets';

/** Bare paper with the province's margins; decides nothing: each page enters through the door itself. */
export default async function PrintLayout({ children }: { children: ReactNode }) {
  const who = await signedIn();
  const rules = who && (await rulesOn(who.viewer, who.viewer.today));
  return (
    <>
      {children}
      {rules && <PageMargins margins={rules['print.margins'].value} nonce={(await headers()).get('x-nonce') ?? undefined} />}
    </>
  );
}
