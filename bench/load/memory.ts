import { readFileSync } from 'node:fs';

const EVERY_MS = 50;

/** Resident memory of a process in MB. */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** Processor seconds that a process has used so far, its own and the system's for it. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

export type MemoryUse = { beforeMb: number; peakMb: number; grownMb: number; processorSeconds: number };

/** Runs the work while looking at the process's memory 20 times a second. */
export async function watched<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; use: MemoryUse }> {
  const before = { mb: residentMb(pid), processor: processorSeconds(pid) };
  let peakMb = before.mb;
  const look = () => {
    peakMb = Math.max(peakMb, residentMb(pid));
  };
  const timer = setInterval(look, EVERY_MS);
  try {
    const result = await work();
    look();
    const used = Math.round((processorSeconds(pid) - before.processor) * 10) / 10;
    return { result, use: { beforeMb: before.mb, peakMb, grownMb: peakMb - before.mb, processorSeconds: used } };
  } finally {
    clearInterval(timer);
  }
}
