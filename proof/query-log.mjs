// Loaded before everything else into a process of the suite (`--import`): notes each different statement that the application sends to the
// database, with the values of the first time, as lines of JSON in the file at QUERY_LOG. scripts/query-plans.mjs explains them at the end.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const file = process.env.QUERY_LOG;
const READS = /^\s*(select|with|update|delete|insert)\b/i;
/** Rows that come with the statement: nothing to look up. */
const GIVEN_ROWS = /^\s*insert\s+into\s+[^(]+\([^)]*\)\s*values\b/i;
const SETTINGS = /^\s*select set_config\b/i;
/** What every transaction of the application begins with (db/client.ts); tests that talk to the database themselves do not. */
const OPENED = /^begin.*set_config\('app\.(account|door)'/;
const ENDED = /^(commit|rollback)\b/i;
/** Stands in what a test wrote itself, or asked with the scope taken away, in a transaction of the application. */
const BY_A_TEST = '/* by a test */';

const seen = new Set();
const within = new WeakSet();

function note(client, config, values) {
  const text = typeof config === 'string' ? config : config.text;
  if (OPENED.test(text)) within.add(client);
  if (ENDED.test(text)) within.delete(client);
  if (
    seen.has(text) ||
    !within.has(client) ||
    !READS.test(text) ||
    GIVEN_ROWS.test(text) ||
    SETTINGS.test(text) ||
    text.includes(BY_A_TEST)
  )
    return;
  seen.add(text);
  appendFileSync(file, `${JSON.stringify({ text, values: values ?? [], kept: Boolean(config.name) })}\n`);
}

if (file) {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function noted(config, ...rest) {
    if (config && (typeof config === 'string' || config.text))
      note(this, config, Array.isArray(rest[0]) ? rest[0] : config.values);
    return query.call(this, config, ...rest);
  };
}
