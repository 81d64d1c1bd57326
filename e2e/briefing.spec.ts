import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { signIn } from './sign-in';
import { expect, test } from './story';

const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
/** The unit's own number in the list of all figures, which stands last on the page. */
const figure = (page: Page, key: string) => page.locator(`a[data-figure="${key}"]`).last();
const numberOf = async (page: Page, key: string) => digits(await figure(page, key).textContent());

async function asSomeone(browser: Browser, username: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await signIn(page, username);
    await work(page);
  } finally {
    await context.close();
  }
}

/** A record of the commune's own officer: one person more in the book. */
async function addSomeone(page: Page): Promise<void> {
  const letters = Array.from({ length: 6 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
  await page.goto('/members');
  await page.getByRole('link', { name: 'Thêm đảng viên' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thêm đảng viên');
  await page.getByLabel('Chi bộ', { exact: true }).selectOption({ index: 1 });
  const name = `Lò Thị ${letters[0]?.toUpperCase()}${letters.slice(1)}`;
  const fields = { 'Họ và tên': name, 'Ngày sinh': '2/9/1985', 'Ngày vào Đảng': '3/2/2010', 'Ngày chính thức': '3/2/2011' };
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(new RegExp(`^${label}( \\(không bắt buộc\\))?$`)).fill(value);
  await page.getByText('Nữ', { exact: true }).click();
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** Opens a number, compares the count of its rows, and comes back. */
async function assertOpens(page: Page, key: string): Promise<void> {
  const value = await numberOf(page, key);
  const back = page.url();
  await figure(page, key).click();
  await expect(page).toHaveURL(new RegExp(`/rows\\?.*figure=${key}`));
  await expect(page.locator('[data-count]')).toHaveAttribute('data-count', String(value));
  await page.goto(back);
}

async function openTranPhu(page: Page): Promise<string> {
  await page.goto('/briefings');
  await expect(page).toHaveURL(/\/briefings\/\d{4}-Q\d/);
  await page.getByRole('link', { name: 'Phường Trần Phú', exact: true }).first().click();
  await expect(page.getByRole('navigation', { name: 'Vị trí' })).toContainText('Trần Phú');
  return page.url();
}

test('a board officer opens the quarter, opens its numbers, freezes it, and it stays while records move on', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'chuyenvien');

  await test.step('the province balances and its numbers open to as many rows', async () => {
    await page.goto('/briefings');
    await expect(page.getByText(/^khớp sổ ở cả \d+ đơn vị$/)).toBeVisible();
    const [start, increases, decreases, end] = await Promise.all(
      ['stockStart', 'increases', 'decreases', 'stockEnd'].map((key) => numberOf(page, key)),
    );
    expect((start ?? 0) + (increases ?? 0) - (decreases ?? 0)).toBe(end);
    for (const key of ['admitted', 'stockEnd', 'missing', 'attendancePresent']) await assertOpens(page, key);
  });

  const address = await openTranPhu(page);
  const before = await numberOf(page, 'stockEnd');

  await test.step('frozen, the quarter does not move when a person comes in, and says what changed', async () => {
    await page.getByRole('button', { name: 'Chốt số liệu' }).click();
    await expect(page.getByRole('heading', { name: 'Số liệu đã chốt' })).toBeVisible();
    await expect(page.getByText('Từ khi chốt đến nay sổ không thay đổi.')).toBeVisible();
    await asSomeone(browser, 'canbo', addSomeone);
    await page.goto(address);
    expect(await numberOf(page, 'stockEnd')).toBe(before);
    await page.getByText(/Đã thay đổi sau khi chốt/).click();
    const changed = page.getByRole('row', { name: /Đảng viên cuối quý/ }).first();
    await expect(changed).toContainText('+1');
    await changed.locator('a').first().click();
    await expect(page.locator('[data-count]')).toHaveAttribute('data-count', String(before));
    await page.goto(address);
    await page.getByText(/Đã thay đổi sau khi chốt/).click();
    await page
      .getByRole('row', { name: /Đảng viên cuối quý/ })
      .first()
      .locator('a')
      .nth(1)
      .click();
    await expect(page.locator('[data-count]')).toHaveAttribute('data-count', String(before + 1));
  });

  await test.step('reopened with a reason, it runs with the records again', async () => {
    await page.goto(address);
    await page.locator('summary', { hasText: 'Mở lại' }).click();
    await page.getByLabel('Lý do mở lại').fill('Bổ sung một đảng viên');
    await page.getByRole('button', { name: 'Mở lại số liệu' }).click();
    await expect(page.getByRole('button', { name: 'Chốt số liệu' })).toBeVisible();
    await expect(page.getByText('Bổ sung một đảng viên')).toBeVisible();
    expect(await numberOf(page, 'stockEnd')).toBe(before + 1);
  });
});

test('the quarter prints on A4 by the Party format with landscape appendices', async ({ page }, info) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/briefings');
  const end = (await figure(page, 'stockEnd').textContent()) ?? '';
  await page.getByRole('link', { name: 'In', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'BÁO CÁO' })).toBeVisible();
  const file = info.outputPath('briefing.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const text = read.status === 0 ? read.stdout : ((await page.locator('main').textContent()) ?? '');
  for (const part of [
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'BAN TỔ CHỨC',
    'kết quả công tác tổ chức xây dựng Đảng quý',
    end,
    'Phụ lục 2',
    'Tổng cộng',
    'TRƯỞNG BAN',
  ])
    expect(text).toContain(part);
  if (read.status === 0) {
    const [first = '', second = ''] = text.split('\f');
    expect(first.trimStart().startsWith('1\n')).toBe(false);
    expect(second.trimStart()).toMatch(/^2\s*\n/);
    const sizes = spawnSync('pdfinfo', ['-l', '20', file], { encoding: 'utf8' }).stdout ?? '';
    if (sizes) expect(sizes).toMatch(/84\d(\.\d+)? x 59\d/);
  }
});

test('the tables leave as a workbook whose totals are the numbers of the page', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/briefings');
  const end = await numberOf(page, 'stockEnd');
  const href = await page.getByRole('link', { name: 'Excel' }).getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.status()).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await answer.body()) as unknown as ArrayBuffer);
  const sheet = book.getWorksheet('Phụ lục 2');
  const total = sheet?.lastRow;
  expect(total?.getCell(2).value).toBe('Tổng cộng');
  expect(total?.getCell(6).value).toBe(end);
});

test('a secretary of another cell gets 404 for it, and an inspector has no briefing', async ({ page, browser }) => {
  await signIn(page, 'chuyenvien');
  const address = await openTranPhu(page);
  await asSomeone(browser, 'bithu.dongha', async (other) => {
    expect((await other.goto(address))?.status()).toBe(404);
    expect((await other.goto(address.replace('?', '/rows?figure=admitted&')))?.status()).toBe(404);
    expect((await other.goto('/briefings'))?.status()).toBe(200);
  });
  await asSomeone(browser, 'kiemtra', async (other) => {
    expect((await other.goto('/briefings'))?.status()).toBe(403);
  });
});

test('every office finds its desk', async ({ browser }) => {
  test.setTimeout(120_000);
  for (const username of ['bithu', 'canbo', 'lanhdao', 'chuyenvien', 'thuongtruc', 'kiemtra', 'quantri'])
    await asSomeone(browser, username, async (page) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
    });
});
