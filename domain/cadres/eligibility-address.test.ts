import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eligibilityAddress, questionOf } from './eligibility-address';

const TODAY = '2026-11-22';

test('a question reads back from its address, without what was typed to find people', () => {
  const question = questionOf({ cadre: 'c', post: 'p', day: '2025-09-01', case: 'rotation', q: 'ánh', p: 'bí thư' }, TODAY);
  assert.deepEqual(question, {
    cadre: 'c',
    post: 'p',
    day: '2025-09-01',
    situation: 'rotation',
    searchCadre: 'ánh',
    searchPost: 'bí thư',
  });
  assert.equal(eligibilityAddress(question), '/cadres/eligibility?cadre=c&post=p&day=2025-09-01&case=rotation');
  assert.equal(eligibilityAddress({ cadre: 'c' }, { print: true }), '/print/cadres/eligibility?cadre=c');
});

test('without a day the report stands on today; a day that cannot be read is said, and today is taken', () => {
  assert.deepEqual(questionOf({}, TODAY), {
    cadre: undefined,
    post: undefined,
    day: TODAY,
    situation: undefined,
    searchCadre: '',
    searchPost: '',
  });
  assert.equal(questionOf({ day: '1/9/2025' }, TODAY).day, '2025-09-01');
  for (const day of ['31/02/2026', '9/2025', 'hôm nay']) {
    const { day: taken, problem } = questionOf({ day }, TODAY);
    assert.equal(taken, TODAY);
    assert.ok(problem, day);
  }
});

test('a case that is none is left to the rules', () => {
  assert.equal(questionOf({ case: 'toString' }, TODAY).situation, undefined);
  assert.equal(questionOf({ case: ['first'] }, TODAY).situation, undefined);
});
