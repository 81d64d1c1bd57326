// Loaded into a server by rights-locks.test.ts: takes the door's scope out of every statement on its way to the database, so that
// row-level security stands alone. Each statement changed leaves one byte in the file SCOPE_TAKEN names.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const REACH = /select unit_id from unit_tree where (?=\(ancestor_id = any\()/g;
const NO_GRANT = / and false\b/g;
const taken = process.env.SCOPE_TAKEN;
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function queryWithoutScope(first, ...rest) {
  const text = typeof first === 'string' ? first : first?.text;
  const open = text?.replace(REACH, 'select unit_id from unit_tree where true or ').replace(NO_GRANT, ' and true');
  if (open === text) return query.call(this, first, ...rest);
  appendFileSync(taken, '.');
  return query.call(this, typeof first === 'string' ? open : { ...first, text: open }, ...rest);
};
