// Runs a program to its end.
import { spawn } from 'node:child_process';

const running = new Set();
let stopped = false;

/**
 * Output is passed on when `show`, else kept. Never rejects for a failing program: the code says it.
 * @param {string} program @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { cwd, env = process.env, show = false, onLine } = {}) {
  if (stopped) return Promise.resolve({ code: 1, output: '' });
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (onLine) for (const line of text.split('\n').filter(Boolean)) onLine(line);
      });
    }
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code) => end(code ?? 1, ''));
    function end(code, more) {
      running.delete(child);
      resolve({ code, output: output + more });
    }
  });
}

/** Runs a script of the project with this very Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs a TypeScript file of the project. */
export const runTs = (args, options) => runNode(['--import', 'tsx', ...args], options);

/** Ends what `run` started and has not ended yet, and lets it start nothing more. */
export function stopRunning() {
  stopped = true;
  for (const child of running) child.kill('SIGTERM');
}
