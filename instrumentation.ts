import type { Instrumentation } from 'next';

/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [
      { onEveryRequest },
      { sealAnswer },
      { refuseForeignChange },
      { noteClientAddress },
      { refuseMalformedRequests },
      { keepOpenAnswers },
    ] = await Promise.all([
      import('./access/every-request'),
      import('./access/answer-headers'),
      import('./access/origin'),
      import('./access/client-address'),
      import('./access/malformed-requests'),
      import('./access/busy'),
    ]);
    const { NEXTAUTH_URL, TRUST_PROXY } = process.env;
    refuseMalformedRequests();
    keepOpenAnswers();
    // Last, so that it comes first and seals what the others answer.
    onEveryRequest(sealAnswer(NEXTAUTH_URL), refuseForeignChange(NEXTAUTH_URL), noteClientAddress(TRUST_PROXY === '1'));
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
