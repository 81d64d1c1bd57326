import { expect, test } from './story';

const breaks: Record<string, { how: () => void; found: RegExp }> = {
  'runs a script of its own': {
    how: () => {
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="x" onerror="window.ran = true">';
      document.body.append(holder);
    },
    found: /^policy: .*script-src-attr/,
  },
  'frames another site': {
    how: () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })),
    found: /^policy: .*frame-src/,
  },
  'throws an error that nobody catches': {
    how: () => setTimeout(() => Promise.reject(new Error('nobody catches this'))),
    found: /^script: .*nobody catches this/,
  },
};

for (const [what, { how, found }] of Object.entries(breaks))
  test(`it is noticed when a page ${what}`, async ({ page, faults }) => {
    await page.goto('/sign-in', { waitUntil: 'networkidle' });
    expect(faults).toEqual([]);
    await page.evaluate(how);
    await expect.poll(() => faults.join('\n')).toMatch(new RegExp(found, 'm'));
    faults.length = 0;
  });

test('it is noticed when any window asks another host', async ({ browser, faults }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto('http://127.0.0.1:9/').catch(() => null);
  expect(faults).toEqual(['foreign request: http://127.0.0.1:9/']);
  faults.length = 0;
});

test.fail('what was noticed fails the story', async ({ faults }) => {
  faults.push('anything');
});
