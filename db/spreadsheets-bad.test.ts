import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findList } from '@/domain/members/import/find-table';
import { openSheets, SpreadsheetFault } from './spreadsheets';
import { BAD_SPREADSHEETS } from './testing-bad-spreadsheets';
import { allOf } from './testing-spreadsheets';

/** Milliseconds of computing, not of waiting, that one file may cost. Those that take seconds are sent over HTTP (proof/spreadsheets.test.ts). */
const DEAR = 3_000;
const MEMORY = 900 * 1024 * 1024;

/** 'read' with the rows found, or 'refused' with a message; a list nobody finds in the sheets is refused by whoever receives it. */
async function outcome(file: Buffer): Promise<string> {
  try {
    const list = await findList(await openSheets(file));
    return list && (await allOf(list.rows())).length ? 'read' : 'refused';
  } catch (error) {
    assert.ok(error instanceof SpreadsheetFault, String(error));
    assert.match(error.message, /Hãy /);
    return 'refused';
  }
}

test('there are at least sixty of them', () => assert.ok(BAD_SPREADSHEETS.length >= 60, String(BAD_SPREADSHEETS.length)));

for (const { what, expected, make } of BAD_SPREADSHEETS.filter((bad) => !bad.name && !bad.dear))
  test(`a spreadsheet, ${what}: ${expected}, in bounded time and memory`, async () => {
    const file = make();
    const began = process.cpuUsage();
    assert.equal(await outcome(file), expected);
    const { user } = process.cpuUsage(began);
    assert.ok(user / 1000 < DEAR, `${user / 1000} ms`);
    assert.ok(process.memoryUsage.rss() < MEMORY, `${process.memoryUsage.rss()}`);
  });
