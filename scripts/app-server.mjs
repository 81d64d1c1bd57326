// Runs the Next server as a child that ends with its parent, even when the parent is killed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { waitUntil } from './processes.mjs';
import { Fault } from './progress.mjs';

const ENDS_WITH_PARENT = `data:text/javascript,process.on('disconnect',()=>process.exit(1))`;
/** MB. Four times what the pages need, and low enough that garbage is collected instead of growing with the machine (docs/operations.md). */
const HEAP_MB = 512;
/** What `next start` says of itself; the address is printed by the script. */
const NEXT_BANNER = /^(▲ Next\.js.*|- (Local|Network):.*|✓ .*|\s*)\n/gm;

/**
 * @param {{ root: string, env: Record<string, string | undefined>, dev?: boolean, quiet?: boolean }} options  env: PORT and HOST are used
 * @returns the pid, `exited` (resolves with the code), `ready()` (waits for the first answer) and `stop()`
 */
export function startApp({ root, env, dev = false, quiet = false }) {
  // The serving process has no business with the role that owns the tables.
  const { DATABASE_OWNER_URL, ...rest } = env;
  const settings = { ...rest, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const next = join('node_modules', 'next', 'dist', 'bin', 'next');
  const heap = dev ? [] : [`--max-old-space-size=${HEAP_MB}`];
  const args = [...heap, '--import', ENDS_WITH_PARENT, next, dev ? 'dev' : 'start', '-p', env.PORT, '-H', env.HOST];
  const output = dev ? 'inherit' : quiet ? 'ignore' : 'pipe';
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: settings,
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
  });
  child.stdout?.setEncoding('utf8').on('data', (text) => process.stdout.write(text.replace(NEXT_BANNER, '')));
  child.stderr?.pipe(process.stderr);
  const exited = new Promise((resolve) =>
    child.on('error', (error) => resolve(error.message)).on('exit', (code, signal) => resolve(code ?? signal)),
  );
  return { pid: child.pid, exited, ready: () => untilReady(env, exited), stop: () => stop(child, exited) };
}

async function untilReady({ HOST, PORT }, exited) {
  let code;
  exited.then((why) => {
    code = why ?? 'không rõ';
  });
  const answered = () =>
    fetch(`http://${HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST}:${PORT}/api/health`, {
      signal: AbortSignal.timeout(5000),
    })
      .then((answer) => answer.ok)
      .catch(() => false);
  const ready = await waitUntil(async () => code !== undefined || (await answered()), 60);
  if (code !== undefined) throw new Fault(`ứng dụng tự dừng khi khởi động (mã ${code}).`);
  if (!ready) throw new Fault('ứng dụng không trả lời /api/health trong 60 giây. Xem nhật ký phía trên.');
}

async function stop(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const slow = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 5_000);
  await exited;
  clearTimeout(slow);
}
