import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

const day = (offset: number) =>
  new Date(Date.now() + (7 * 60 * 60 + offset * 86_400) * 1000).toISOString().slice(0, 10).split('-').reverse().join('/');

async function decide(page: Page, number: string, effectiveLabel = 'Có hiệu lực từ ngày', on = day(0)): Promise<void> {
  await page.getByLabel('Số quyết định').fill(number);
  await page.getByLabel('Ngày quyết định').fill(day(-3));
  await page.getByLabel('Cơ quan ra quyết định').fill('Ban Thường vụ Đảng ủy phường Trần Phú');
  await page.getByLabel(effectiveLabel).fill(on);
}

test('a board officer opens the tree by level and finds a unit without marks', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/units');
  await expect(page.getByRole('link', { name: 'Chi bộ bản Nà Lâu' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Mở Đảng bộ xã Nà Lâu' }).click();
  await expect(page.getByRole('link', { name: 'Chi bộ bản Nà Lâu' })).toBeVisible();
  await page.getByRole('link', { name: 'Thu gọn Đảng bộ xã Nà Lâu' }).click();
  await expect(page.getByRole('link', { name: 'Chi bộ bản Nà Lâu' })).toHaveCount(0);
  await page.getByLabel('Tìm tổ chức đảng theo tên').fill('dang bo xa na lau');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('link', { name: 'Đảng bộ xã Nà Lâu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đảng bộ xã Nà Lâu' })).toBeVisible();
  await expect(page.getByText('Bí thư:', { exact: false }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Đảng bộ huyện Mường Sơn' }).click();
  await expect(page.getByText('kết thúc 30/06/2025').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Đảng bộ xã Nậm Cắt' })).toBeVisible();
});

test('a committee officer founds a cell, renames it and ends it, each by a decision', async ({ page }) => {
  await signIn(page, 'canbo');
  await page.goto('/units');
  await page.getByRole('link', { name: 'Đảng bộ phường Trần Phú', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Đổi tên' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Thành lập tổ chức trực thuộc' }).click();
  await page.getByRole('button', { name: 'Thành lập' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Hãy ghi tên tổ chức đảng.' })).toBeVisible();
  await page.getByLabel('Loại tổ chức').selectOption({ label: 'Chi bộ cơ sở' });
  await page.getByLabel('Tên đầy đủ').fill('Chi bộ tổ dân phố 12');
  await decide(page, '21-QĐ/ĐU', undefined, day(-2));
  await page.getByRole('button', { name: 'Thành lập' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chi bộ tổ dân phố 12' })).toBeVisible();
  await expect(page.getByText('đang khuyết')).toBeVisible();

  await page.getByRole('link', { name: 'Đổi tên' }).click();
  await page.getByLabel('Tên mới').fill('Chi bộ tổ dân phố Bến Đò');
  await decide(page, '22-QĐ/ĐU', undefined, day(-1));
  await page.getByRole('button', { name: 'Đổi tên' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chi bộ tổ dân phố Bến Đò' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Chi bộ tổ dân phố 12' })).toBeVisible();

  await page.getByRole('link', { name: 'Kết thúc' }).click();
  await decide(page, '23-QĐ/ĐU', 'Ngày hoạt động cuối cùng');
  await page.getByRole('button', { name: 'Kết thúc hoạt động' }).click();
  await expect(page.getByText(`kết thúc ${day(0)}`).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Đổi tên' })).toHaveCount(0);

  await page.goto('/units?q=ben do');
  await expect(page.getByText('Không có tổ chức nào tên như vậy')).toBeVisible();
  await page.getByRole('link', { name: 'Hiện tổ chức đã kết thúc' }).click();
  await expect(page.getByRole('link', { name: 'Chi bộ tổ dân phố Bến Đò' })).toBeVisible();
});

test('a cell secretary gets 404 for a unit elsewhere and 403 for founding', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/units?q=nam cat');
  const elsewhere = await page.getByRole('link', { name: 'Đảng bộ xã Nậm Cắt', exact: true }).getAttribute('href');
  await page.context().clearCookies();
  await signIn(page, 'bithu');
  expect((await page.goto(elsewhere ?? ''))?.status()).toBe(404);
  expect((await page.goto('/units/new'))?.status()).toBe(403);
});
