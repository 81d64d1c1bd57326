import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

const NAME = 'Quy hoạch lãnh đạo chính quyền nhiệm kỳ 2031–2036';
const PLACE = 'Đảng bộ các cơ quan Đảng tỉnh';
const TITLE = 'Chánh Văn phòng Tỉnh ủy';

async function openCampaign(page: Page): Promise<void> {
  await page.goto('/succession/new');
  await page.getByLabel('Tên đợt').fill(NAME);
  await page.getByLabel('Xây dựng quy hoạch mới').check();
  await page.getByLabel('Nhiệm kỳ chính quyền').check();
  await page.getByLabel('Nhiệm kỳ bắt đầu').fill('15/06/2031');
  await page.getByLabel('Nhiệm kỳ kết thúc').fill('15/06/2030');
  const year = new Date().getFullYear() + 1;
  await page.getByLabel('Hạn trình của tổ chức trực thuộc').fill(`15/05/${year}`);
  await page.getByLabel(/^Hạn trình của Tỉnh|^Hạn trình của Đảng bộ tỉnh/).fill(`30/06/${year}`);
  await page.getByRole('button', { name: 'Mở đợt' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Nhiệm kỳ phải kết thúc sau ngày bắt đầu');
  await page.getByLabel('Nhiệm kỳ kết thúc').fill('15/06/2036');
  await page.getByRole('button', { name: 'Mở đợt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
}

/** Puts the first person found for the title on trial; gives their name. Nothing is saved by it. */
async function tryFirst(page: Page): Promise<string> {
  const card = page.locator('section.card', { has: page.getByRole('heading', { name: TITLE, exact: true }) }).first();
  await card.getByRole('link', { name: /^Tìm (thêm )?người$/ }).click();
  const found = page.locator('#try li').first();
  const name = (await found.locator('b').textContent()) ?? '';
  await found.getByRole('link', { name: 'Làm thử' }).click();
  await expect(page.getByRole('heading', { name: `Làm thử: ${name}` })).toBeVisible();
  return name;
}

async function propose(page: Page): Promise<void> {
  await page.getByLabel('Lý do vẫn đề xuất').first().fill('Ban Thường vụ thống nhất chủ trương');
  await page.getByRole('button', { name: 'Đề xuất vào danh sách' }).first().click();
  await expect(page.getByText('Đang làm thử')).toHaveCount(0);
}

test('a round of planning from its opening to the printed list, with names tried before they are proposed', async ({ page }) => {
  test.slow();
  await signIn(page, 'chuyenvien');
  await openCampaign(page);
  await page.getByRole('link', { name: PLACE }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(PLACE);

  const first = await tryFirst(page);
  await expect(page.getByText('Đang làm thử: thêm 1, bớt 0. Chưa có gì được lưu.')).toBeVisible();
  const women = page.locator('#ratios tr', { hasText: /^Nữ/ });
  await expect(women).toContainText('0/0');
  await expect(women).toContainText(/[01]\/1/);
  await page.goto(new URL(page.url()).pathname);
  await expect(page.getByText(first)).toHaveCount(0);

  const proposed = [await tryFirst(page)];
  await propose(page);
  proposed.push(await tryFirst(page));
  await propose(page);
  expect(new Set(proposed).size).toBe(2);
  for (const name of proposed) await expect(page.getByRole('link', { name }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Ghi phiếu' }).click();
  await page.getByRole('link', { name: /Hội nghị ban thường vụ/ }).click();
  await expect(page).toHaveURL(/step=standing/);
  await page.getByLabel('Ngày họp').fill('02/01/2026');
  await page.getByLabel('Số người được triệu tập').fill('12');
  for (const name of proposed) await page.getByLabel(new RegExp(name)).fill('11');
  await page.getByRole('button', { name: 'Lưu phiếu' }).click();
  await expect(page.getByText('11/12 phiếu (91,7%)').first()).toBeVisible();

  await page.getByRole('button', { name: 'Trình danh sách' }).click();
  await expect(page.getByRole('heading', { name: 'Đã trình, chờ phê duyệt' })).toBeVisible();
  const address = new URL(page.url()).pathname;
  await expect(page.getByRole('button', { name: 'Phê duyệt' })).toHaveCount(0);
  await page.goto(address.replace(/^\/succession\/[^/]+/, '/print/succession'));
  await expect(page.getByText('DỰ THẢO, LƯU HÀNH NỘI BỘ')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'truongban');
  await page.goto(address);
  await page.getByLabel('Số, ký hiệu quyết định').fill('512-QĐ/TU');
  await page.getByLabel('Ngày quyết định').fill('05/01/2026');
  await page.getByLabel('Cơ quan ban hành').fill('Ban Thường vụ Tỉnh ủy');
  await page.getByRole('button', { name: 'Phê duyệt' }).click();
  await expect(page.getByRole('heading', { name: 'Đã phê duyệt', exact: true })).toBeVisible();

  await page.goto(address.replace(/^\/succession\/[^/]+/, '/print/succession'));
  for (const name of proposed) await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
  await expect(page.getByText('LƯU HÀNH NỘI BỘ', { exact: true })).toBeVisible();
  await expect(page.getByText('512-QĐ/TU')).toBeVisible();
  await expect(page.getByText('Chánh Văn phòng Tỉnh ủy').first()).toBeVisible();

  await page.goto(address.replace(/\/[^/]+$/, ''));
  const planned = page.getByRole('link', { name: /– người trong quy hoạch: mở danh sách/ });
  const count = Number(await planned.textContent());
  await planned.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Người trong quy hoạch' })).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(count);
  for (const name of proposed) await expect(page.getByRole('link', { name })).toBeVisible();
  const female = page.getByRole('navigation', { name: 'Lọc theo cơ cấu' }).getByRole('link', { name: /^Nữ: / });
  const few = Number(((await female.textContent()) ?? '').replace('Nữ: ', ''));
  await female.click();
  await expect(page).toHaveURL(/share=women/);
  await expect(page.locator('tbody tr')).toHaveCount(few);
});

test('a commune’s officer sees the lists of the own committee and nothing that the province drafts', async ({ page }) => {
  await signIn(page, 'canbo.dongson');
  await page.goto('/succession');
  await page.locator('tbody a').first().click();
  await expect(page.getByRole('link', { name: 'Đảng bộ xã Đông Sơn', exact: true })).toHaveCount(1);
  await expect(page.getByRole('link', { name: PLACE, exact: true })).toHaveCount(0);
});
