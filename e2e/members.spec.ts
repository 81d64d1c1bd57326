import type { Browser, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { nameSortKey } from '@/domain/names';
import { signIn } from './sign-in';
import { expect, test } from './story';

const names = (page: Page) => page.locator('table tbody tr td:first-child').allTextContents();
const shownCount = async (page: Page) => Number((await page.locator('h1').textContent())?.replace(/\D/g, ''));
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

async function asOfficer<T>(browser: Browser, work: (page: Page) => Promise<T>, username = 'canbo'): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await signIn(page, username);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Adds a person through the form and stays on their page. The name is new in every run. */
async function addSomeone(page: Page, over: Record<string, string> = {}): Promise<string> {
  const letters = Array.from({ length: 6 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
  const name = `Thử Đặng ${letters[0]?.toUpperCase()}${letters.slice(1)}`;
  await page.goto('/members');
  await page.getByRole('link', { name: 'Thêm đảng viên' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thêm đảng viên');
  await page.getByLabel('Chi bộ', { exact: true }).selectOption({ index: 1 });
  const fields = {
    'Họ và tên': name,
    'Ngày sinh': '2/9/1985',
    'Ngày vào Đảng': '3/2/2010',
    'Ngày chính thức': '3/2/2011',
    ...over,
  };
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(new RegExp(`^${label}( \\(không bắt buộc\\))?$`)).fill(value);
  await page.getByText('Nữ', { exact: true }).click();
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  return name;
}

test('the list stands in the order of given names, page after page', async ({ page }) => {
  await signIn(page, 'canbo');
  await page.goto('/members');
  const first = (await names(page)).map(tidy);
  expect(first).toHaveLength(50);
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await expect(page).toHaveURL(/after=/);
  const all = [...first, ...(await names(page)).map(tidy)];
  expect(all).toEqual([...all].sort((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : nameSortKey(a) > nameSortKey(b) ? 1 : 0)));
  await page.getByRole('link', { name: 'Trang trước' }).click();
  await expect(page).toHaveURL(/before=/);
  expect((await names(page)).map(tidy)).toEqual(first);
});

test('a name is found without marks, a filter stands in the address and is taken off again', async ({ page }) => {
  await signIn(page, 'canbo');
  await page.goto('/members');
  const everyone = await shownCount(page);
  const someone = tidy((await names(page))[0] ?? '');
  const plain = someone.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toUpperCase();
  const search = page.getByRole('searchbox', { name: 'Tìm theo tên hoặc số thẻ' });
  await search.fill(plain);
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page.getByRole('link', { name: someone }).first()).toBeVisible();
  await search.fill('');
  await page.getByLabel('Giới tính').selectOption('female');
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page).toHaveURL(/sex=female/);
  const women = await shownCount(page);
  expect(women).toBeGreaterThan(0);
  expect(women).toBeLessThan(everyone);
  await page.reload();
  expect(await shownCount(page)).toBe(women);
  await page.getByRole('link', { name: 'Bỏ lọc' }).click();
  await expect(page).not.toHaveURL(/sex=/);
  expect(await shownCount(page)).toBe(everyone);
  await page.goto('/members?q=khongcoaitennhuvay');
  await expect(page.getByText('Không có ai theo bộ lọc này.')).toBeVisible();
});

test('the export holds exactly what the list shows, in its order, and is refused without a purpose', async ({ page }) => {
  await signIn(page, 'canbo');
  await page.goto('/members?sex=female&partyAge=10-19');
  const count = await shownCount(page);
  const listed: string[] = [];
  for (;;) {
    listed.push(...(await names(page)).map(tidy));
    const next = page.getByRole('link', { name: 'Trang sau' });
    if (!(await next.count())) break;
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
  }
  expect(listed).toHaveLength(count);
  await page.getByText('Xuất Excel', { exact: true }).click();
  await page.getByLabel('Mục đích sử dụng').fill('x');
  await page.getByRole('button', { name: 'Tải tệp Excel' }).click();
  await expect(page.getByText('Hãy ghi mục đích sử dụng')).toBeVisible();
  await page.getByLabel('Mục đích sử dụng').fill('Đối khớp danh sách quý IV');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tệp Excel' }).click(),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await download.path());
  const sheet = book.worksheets[0];
  const exported: string[] = [];
  sheet?.eachRow((row, number) => number > 4 && exported.push(String(row.getCell(2).value)));
  expect(exported).toEqual(listed);
  sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula ?? '').toBe('')));
});

test('a person is added, corrected, and the second of two editors is told and loses nothing', async ({ page, browser }) => {
  await signIn(page, 'canbo');
  const name = await addSomeone(page);
  const home = page.url();
  await page.getByRole('link', { name: 'Sửa', exact: true }).click();
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue(name);
  await asOfficer(browser, async (other) => {
    await other.goto(`${home}/edit`);
    await other.getByLabel(/^Chức vụ/).fill('Trưởng thôn');
    await other.getByRole('button', { name: 'Lưu' }).click();
    await expect(other.getByText('Trưởng thôn')).toBeVisible();
  });
  await page.getByLabel(/^Nơi ở hiện nay/).fill('Tổ dân phố 1');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'đã được' })).toBeVisible();
  await expect(page.getByLabel(/^Nơi ở hiện nay/)).toHaveValue('Tổ dân phố 1');
  await page.goto(home);
  await expect(page.getByText('Trưởng thôn')).toBeVisible();
});

test('a card number a second time is told at its field with what was typed kept', async ({ page }) => {
  await signIn(page, 'canbo');
  await page.goto('/members?status=official');
  const card =
    (await page.locator('table tbody tr td:nth-child(7)').allTextContents()).find((text) => /^\d{2}\./.test(text)) ?? '';
  await addSomeone(page);
  await page.getByRole('link', { name: 'Sửa', exact: true }).click();
  await page.getByLabel(/^Số thẻ đảng viên/).fill(card);
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('#cardNumber-problem')).toContainText('đã có trong sổ');
  await expect(page.getByLabel(/^Số thẻ đảng viên/)).toHaveValue(card);
});

test('a probationer is recognized, the rule asks for a reason when it is early, and the entry is taken back', async ({
  page,
}) => {
  await signIn(page, 'canbo');
  await addSomeone(page, { 'Ngày vào Đảng': '1/9/2026', 'Ngày chính thức': '', 'Ngày ghi vào sổ': '1/10/2026' });
  await expect(page.locator('h1')).toContainText('Dự bị');
  await page.getByRole('link', { name: 'Ghi biến động' }).click();
  await page.getByRole('link', { name: 'Công nhận đảng viên chính thức' }).click();
  await page.getByLabel('Ngày chính thức').fill('5/11/2026');
  await page.getByLabel('Số quyết định').fill('12-QĐ/ĐU');
  await page.getByLabel('Ngày quyết định').fill('5/11/2026');
  await page.getByLabel('Cơ quan ra quyết định').fill('Đảng ủy phường Trần Phú');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.locator('#exceptionReason-problem')).toContainText('hiệu lực từ');
  await page.getByLabel('Lý do ngoại lệ').fill('Theo quyết định riêng');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.locator('h1')).toContainText('Chính thức');
  await page.getByRole('link', { name: /Hủy bút toán Công nhận chính thức/ }).click();
  await page.getByRole('button', { name: 'Hủy bút toán' }).click();
  await expect(page.locator('#reason-problem')).toBeVisible();
  await page.getByLabel('Lý do hủy').fill('Ghi nhầm người');
  await page.getByRole('button', { name: 'Hủy bút toán' }).click();
  await expect(page.locator('h1')).toContainText('Dự bị');
  await expect(page.getByText('Ghi nhầm người')).toBeVisible();
});

test('a member of another committee is not found, and sensitive information has its own page', async ({ page, browser }) => {
  await signIn(page, 'canbo');
  await addSomeone(page);
  const home = page.url();
  await page.getByRole('link', { name: 'Thông tin nhạy cảm' }).click();
  await expect(page.getByText('Lần xem này đã được ghi vào nhật ký')).toBeVisible();
  await asOfficer(
    browser,
    async (other) => {
      for (const path of ['', '/edit', '/sensitive', '/events/new'])
        expect((await other.goto(home + path))?.status(), path).toBe(404);
    },
    'canbo.dongson',
  );
  await asOfficer(
    browser,
    async (secretary) => {
      expect((await secretary.goto(`${home}/sensitive`))?.status()).toBe(403);
    },
    'bithu',
  );
});
