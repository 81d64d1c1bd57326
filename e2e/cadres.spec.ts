import type { Browser, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { signIn } from './sign-in';
import { expect, test } from './story';

async function as<T>(browser: Browser, username: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await signIn(page, username);
    return await work(page);
  } finally {
    await context.close();
  }
}

const letters = () => Array.from({ length: 6 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}( \\(không bắt buộc\\))?$`));

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await field(page, label).fill(value);
}

const DECISION = { 'Số, ký hiệu': '15-QĐ/ĐU', 'Ngày quyết định': '20/11/2026', 'Cơ quan ban hành': 'Ban Thường vụ Đảng ủy' };

/** The person who holds the highest title of the ward, as the province sees them. */
async function wardSecretary(page: Page): Promise<{ id: string; name: string; post: string }> {
  await page.goto('/posts?q=bi+thu+dang+uy+phuong+tran+phu');
  const row = page
    .locator('tbody tr')
    .filter({ has: page.getByRole('link', { name: 'Bí thư Đảng ủy phường Trần Phú', exact: true }) });
  const holder = row.locator('a[href^="/cadres/"]');
  const post = (await row.locator('a[href^="/posts/"]').getAttribute('href')) ?? '';
  const id = ((await holder.getAttribute('href')) ?? '').replace('/cadres/', '');
  return { id, name: (await holder.textContent()) ?? '', post };
}

test('a cadre of a higher tier is invisible to a lower officer: lists, search, file, titles, prints and export', async ({
  browser,
}) => {
  const secretary = await as(browser, 'chuyenvien', async (page) => {
    const found = await wardSecretary(page);
    await page.goto(`/cadres/${found.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(found.name);
    return found;
  });
  expect(secretary.name.length).toBeGreaterThan(3);
  await as(browser, 'canbo', async (page) => {
    for (const path of ['', '/edit', '/lines/award'])
      expect((await page.goto(`/cadres/${secretary.id}${path}`))?.status(), path).toBe(404);
    for (const paper of ['resume', 'biography'])
      expect((await page.goto(`/print/cadres/${secretary.id}/${paper}`))?.status(), paper).toBe(404);
    await page.goto(`/cadres?q=${encodeURIComponent(secretary.name)}`);
    await expect(page.locator(`a[href="/cadres/${secretary.id}"]`)).toHaveCount(0);
    await page.goto(secretary.post);
    await expect(page.getByText('Có người giữ, thuộc diện cấp trên quản lý')).toBeVisible();
    expect(await page.locator('main').textContent()).not.toContain(secretary.name);
    await page.goto('/print/cadres/list?columns=titles');
    const paper = (await page.locator('main').textContent()) ?? '';
    expect(paper).toContain('Danh sách trích ngang');
    expect(paper).not.toContain('Bí thư Đảng ủy phường Trần Phú');
    await page.goto('/cadres');
    await page.getByText('Danh sách trích ngang', { exact: true }).click();
    await page.getByLabel('Mục đích sử dụng').fill('Rà soát hồ sơ');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải tệp Excel' }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    const texts = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect(texts).toContain('phường Trần Phú');
    expect(texts).not.toContain('"Bí thư Đảng ủy phường Trần Phú');
  });
});

/** A title of the ward's own tier, since 1 November unless said otherwise; gives its address. */
async function newTitle(page: Page, title: string, seats: number, from = '01/11/2026'): Promise<string> {
  await page.goto('/posts/new');
  await fill(page, {
    'Tên chức danh': title,
    Mã: letters(),
    'Số lượng': String(seats),
    'Bậc chức danh': '40',
    'Có trong danh mục từ ngày': from,
    ...DECISION,
  });
  for (const [label, value] of [
    ['Hệ thống', 'party'],
    ['Cấp', 'commune'],
    ['Diện quản lý', 'committee'],
  ] as const)
    await page.getByLabel(label, { exact: true }).selectOption(value);
  for (const choice of ['Cấp trưởng', 'Bổ nhiệm']) await page.getByText(choice, { exact: true }).click();
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  return page.url();
}

/** A new file of somebody in the ward whose name holds that word; gives its address. */
async function newFile(page: Page, word: string): Promise<string> {
  await page.goto(`/cadres/new?q=${word}`);
  await page.getByRole('button', { name: 'Lập hồ sơ' }).first().click();
  await expect(page).toHaveURL(/\/cadres\/[0-9a-f-]{36}$/);
  return page.url();
}

async function give(page: Page, cadre: string, title: string): Promise<void> {
  await page.goto(cadre);
  await page.getByRole('link', { name: 'Ghi giữ chức vụ' }).click();
  await page.getByLabel('Tên chức danh').fill(title);
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('link', { name: title }).click();
  // Some are near their retirement: the one who decides says why.
  const why = { 'Lý do nếu chưa đủ điều kiện': 'Ban Thường vụ thống nhất, tổ giúp việc không hưởng phụ cấp' };
  await fill(page, { 'Giữ chức vụ từ ngày': '21/11/2026', ...DECISION, ...why });
  await page.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
}

async function takeLeave(page: Page, cadre: string): Promise<void> {
  await page.goto(cadre);
  await page.getByRole('link', { name: /^Thôi giữ/ }).click();
  await page.getByLabel('Lý do', { exact: true }).selectOption('moved');
  await fill(page, { 'Thôi giữ từ ngày': '22/11/2026', ...DECISION });
  await page.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(page.getByText('Hiện không giữ chức danh nào.')).toBeVisible();
}

test('a new title stands vacant until a decision gives it, and again after the decision that ends it', async ({ browser }) => {
  test.setTimeout(120_000);
  const title = `Tổ trưởng tổ giúp việc ${letters()}`;
  const cadre = await as(browser, 'canbo', async (page) => {
    await newTitle(page, title, 1);
    await expect(page.getByText('Khuyết', { exact: true })).toBeVisible();
    const file = await newFile(page, 'van');
    await page.getByRole('link', { name: /^Thêm dòng.*Khen thưởng$/ }).click();
    await fill(page, { Năm: '2024', 'Hình thức': 'Giấy khen' });
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByRole('cell', { name: 'Giấy khen' })).toBeVisible();
    return file;
  });
  await as(browser, 'lanhdao', async (page) => {
    await give(page, cadre, title);
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(page.getByText('Khuyết', { exact: true })).toHaveCount(0);
    await takeLeave(page, cadre);
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(page.getByText('Khuyết', { exact: true })).toBeVisible();
  });
});

test('a title is cut to as many seats as are held, and whoever holds the last one keeps it under a lower number', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const title = `Ủy viên tổ giúp việc ${letters()}`;
  const { post, files } = await as(browser, 'canbo', async (page) => ({
    post: await newTitle(page, title, 2),
    files: [await newFile(page, 'thi'), await newFile(page, 'duc')] as const,
  }));
  const [first, second] = files;
  await as(browser, 'lanhdao', async (page) => {
    await give(page, first, title);
    await give(page, second, title);
  });
  const cut = async (page: Page) => {
    await page.goto(`${post}/edit`);
    await fill(page, { 'Số lượng': '1', ...DECISION });
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
  };
  await as(browser, 'canbo', async (page) => {
    await cut(page);
    await expect(page.getByRole('alert').getByText(/^Có 2 người .* số lượng không dưới 2/)).toBeVisible();
  });
  await as(browser, 'lanhdao', (page) => takeLeave(page, first));
  await as(browser, 'canbo', async (page) => {
    await cut(page);
    await expect(page).toHaveURL(post);
    const seats = page.locator('section', { has: page.getByRole('heading', { name: 'Các vị trí' }) });
    await expect(seats.getByRole('listitem')).toHaveCount(1);
    await expect(seats.locator(`a[href="${new URL(second).pathname}"]`)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Những người đã giữ và đang giữ' }).locator('tbody tr')).toHaveCount(2);
  });
});

test('a title entered ahead is told as coming and stands in the catalogue only among those that come or end', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const title = `Tổ phó tổ giúp việc ${letters()}`;
  await as(browser, 'canbo', async (page) => {
    const post = await newTitle(page, title, 1, '01/01/2099');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('từ ngày 01/01/2099');
    await expect(page.getByText('Khuyết', { exact: true })).toHaveCount(0);
    await page.goto(`/posts?q=${encodeURIComponent(title)}`);
    await expect(page.getByText('Không có chức danh nào theo bộ lọc này.')).toBeVisible();
    await page.goto(`/posts?state=ahead&q=${encodeURIComponent(title)}`);
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await page.goto(`${post}/end`);
    await fill(page, { 'Ngày cuối cùng có chức danh': '31/12/2099', ...DECISION });
    await page.getByRole('button', { name: 'Kết thúc chức danh' }).click();
    await expect(page).toHaveURL(post);
    await expect(page.getByText('kết thúc chức danh')).toBeVisible();
  });
});

test('opening a file and printing it stand in the log of readings', async ({ browser }) => {
  const address = await as(browser, 'canbo', async (page) => {
    await page.goto('/cadres');
    await page.locator('tbody a[href^="/cadres/"]').first().click();
    await expect(page.getByText('Lần xem này đã được ghi vào nhật ký')).toBeVisible();
    const here = page.url();
    await page.getByRole('link', { name: 'In mẫu 2C' }).click();
    await expect(page.getByRole('heading', { name: 'SƠ YẾU LÝ LỊCH' })).toBeVisible();
    return here;
  });
  await as(browser, 'kiemtra', async (page) => {
    await page.goto('/audit?log=read');
    const log = (await page.locator('main').textContent()) ?? '';
    expect(log).toContain('Xem hồ sơ cán bộ');
    expect(log).toContain('In hồ sơ cán bộ');
    expect(log).toContain(address.slice(-8));
  });
});
