import { appendFileSync } from 'node:fs';

/** One line of the table that `npm run test:faults` ends with. */
export type Finding = { what: string; measured: string; aim: string };

/** Kept for the table where one is wanted; the short form prints nothing. */
export function report(finding: Finding): void {
  if (process.env.FAULTS_REPORT) appendFileSync(process.env.FAULTS_REPORT, `${JSON.stringify(finding)}\n`);
}
