import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { OFFICES } from '@/domain/access/offices';
import { DETAIL_WORDS, detailWords } from './details';
import { AUDIT_BOOKS, actionWords } from './words';

/** Everything under db that writes to the logs. */
const sources = () =>
  readdirSync('db', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.|testing|^seed/.test(name))
    .map((name) => readFileSync(`db/${name}`, 'utf8'));

test('every action that a command writes has words and a book to be found in', () => {
  const actions = new Set<string>();
  for (const text of sources())
    for (const [, action] of text.matchAll(/(?:action:|entry\((?:viewer, )?|\?|:)\s*'([a-z]+\.[A-Za-z_-]+)'/g))
      if (action) actions.add(action);
  const books = new Set(AUDIT_BOOKS.map(({ value }) => value));
  const known = [...actions].filter((action) => books.has(action.split('.')[0] ?? ''));
  for (const action of ['minutes.submitted', 'target.set', 'member.editSensitive', 'import.left_out_exported', 'account.sign-in'])
    assert.ok(known.includes(action), action);
  const permissions = new Set(OFFICES.flatMap((office) => Object.keys(office.permissions)));
  assert.deepEqual(
    known.filter((action) => actionWords(action) === action && !permissions.has(action)),
    [],
  );
});

/** Names written into `detail`, there or through a constant of that name or a counting function's type. */
function detailKeys(): Set<string> {
  const bodies = sources()
    .filter((text) => /audit|readLog/.test(text))
    .flatMap((text) => [
      ...text.matchAll(/\b(?:detail: |detail = |counts = |entry\((?:viewer, )?'[^']+', (?:[\w.]+, )?)\{([^{}]*)\}/g),
    ])
    .map(([, body = '']) => body);
  const names = bodies.flatMap((body) =>
    body
      .replace(/\([^()]*\)/g, '')
      .split(',')
      .map((part) => /^\s*(\w+)/.exec(part)?.[1] ?? ''),
  );
  return new Set(names.filter(Boolean));
}

/** Of the ledger's own entries, and of the audit entry around the facts. */
const NO_FACTS = new Set(['status', 'detail', 'unitId']);

test('every fact that a command writes beside its action has words', () => {
  const keys = [...detailKeys()].filter((key) => !NO_FACTS.has(key));
  for (const key of ['changeId', 'filters', 'version', 'validFrom', 'removed', 'added', 'ended'])
    assert.ok(keys.includes(key), key);
  assert.deepEqual(
    keys.filter((key) => !(key in DETAIL_WORDS)),
    [],
  );
});

test('facts read as sentences of the office, not as code', () => {
  const id = '01920000-0000-7000-8000-00001234abcd';
  for (const [detail, words] of [
    [{ effectiveOn: '2026-11-03', changeId: id }, ['hiệu lực từ: 03/11/2026', 'mã quyết định: 1234abcd']],
    [{ kind: 'died', exception: false }, ['loại: Từ trần', 'có nêu lý do ngoại lệ: không']],
    [{ kind: 'G2' }, ['loại: Chi bộ cơ sở']],
    [{ fields: ['phone', 'female', 'cardNumber'] }, ['các mục: điện thoại, giới tính, số thẻ đảng viên']],
    [{ fields: [] }, ['các mục: không mục nào']],
    [
      { filters: { status: 'current', age: '60' }, count: 12345 },
      ['điều kiện lọc: tình trạng chính thức, dự bị, tuổi 60', 'số người: 12.345'],
    ],
    [{ year: 2026, before: null, value: 12 }, ['năm: 2026', 'trước đó: không có', 'nay: 12']],
    [{ office: 'board_officer', to: null }, ['chức trách: Chuyên viên Ban Tổ chức', 'đến ngày: không có']],
    [{ kind: 'biography' }, ['loại: tiểu sử tóm tắt']],
    [
      { filters: { tier: 'province', theory: 'advanced' }, columns: ['born', 'titles'] },
      [
        'điều kiện lọc: diện quản lý ban thường vụ tỉnh ủy quản lý, lý luận chính trị cao cấp',
        'các cột: ngày sinh, chức vụ hiện nay',
      ],
    ],
    [{ period: '2026-Q4', something: 'else' }, ['kỳ: quý IV/2026', 'something: else']],
  ] as const)
    assert.deepEqual(detailWords(detail), words);
});
