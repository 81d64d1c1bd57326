import { expect, test } from '@playwright/test';

test('the monitor gets a plain answer, and every answer carries the headers that keep others out', async ({ request }) => {
  const health = await request.get('/api/health');
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });
  for (const address of ['/api/health', '/sign-in', '/khong-co-trang-nay']) {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    expect(headers['content-security-policy'], address).toMatch(
      /default-src 'self'.*script-src 'self' 'nonce-[^']+' 'strict-dynamic'.*frame-ancestors 'none'/,
    );
    expect(headers['x-content-type-options'], address).toBe('nosniff');
    expect(headers['x-powered-by'], address).toBeUndefined();
  }
});

test('a page asks no other host for anything and breaks none of its own policy', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const faults: string[] = [];
  page.on('request', (asked) => {
    if (!asked.url().startsWith(String(baseURL)) && !asked.url().startsWith('data:')) foreign.push(asked.url());
  });
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) faults.push(line.text());
  });
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  expect([...foreign, ...faults]).toEqual([]);
});
