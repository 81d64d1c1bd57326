import type { Instrumentation } from 'next';

/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { noteClientAddresses } = await import('./access/client-address');
    const { refuseMalformedRequests } = await import('./access/malformed-requests');
    const { keepOpenAnswers } = await import('./access/busy');
    noteClientAddresses(process.env.TRUST_PROXY === '1');
    refuseMalformedRequests();
    keepOpenAnswers();
    const [{ startUpkeep }, { faultOf, log }] = await Promise.all([import('./db/upkeep'), import('./access/log')]);
    startUpkeep((error) => log.error({ event: 'upkeep-failed', ...faultOf(error) }, 'upkeep failed'));
    const { keepAnchoring } = await import('./access/anchoring');
    if (process.env.AUDIT_ANCHOR_FILE) keepAnchoring(process.env.AUDIT_ANCHOR_FILE);
  }
}

/** Called by Next with each error that no page caught. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { answerWhenBusy } = await import('./access/busy');
    answerWhenBusy(error, request.headers);
  }
};
