import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordEventInput } from '@/domain/members/event';
import { eventProblems, reversalProblems } from '@/domain/members/event-problems';
import type { EventKind, LedgerEvent } from '@/domain/members/ledger';
import { defaultRules } from '@/domain/rule-sets';

const MEMBER = '018f0000-0000-7000-8000-00000000000a';
const CELL = '018f0000-0000-7000-8000-0000000000c1';
const OTHER = '018f0000-0000-7000-8000-0000000000c2';
const TODAY = '2026-11-22';
const event = (id: string, kind: EventKind, effectiveOn: string, over: Partial<LedgerEvent> = {}): LedgerEvent => ({
  id,
  memberId: MEMBER,
  kind,
  effectiveOn,
  cellId: CELL,
  ...over,
});
const ADMITTED = event('1', 'admission', '2025-11-07');
const REGISTERED = event('1', 'registered', '2024-01-01');
const DECISION = { decisionNumber: '5-QĐ/ĐU', decisionDate: '1/1/2026', issuer: 'Đảng ủy xã' };

function problems(form: Record<string, string>, history: LedgerEvent[], joined = '2025-11-07') {
  const input = RecordEventInput.parse({ memberId: MEMBER, version: '1', ...form });
  const moved = input.kind === 'moved' ? { cellId: input.toCellId ?? CELL, fromCellId: CELL } : {};
  const candidate = event('9', input.kind, input.effectiveOn ?? TODAY, moved);
  return eventProblems(input, candidate, { joined, history, today: TODAY, rules: defaultRules() });
}
const paths = (...given: Parameters<typeof problems>) => problems(...given).map((problem) => problem.path);

for (const [day, expected] of [
  ['6/11/2026', ['exceptionReason']],
  ['7/11/2026', []],
  ['8/11/2026', []],
  ['23/11/2026', ['effectiveOn']],
] as const) {
  test(`official on ${day} for a person who joined 07/11/2025: ${expected.join() || 'taken'}`, () => {
    assert.deepEqual(paths({ kind: 'official', effectiveOn: day, ...DECISION }, [ADMITTED]), expected);
  });
}

test('a short probation names the rule in force and passes with a reason', () => {
  const early = { kind: 'official', effectiveOn: '1/3/2026', ...DECISION };
  assert.match(problems(early, [ADMITTED])[0]?.message ?? '', /07\/11\/2026 \(theo .+, hiệu lực từ/);
  assert.deepEqual(paths({ ...early, exceptionReason: 'Theo quyết định đặc cách' }, [ADMITTED]), []);
});

test('official needs a decision and a probationer', () => {
  assert.deepEqual(paths({ kind: 'official', effectiveOn: '7/11/2026' }, [ADMITTED]), [
    'decisionNumber',
    'decisionDate',
    'issuer',
  ]);
  assert.match(
    problems({ kind: 'official', effectiveOn: '7/11/2026', ...DECISION }, [REGISTERED])[0]?.message ?? '',
    /đã là đảng viên chính thức/,
  );
});

test('official entered late stands on its own day, before events that are already in the book', () => {
  const away = event('2', 'temporary_out', '2026-11-10');
  assert.deepEqual(paths({ kind: 'official', effectiveOn: '7/11/2026', ...DECISION }, [ADMITTED, away]), []);
});

test('any other event does not go before the last one', () => {
  const away = event('2', 'temporary_out', '2026-05-10');
  assert.deepEqual(paths({ kind: 'temporary_return', effectiveOn: '9/5/2026' }, [REGISTERED, away]), ['effectiveOn']);
  assert.deepEqual(paths({ kind: 'temporary_return', effectiveOn: '10/5/2026' }, [REGISTERED, away]), []);
});

for (const [until, expected] of [
  ['30/9/2026', ['exceptionReason']],
  ['1/10/2026', []],
  ['30/6/2027', []],
  ['1/7/2027', ['exceptionReason']],
  ['1/7/2026', ['until']],
] as const) {
  test(`away from 01/07/2026 until ${until}: ${expected.join() || 'taken'}`, () => {
    assert.deepEqual(paths({ kind: 'temporary_out', effectiveOn: '1/7/2026', place: 'Hà Nội', until }, [REGISTERED]), expected);
  });
}

for (const [first, again] of [
  ['exempt', 'exempt'],
  ['suspension', 'suspension'],
  ['introduced', 'introduced'],
  ['temporary_out', 'temporary_out'],
] as const) {
  test(`${again} twice is refused`, () => {
    const form = { kind: again, effectiveOn: '1/7/2026', place: 'Hà Nội', until: '1/12/2026', reason: 'Tuổi cao', ...DECISION };
    assert.deepEqual(paths(form, [REGISTERED]), []);
    assert.deepEqual(paths(form, [REGISTERED, event('2', first, '2026-01-01')]), ['']);
  });
}

test('what was never begun is not ended', () => {
  for (const kind of ['exempt_end', 'temporary_return', 'suspension_end'])
    assert.deepEqual(paths({ kind, effectiveOn: '1/7/2026' }, [REGISTERED]), ['']);
});

test('a move goes to another cell', () => {
  assert.deepEqual(paths({ kind: 'moved', effectiveOn: '1/7/2026', toCellId: OTHER }, [REGISTERED]), []);
  assert.deepEqual(paths({ kind: 'moved', effectiveOn: '1/7/2026', toCellId: CELL }, [REGISTERED]), ['toCellId']);
  assert.deepEqual(paths({ kind: 'moved', effectiveOn: '1/7/2026' }, [REGISTERED]), ['toCellId']);
});

test('after leaving only a restoration, and only from expulsion or striking off', () => {
  const form = { effectiveOn: '1/7/2026', ...DECISION };
  const left = (kind: EventKind) => [REGISTERED, event('2', kind, '2026-02-01')];
  assert.deepEqual(paths({ kind: 'died', effectiveOn: '1/7/2026' }, left('transferred_out')), ['']);
  assert.deepEqual(paths({ kind: 'restored', ...form }, left('expelled')), []);
  assert.deepEqual(paths({ kind: 'restored', ...form }, left('struck_off')), []);
  assert.deepEqual(paths({ kind: 'restored', ...form }, left('died')), ['']);
  assert.deepEqual(paths({ kind: 'restored', ...form }, [REGISTERED]), ['']);
});

test('a probationer is not removed from office', () => {
  const form = { kind: 'discipline', effectiveOn: '1/7/2026', form: 'removal', ...DECISION };
  assert.deepEqual(paths(form, [ADMITTED]), ['form']);
  assert.deepEqual(paths(form, [REGISTERED]), []);
});

test('an event is taken back once, and not from under events that stand on it', () => {
  const moved = event('2', 'moved', '2026-03-01', { cellId: OTHER, fromCellId: CELL });
  const died = event('3', 'died', '2026-05-01', { cellId: OTHER });
  const reversal = (of: string) => event('9', 'reversal', '2026-05-01', { reversesId: of });
  const undo = (of: string, history: LedgerEvent[]) =>
    reversalProblems(of, reversal(of), history).map((problem) => problem.message);
  assert.deepEqual(undo('3', [REGISTERED, moved, died]), []);
  assert.match(undo('2', [REGISTERED, moved, died])[0] ?? '', /Từ trần/);
  assert.match(undo('1', [REGISTERED, moved])[0] ?? '', /Chuyển sinh hoạt/);
  assert.match(
    undo('3', [REGISTERED, moved, died, event('4', 'reversal', '2026-05-01', { reversesId: '3' })])[0] ?? '',
    /đã được hủy/,
  );
  assert.match(undo('7', [REGISTERED])[0] ?? '', /Không tìm thấy/);
});
