import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { AUDIT_BOOKS, actionWords } from './words';

test('every action that a command writes has words and a book to be found in', () => {
  const actions = new Set<string>();
  for (const file of readdirSync('db/commands', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))
    for (const [, action] of readFileSync(`db/commands/${file}`, 'utf8').matchAll(
      /(?:action:|entry\(|\?|:)\s*'([a-z]+\.[a-z_-]+)'/g,
    ))
      if (action) actions.add(action);
  const books = new Set(AUDIT_BOOKS.map(({ value }) => value));
  const known = [...actions].filter((action) => books.has(action.split('.')[0] ?? ''));
  assert.ok(known.includes('minutes.submitted') && known.includes('target.set'));
  assert.deepEqual(
    known.filter((action) => actionWords(action) === action),
    [],
  );
});
