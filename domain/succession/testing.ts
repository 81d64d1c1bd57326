import type { Person, Title } from './planning';

/** A person whom no rule finds fault with, for tests of single rules. */
export const aPerson = (given: Partial<Person> = {}): Person => ({
  id: 'lan',
  name: 'Nguyễn Thị Lan',
  born: '1988-04-12',
  female: true,
  minority: false,
  grade: 20,
  reaches: '2048-04-01',
  discipline: [],
  ratings: [{ year: 2025, level: 'good' }],
  appointing: [],
  ...given,
});

export const aTitle = (given: Partial<Title> = {}): Title => ({
  id: 'deputy',
  name: 'Phó Bí thư Đảng ủy',
  unitId: 'dong-son',
  level: 'commune',
  grade: 30,
  seats: 1,
  body: false,
  ...given,
});
