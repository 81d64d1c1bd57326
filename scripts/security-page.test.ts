import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = readFileSync('docs/security.md', 'utf8');

/** How many requirements of levels 1 and 2 each section of OWASP ASVS 5.0.0 has; they are numbered from 1, level 3 ones left out or behind them. */
const SECTIONS: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};
const all = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
);

/** What the first cell of a row means: a requirement, a section or a whole chapter. */
const meant = (id: string): string[] => all.filter((each) => each === id || each.startsWith(`${id}.`));
const rows = [...page.matchAll(/^\| (v5\.0\.0-[^|]+) \| (.+) \|$/gm)].map(([, ids = '', text = '']) => ({
  ids: ids.split(', ').map((id) => id.replace('v5.0.0-', '')),
  text,
}));

test('each requirement of levels 1 and 2 of OWASP ASVS 5.0.0 is met, open or not applicable, and stands there once', () => {
  assert.equal(all.length, 253);
  const told = rows.flatMap(({ ids }) => ids.flatMap(meant));
  assert.deepEqual(
    told.filter((id, at) => told.indexOf(id) !== at),
    [],
  );
  assert.deepEqual(
    all.filter((id) => !told.includes(id)),
    [],
  );
});

test('no requirement is named that the standard does not have', () => {
  for (const { ids } of rows) for (const id of ids) assert.ok(meant(id).length, `v5.0.0-${id}`);
  for (const [, id = ''] of page.matchAll(/v\d+\.\d+\.\d+-([\d.]*\d)/g)) assert.ok(meant(id).length, id);
});

test('every file that the page names exists, and what is called met names at least one', () => {
  const paths = (text: string) =>
    [...text.matchAll(/`([^`\s]+\.(?:tsx?|mjs|md|sql|json))`|\]\(([\w-]+\.md)\)/g)].map(
      ([, path, link]) => path ?? `docs/${link}`,
    );
  assert.ok(paths(page).length > 100);
  for (const path of paths(page)) assert.ok(existsSync(path), path);
  const [, met = ''] = page.split('### Met');
  for (const [row] of (met.split('### Open')[0] ?? '').matchAll(/^\| v5.*$/gm)) assert.ok(paths(row).length, row);
});
