import { test } from './story';

const breaks: Record<string, () => void> = {
  'runs a script of its own': () => {
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="x" onerror="window.ran = true">';
    document.body.append(holder);
  },
  'frames another site': () =>
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })),
  'throws an error that nobody catches': () => setTimeout(() => Promise.reject(new Error('nobody catches this'))),
};

for (const [what, how] of Object.entries(breaks))
  test.fail(`a story fails when a page ${what}`, async ({ page }) => {
    await page.goto('/sign-in', { waitUntil: 'networkidle' });
    const noticed = Promise.race([page.waitForEvent('console'), page.waitForEvent('pageerror')]);
    await page.evaluate(how);
    await noticed;
  });

test.fail('a story fails when any window asks another host', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto('http://127.0.0.1:9/').catch(() => null);
});
