import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isIsoDate, yearsBetween } from '@/domain/calendar';
import { AGE_BANDS, daysOf, PARTY_AGE_BANDS } from '@/domain/members/bands';

const day = fc
  .record({ y: fc.integer({ min: 1920, max: 2030 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 31 }) })
  .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  .filter(isIsoDate);
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

test('a person stands in the band that holds their whole years, whatever part of the date is known', () => {
  fc.assert(
    fc.property(partial, day, fc.constantFrom(...AGE_BANDS, ...PARTY_AGE_BANDS), (born, today, band) => {
      fc.pre(born < today && (born.length === 10 || today.slice(0, born.length) !== born));
      const age = yearsBetween(born, today);
      const { after, upTo } = daysOf(band, today);
      const inside = born <= upTo && (after === null || born > after);
      assert.equal(inside, age >= band.from && (band.to === null || age <= band.to));
    }),
  );
});

test('the leap day: 26 full years on 28 February of a common year', () => {
  const band = { key: 'x', label: 'x', from: 26, to: 26 };
  assert.equal(daysOf(band, '2026-02-28').upTo, '2000-02-29');
  assert.equal(yearsBetween('2000-02-29', '2026-02-28'), 26);
});
