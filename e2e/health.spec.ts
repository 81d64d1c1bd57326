import { expect, test } from './story';

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
