import pino from 'pino';

/**
 * Structured lines on standard output, for the operator. Never names of people, user names, addresses of papers or anything typed into a form:
 * ids, counts and kinds of fault only.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

/** An error without what was being written: Drizzle's messages carry the values of the statement. */
export function faultOf(error: unknown): { name: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const cause = error.cause as { code?: unknown } | undefined;
  const code = (error as { code?: unknown }).code ?? cause?.code;
  const at = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim();
  return { name: error.name, ...(typeof code === 'string' && { code }), ...(at && { at }) };
}
