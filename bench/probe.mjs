// Loaded into the application's process by `npm run bench` alone: tells, over loopback, which statements ran since it was last asked.
import { createServer } from 'node:http';
import pg from 'pg';

const OWN = /^(begin|commit|rollback|select set_config)/i;
let seen = [];
/** Connections whose transaction keeps its plans (db/client.ts, readAsPlanned): asked again, the statements must be planned alike. */
const planned = new WeakSet();

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function watched(config, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  if (/^begin/i.test(text ?? '')) planned[text.includes('force_generic_plan') ? 'add' : 'delete'](this);
  const asPlanned = planned.has(this);
  const given = query.call(this, config, ...rest);
  if (!text || OWN.test(text) || typeof given?.then !== 'function') return given;
  const values = typeof config === 'string' ? rest[0] : (config.values ?? rest[0]);
  const start = performance.now();
  const note = (rows) =>
    seen.push({
      name: typeof config === 'string' ? undefined : config.name,
      text,
      values,
      asPlanned,
      ms: performance.now() - start,
      rows,
    });
  return given.then(
    (result) => {
      note(result?.rowCount ?? 0);
      return result;
    },
    (error) => {
      note(-1);
      throw error;
    },
  );
};

createServer((_request, answer) => {
  const body = JSON.stringify({ statements: seen, memory: process.memoryUsage() });
  seen = [];
  answer.setHeader('content-type', 'application/json');
  answer.end(body);
})
  .on('error', () => {}) // a child of the server process loads this too; the first one answers
  .listen(Number(process.env.BENCH_PROBE_PORT), '127.0.0.1')
  .unref();
