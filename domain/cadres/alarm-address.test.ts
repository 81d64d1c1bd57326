import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alarmAddress, cursorOf, monthsAsked, tierOf, windowsAsked } from './alarm-address';
import { alarmWindows } from './alarms';

test('an address holds the unit, the tier and what a number opens, and reads back the same', () => {
  assert.equal(alarmAddress({ unitId: 'u', tier: null }), '/cadres/alarms?unit=u');
  assert.equal(
    alarmAddress({ unitId: 'u', tier: 'province' }, 'terms', { within: '0', after: undefined }),
    '/cadres/alarms/terms?unit=u&tier=province&within=0',
  );
  assert.deepEqual(
    [tierOf({ tier: 'province' }), tierOf({ tier: 'king' }), tierOf({ tier: ['province'] }), tierOf({})],
    ['province', null, null, null],
  );
  assert.deepEqual(cursorOf({ after: 'a', before: ['b'] }), { after: 'a', before: undefined });
});

test('a window that is not one of them means all', () => {
  const windows = alarmWindows('2026-11-22', [30, 90]);
  assert.equal(windowsAsked({ within: '30' }, windows).to, '2026-12-22');
  for (const within of ['31', '', undefined, ['30']])
    assert.deepEqual(windowsAsked({ within }, windows), { within: null, from: null, to: '2027-02-20' });
});

test('months between two of the address, both included; nonsense narrows nothing', () => {
  const months = ['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01'];
  assert.deepEqual(monthsAsked({ from: '2026-12', to: '2027-01' }, months), ['2026-12-01', '2027-01-01']);
  assert.deepEqual(monthsAsked({ from: '2027-02', to: '2026-11' }, months), []);
  assert.deepEqual(monthsAsked({ from: '2026-13', to: 'x' }, months), months);
});
