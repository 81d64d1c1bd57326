// Small questions about processes and ports.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  // A zombie whose parent never asks after it still answers signal 0.
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
}

/** Whether the process runs `program` with `argument` in its command line. */
export function isProgram(pid, program, argument) {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  return command.includes(program) && command.includes(argument);
}

/** The processes that `pid` has started itself and that still run. */
export function childrenOf(pid) {
  return parents()
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child);
}

/** @returns {[number, number][]} each process and its parent */
function parents() {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => line.trim().split(/\s+/).map(Number));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)]);
}

function parentOf(pid) {
  try {
    // After the name of the program, which may hold anything: its state, its parent.
    return Number(/.*\) \w (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}

function commandLine(pid) {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** @returns {Promise<boolean>} false when the seconds ran out first */
export async function waitUntil(condition, seconds) {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await sleep(50);
  }
  return true;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Whether nothing listens on the port, on any address. */
export async function isPortFree(port) {
  for (const host of ['0.0.0.0', '::']) {
    const code = await new Promise((resolve) => {
      const probe = createServer().on('error', (error) => resolve(error.code));
      probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
    });
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
  }
  return true;
}
