import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Standards } from '@/domain/posts/standards';
import { lackingTraining, readinessFor, type StandardFile } from './readiness';

const FILE: StandardFile = {
  theory: 'advanced',
  professional: 'master',
  administration: 'principal',
  defence: 2,
  presentPostMonths: 30,
  grassrootsMonths: 36,
};
const asked = (standards: Partial<Standards>, file: Partial<StandardFile> = {}) =>
  readinessFor(Standards.parse(standards), { ...FILE, ...file });

test('a step of training below, at and above what is asked', () => {
  const theory = (has: StandardFile['theory']) => asked({ theory: 'advanced' }, { theory: has }).readiness;
  assert.deepEqual([theory('middle'), theory('advanced'), theory('bachelor')], ['missing', 'ready', 'ready']);
  const professional = (has: StandardFile['professional']) =>
    asked({ professional: 'university' }, { professional: has }).readiness;
  assert.deepEqual([professional('college'), professional('university'), professional('master')], ['missing', 'ready', 'ready']);
  const state = (has: StandardFile['administration']) =>
    asked({ administration: 'principal' }, { administration: has }).readiness;
  assert.deepEqual([state('specialist'), state('principal'), state('senior')], ['missing', 'ready', 'ready']);
});

test('a defence course for a higher object group stands for the lower ones', () => {
  const defence = (has: number | null) => asked({ defence: 3 }, { defence: has }).readiness;
  assert.deepEqual([4, 3, 2, null].map(defence), ['missing', 'ready', 'ready', 'missing']);
});

test('a month below, at and above what is asked; a file that does not say is unclear', () => {
  const months = (has: number | null) => asked({ presentPostMonths: 24 }, { presentPostMonths: has }).readiness;
  assert.deepEqual([23, 24, 25, null].map(months), ['missing', 'ready', 'ready', 'unclear']);
  const grassroots = (has: number | null) => asked({ grassrootsMonths: 24 }, { grassrootsMonths: has }).readiness;
  assert.deepEqual([23, 24, null].map(grassroots), ['missing', 'ready', 'unclear']);
});

test('one condition missing makes a person unready, and the report says which and how many are met', () => {
  const report = asked({ theory: 'bachelor', professional: 'university', presentPostMonths: 24 });
  assert.deepEqual([report.readiness, report.met, report.asked], ['missing', 2, 3]);
  assert.deepEqual(
    report.missing.map(({ label, asked, has }) => `${label} ${asked}: ${has}`),
    ['Lý luận chính trị từ cử nhân: Cao cấp'],
  );
});

test('something missing beside something unclear is missing', () => {
  assert.equal(asked({ theory: 'bachelor', presentPostMonths: 24 }, { presentPostMonths: null }).readiness, 'missing');
});

test('a title without conditions, or with none of any months, makes nobody ready', () => {
  assert.equal(asked({}).readiness, 'unstated');
  assert.equal(asked({ presentPostMonths: 0 }).readiness, 'unstated');
});

test('what a class mends is a lack of training, months in a post are not', () => {
  const report = asked({ theory: 'bachelor', presentPostMonths: 60 });
  assert.deepEqual(
    lackingTraining(report).map(({ key }) => key),
    ['theory'],
  );
});
