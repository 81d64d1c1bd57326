import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions, routes } from './build';
import { stateOf, Visitor } from './visitor';

test('the build names every page, route and action; each action refuses someone without a session', async () => {
  assert.ok(routes().length > 40 && actions().length > 30);
  const nobody = new Visitor();
  for (const { id, name, file, pages } of actions().filter(({ name }) => !['signIn', 'enterCode', 'signOut'].includes(name))) {
    assert.ok(pages.length, `${file} ${name}`);
    const answer = await nobody.act(id, '/sign-in', {});
    assert.equal(answer.status, 200, name);
    const state = stateOf(answer);
    assert.match(state?.status === 'problems' ? (state.problems[0]?.message ?? '') : '', /Phiên làm việc đã hết/, name);
  }
});

test('a signed-in visitor opens a page', async () => {
  const officer = await new Visitor().signIn('chuyenvien');
  assert.equal((await officer.get('/members')).status, 200);
});
