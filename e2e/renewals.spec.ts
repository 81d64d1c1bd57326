import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');

const fillAll = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
};
async function step(page: Page, number: number, fields: Record<string, string>): Promise<void> {
  await page.getByRole('link', { name: `Ghi bước ${number}` }).click();
  await fillAll(page, fields);
  await page.getByRole('button', { name: `Ghi bước ${number}` }).click();
}

/** The last of those whose term ends in less than ninety days, so that a notice of today is late. */
async function openFromAlarm(page: Page): Promise<string> {
  await page.goto('/cadres/alarms/terms?within=90');
  const row = page.locator('tbody tr', { has: page.getByRole('link', { name: 'Mở quy trình' }) }).last();
  const name = (await row.locator('a[href^="/cadres/"]').first().textContent()) ?? '';
  await row.getByRole('link', { name: 'Mở quy trình' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Bổ nhiệm lại, kéo dài: ${name}` })).toBeVisible();
  await expect(page.getByText('Đề xuất', { exact: true })).toBeVisible();
  await page.getByLabel('Lý do, yêu cầu nhiệm vụ của đơn vị').fill('');
  await page.getByRole('button', { name: 'Mở quy trình' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Hãy ghi lý do');
  await page.getByLabel('Lý do, yêu cầu nhiệm vụ của đơn vị').fill('Đơn vị có nhu cầu tiếp tục bố trí.');
  await page.getByRole('button', { name: 'Mở quy trình' }).click();
  await expect(page.getByText('Đơn vị có nhu cầu tiếp tục bố trí.')).toBeVisible();
  return name;
}

test('a term that ends goes from the alarm list through three steps to a decision that keeps the person in the title', async ({
  page,
  browser,
}) => {
  await signIn(page, 'chuyenvien');
  const name = await openFromAlarm(page);
  const here = new URL(page.url()).pathname;
  await expect(page.getByRole('link', { name: 'Thêm nhân sự' })).toHaveCount(0);

  await step(page, 1, { 'Ngày thông báo': today, 'Số, ký hiệu thông báo': '88-TB/BTCTU' });
  await expect(page.getByText(/phải báo trước ít nhất 90 ngày/)).toBeVisible();
  await step(page, 2, { 'Ngày nộp': today, 'Nội dung chính': 'Tự nhận xét: hoàn thành tốt nhiệm vụ.' });
  await step(page, 3, {
    ...{ 'Ngày họp': today, 'Được triệu tập': '9', 'Có mặt': '9', 'Tổng số thành viên tập thể lãnh đạo': '9' },
    ...{ 'Số phiếu phát ra': '9', 'Số phiếu thu về': '9', 'Số phiếu hợp lệ': '9', [`Số phiếu đồng ý: ${name}`]: '10' },
  });
  await expect(page.getByRole('alert').first()).toContainText('nhiều hơn 9 phiếu hợp lệ');
  await page.getByLabel(`Số phiếu đồng ý: ${name}`).fill('8');
  await page.getByRole('button', { name: 'Ghi bước 3' }).click();
  await expect(page.getByText('Đủ các bước, chờ quyết định')).toBeVisible();

  await page.goto(`/print${here}/steps/1`);
  await expect(page.getByText('Kính gửi: Đồng chí')).toContainText(name);
  await page.goto(`/print${here}/steps/3`);
  await expect(page.getByRole('cell', { name })).toBeVisible();
  await page.goto(`/print${here}`);
  await expect(page.getByText(/Kính trình .* xem xét, quyết định/)).toContainText(name);

  const head = await (await browser.newContext()).newPage();
  await signIn(head, 'truongban');
  await head.goto(here);
  await head.getByRole('link', { name: 'Ghi quyết định' }).click();
  await fillAll(head, { 'Số, ký hiệu': '1377-QĐ/TU', 'Ngày ký': today });
  await head.getByRole('button', { name: 'Ghi quyết định' }).click();
  const asked = head.getByRole('alert').first();
  await expect(asked).toContainText('phải báo trước ít nhất 90 ngày');
  await expect(asked).toContainText('Hồ sơ chưa đủ');
  await expect(head.getByLabel('Số, ký hiệu')).toHaveValue('1377-QĐ/TU');
  await head.getByLabel('Lý do nếu chưa đủ điều kiện').fill('Thường vụ thống nhất do bận sắp xếp bộ máy.');
  await head.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(head.getByText('Đã có quyết định')).toBeVisible();
  await expect(head.getByText('Thường vụ thống nhất do bận sắp xếp bộ máy.')).toBeVisible();

  await head.getByRole('link', { name }).last().click();
  const held = head.locator('section', { has: head.getByRole('heading', { name: 'Chức vụ đang giữ' }) });
  await held
    .getByText(/^Quyết định \(/)
    .first()
    .click();
  await expect(held).toContainText('1377-QĐ/TU');
  await expect(held).toContainText('Lý do vẫn quyết định: Thường vụ thống nhất');

  await page.goto('/procedures?view=ended');
  await expect(page.getByRole('link', { name: /./ }).and(page.locator(`a[href="${here}"]`))).toBeVisible();
});

test('another committee finds no such procedure, and who may not decide no way to its decision', async ({ page, browser }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/cadres/alarms/terms');
  const address = (await page.getByRole('link', { name: 'Mở quy trình' }).first().getAttribute('href')) ?? '';
  expect((await page.goto(address))?.status()).toBe(200);
  const commune = await (await browser.newContext()).newPage();
  await signIn(commune, 'canbo.dongson');
  expect((await commune.goto(address))?.status()).toBe(404);
  const head = await (await browser.newContext()).newPage();
  await signIn(head, 'truongban');
  expect((await head.goto(address))?.status()).toBe(403);
});
