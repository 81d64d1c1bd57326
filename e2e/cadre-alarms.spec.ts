import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

const numberIn = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

/** Opens a number by its words and gives what it said, and how many rows its pages say there are. */
async function opened(page: Page, name: RegExp): Promise<[said: number, listed: number]> {
  const link = page.getByRole('link', { name }).first();
  const said = numberIn(await link.textContent());
  await link.click();
  await expect(page.getByText(/ trong [\d.]+ (người|chức danh|chứng chỉ) · /)).toBeVisible();
  const words = await page.getByText(/ trong [\d.]+ (người|chức danh|chứng chỉ) · /).textContent();
  return [said, numberIn(/ trong ([\d.]+) /.exec(words ?? '')?.[1] ?? '')];
}

test('every number of the alarms opens exactly as many rows as it says', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  for (const name of [
    /hết thời hạn giữ chức vụ/,
    /nghỉ hưu tháng \d+\/\d+/,
    /nghỉ hưu năm \d+/,
    /nghỉ hưu trong cả kỳ/,
    /chứng chỉ hết giá trị/,
  ]) {
    await page.goto('/cadres/alarms');
    const [said, listed] = await opened(page, name);
    expect(said).toBeGreaterThan(0);
    expect(listed, String(name)).toBe(said);
  }
});

test('from a term that ends to each condition of the title, on screen and on paper', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/cadres/alarms/terms');
  const row = page.getByRole('row').nth(1);
  const person = await row.getByRole('link').first().textContent();
  await row.getByRole('link', { name: 'Rà điều kiện' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${person}: đủ điều kiện?`);
  const report = page.getByRole('table');
  await expect(report.getByRole('row', { name: /Trong quy hoạch/ })).toContainText('Quy định 377-QĐ/TW');
  await expect(report.getByRole('row', { name: /Không trong thời hạn kỷ luật/ })).toContainText(/Đạt/);
  await page.getByLabel('Xét theo quy định có hiệu lực ngày').fill('31/02/2026');
  await page.getByRole('button', { name: 'Xem lại' }).click();
  await expect(page.getByText('không có thật')).toBeVisible();
  await page.getByLabel('Tính tuổi cho trường hợp').selectOption('rotation');
  await page.getByLabel('Xét theo quy định có hiệu lực ngày').fill('1/12/2026');
  await page.getByRole('button', { name: 'Xem lại' }).click();
  await expect(report.getByRole('row', { name: /Tuổi: luân chuyển/ })).toContainText('cần 120 tháng');
  await page.getByRole('link', { name: 'In phiếu' }).click();
  await expect(page.getByRole('heading', { name: 'Phiếu rà soát' })).toBeVisible();
  await expect(page.getByText('ngày 01/12/2026')).toBeVisible();
  await expect(page.getByText(/^Dự thảo, lưu hành nội bộ · người xuất:/)).toBeVisible();
});

test('a person and a title are found by a part of their names, without script', async ({ browser, baseURL }) => {
  const signedIn = await (await browser.newContext({ baseURL })).newPage();
  await signIn(signedIn, 'chuyenvien');
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto('/cadres/eligibility');
  await page.getByLabel('Tìm cán bộ theo tên').fill('ha');
  await page.getByRole('button', { name: 'Tìm' }).first().click();
  await page.locator('main .cells a').first().click();
  await page.getByLabel('Tìm chức danh theo tên hoặc đơn vị').fill('chánh văn phòng');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.locator('main .cells a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('đủ điều kiện?');
  await expect(page.getByText(/^Đạt \d+\/\d+ điều kiện/)).toBeVisible();
});
