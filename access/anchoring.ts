import 'server-only';
import { AnchorBroken, anchorNow } from '@/db/audit-anchors';
import { faultOf, log } from './log';

/** Twice an hour, so that one that fails still leaves one an hour. */
const USUAL_MS = 30 * 60_000;
const SOON_MS = 10_000;

/** Anchors the logs outside the database now and from then on; what goes wrong is logged, and tried again. */
export function keepAnchoring(file: string): void {
  anchorNow(file)
    .then(
      () => USUAL_MS,
      (error: unknown) => {
        const broken = error instanceof AnchorBroken;
        log.error(
          { event: broken ? 'anchor-broken' : 'anchor-failed', ...(broken ? error.head : faultOf(error)) },
          'logs not anchored',
        );
        return broken ? USUAL_MS : SOON_MS;
      },
    )
    .then((wait) => setTimeout(keepAnchoring, wait, file).unref());
}
