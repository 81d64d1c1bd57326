import 'server-only';
import { AnchorBroken, anchorNow } from '@/db/audit-anchors';
import { faultOf, log } from './log';

const MINUTES = 60_000;
/** Twice an hour, so that one that fails still leaves one an hour. */
const USUAL = 30 * MINUTES;
const SOON = 1 * MINUTES;

/** Anchors the logs outside the database now and from then on; what goes wrong is logged, and tried again. */
export function keepAnchoring(file: string): void {
  anchorNow(file)
    .then(
      () => USUAL,
      (error: unknown) => {
        const broken = error instanceof AnchorBroken;
        log.error(
          { event: broken ? 'anchor-broken' : 'anchor-failed', ...(broken ? error.head : faultOf(error)) },
          'logs not anchored',
        );
        return broken ? USUAL : SOON;
      },
    )
    .then((wait) => setTimeout(keepAnchoring, wait, file).unref());
}
