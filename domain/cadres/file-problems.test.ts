import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileProblems, lineProblems } from './file-problems';
import { professionalOf, theoryOf } from './from-member';
import { AddLineInput, EditCadreInput } from './inputs';

const TODAY = '2026-11-22';
const WOMAN = { female: true, born: '1980-05-02' };
const file = (over: Record<string, string>) =>
  EditCadreInput.parse({
    cadreId: '0193a000-0000-7000-8000-000000000001',
    version: '1',
    theory: 'middle',
    professional: 'university',
    administration: 'specialist',
    retirementRule: 'normal',
    ...over,
  });
const paths = (problems: { path: string }[]) => problems.map(({ path }) => path);

test('dates of a file lie between the birth and today; a decided retirement needs its day and its basis', () => {
  const cases: [Record<string, string>, string[], typeof WOMAN?][] = [
    [{}, []],
    [{ recruitedOn: '22/11/2026' }, []],
    [{ recruitedOn: '23/11/2026' }, ['recruitedOn']],
    [{ recruitedOn: '11/2026' }, []],
    [{ recruitedOn: '12/2026' }, ['recruitedOn']],
    [{ recruitedOn: '1979' }, ['recruitedOn']],
    [{ recruitedOn: '1980' }, []],
    [{ enlistedOn: '02/2000', dischargedOn: '01/2000' }, ['dischargedOn']],
    [{ enlistedOn: '02/2000', dischargedOn: '02/2000' }, []],
    [{ retirementRule: 'extended' }, ['retirementDate', 'retirementBasis']],
    [{ retirementRule: 'extended', retirementDate: '01/06/2037', retirementBasis: 'Quyết định 12-QĐ/TU' }, []],
    [{ retirementRule: 'women_60', retirementBasis: 'Nghị định 83/2022' }, []],
    [{ retirementRule: 'women_60', retirementBasis: 'Nghị định 83/2022' }, ['retirementRule'], { female: false, born: '1980' }],
  ];
  for (const [over, wrong, person] of cases)
    assert.deepEqual(paths(fileProblems(file(over), person ?? WOMAN, TODAY)), wrong, JSON.stringify(over));
});

test('lines of a file: months in order, no award or discipline of tomorrow, a discipline ends after it began', () => {
  const cadreId = '0193a000-0000-7000-8000-000000000001';
  const cases: [Record<string, string>, string[]][] = [
    [{ line: 'history', fromMonth: '08/2019', toMonth: '08/2019', words: 'Chuyên viên' }, []],
    [{ line: 'history', fromMonth: '08/2019', toMonth: '07/2019', words: 'Chuyên viên' }, ['toMonth']],
    [{ line: 'history', fromMonth: '12/2026', words: 'Chuyên viên' }, ['fromMonth']],
    [{ line: 'history', fromMonth: '11/2026', words: 'Chuyên viên' }, []],
    [{ line: 'training', kind: 'theory', name: 'Cao cấp', fromMonth: '04/1980' }, ['fromMonth']],
    [{ line: 'award', year: '2026', form: 'Giấy khen' }, []],
    [{ line: 'award', year: '2027', form: 'Giấy khen' }, ['year']],
    [{ line: 'award', year: '1979', form: 'Giấy khen' }, ['year']],
    [{ line: 'discipline', form: 'warning', decidedOn: '22/11/2026', endsOn: '23/11/2026' }, []],
    [{ line: 'discipline', form: 'warning', decidedOn: '22/11/2026', endsOn: '22/11/2026' }, ['endsOn']],
    [{ line: 'discipline', form: 'warning', decidedOn: '23/11/2026' }, ['decidedOn']],
  ];
  for (const [fields, wrong] of cases)
    assert.deepEqual(
      paths(lineProblems(AddLineInput.parse({ cadreId, ...fields }), WOMAN, TODAY)),
      wrong,
      JSON.stringify(fields),
    );
});

test('a line without what it needs says so in words', () => {
  const cadreId = '0193a000-0000-7000-8000-000000000001';
  const wrong = AddLineInput.safeParse({ cadreId, line: 'history', fromMonth: '2019', words: '' });
  assert.deepEqual(
    wrong.error?.issues.map(({ message }) => message),
    ['Hãy ghi tháng bắt đầu theo tháng/năm, ví dụ 08/2019.', 'Hãy ghi chức danh, chức vụ, nơi công tác.'],
  );
  assert.equal(AddLineInput.safeParse({ cadreId, line: 'salary' }).success, false);
});

test('levels in free words of the member’s record become those of the file', () => {
  for (const [text, level] of [
    ['Cao cấp', 'advanced'],
    ['cao cấp lý luận chính trị', 'advanced'],
    ['', 'none'],
    [null, 'none'],
  ] as const)
    assert.equal(theoryOf(text), level);
  for (const [text, level] of [
    ['Thạc sĩ Luật', 'master'],
    ['Cử nhân Kinh tế', 'university'],
    ['Trung cấp', 'intermediate'],
    ['12/12', 'none'],
  ] as const)
    assert.equal(professionalOf(text), level);
});
