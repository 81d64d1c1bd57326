import type { Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { DEMO_PASSWORD, signIn } from './sign-in';
import { expect, test } from './story';

const fillIn = async (page: Page, username: string, password: string) => {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
};

const signOut = async (page: Page) => {
  await page.goto('/account');
  await page.locator('#main').getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
};

test('a wrong password and an unknown name get the same answer, and what was typed as a name stays', async ({ page }) => {
  await page.goto('/sign-in');
  const answers: (string | null)[] = [];
  for (const username of ['chiuy', 'khong.co.ai']) {
    await fillIn(page, username, 'sai hoàn toàn');
    await expect(page.getByRole('alert').first()).toContainText('chưa đúng');
    answers.push(await page.getByRole('alert').first().textContent());
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(username);
    await expect(page.getByLabel('Mật khẩu')).toHaveValue('');
  }
  expect(answers[0]).toBe(answers[1]);
});

test('after signing in one is where one wanted to go, and nowhere foreign', async ({ page }) => {
  await page.goto('/rules/vote.admit');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await fillIn(page, 'chuyenvien', DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/rules\/vote\.admit$/);
  await signOut(page);
  await page.goto('/sign-in?to=https://example.com/');
  await fillIn(page, 'chuyenvien', DEMO_PASSWORD);
  await expect(page).toHaveURL(/^http:\/\/[^/]+\/$/);
});

test('signing out leaves nothing of the person in the browser', async ({ page }) => {
  await signIn(page, 'thuongtruc');
  await page.goto('/account');
  await page.evaluate(() => localStorage.setItem('minutes:of-a-meeting', 'nội dung chưa gửi'));
  await signOut(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a phone is attached only by whoever knows the password', async ({ page }) => {
  await signIn(page, 'thuongtruc');
  await page.goto('/account/one-time-code');
  await page.getByRole('button', { name: /^(Bật mã một lần|Tạo hình quét khác)$/ }).click();
  await expect(page.getByAltText(/Mã QR/)).toBeVisible();
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Mã đang hiện trên điện thoại').fill(generateSync({ secret }));
  await page.getByLabel('Mật khẩu đang dùng').fill('không phải');
  await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await expect(page.getByRole('alert').first()).toContainText('chưa đúng');
  await page.goto('/account');
  await expect(page.getByText('Chưa bật')).toBeVisible();
});

test('signing in works without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in?to=/account');
  await fillIn(page, 'thuongtruc', DEMO_PASSWORD);
  await expect(page.getByRole('heading', { name: 'Tài khoản của tôi' })).toBeVisible();
  await context.close();
});

test('a person sees where else they are signed in and ends it from here', async ({ page, browser }) => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, 'lanhdao');
  await signIn(page, 'lanhdao');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Đăng xuất mọi nơi khác' }).click();
  await expect(page.getByText('Tài khoản chỉ đang mở ở đây.')).toBeVisible();
  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test('the administrator makes an account; at first use its password must be changed; an office gives it its rights', async ({
  page,
  browser,
}) => {
  const username = `nguoi.moi.${Date.now() % 1_000_000}`;
  await signIn(page, 'quantri');
  await page.goto('/accounts/new');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Họ và tên').fill('Nguyễn Văn Mới');
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const temporary = (await page.getByRole('status').locator('code').textContent()) ?? '';
  await page.getByRole('link', { name: 'Giao chức trách' }).click();
  await page.getByLabel('Tìm tổ chức đảng').fill('tran phu');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByLabel('Chức trách', { exact: true }).selectOption({ label: 'Cán bộ Ban Xây dựng Đảng' });
  await page.getByLabel('Tại tổ chức đảng').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Giao chức trách' }).click();
  await expect(page.getByText('Đã giao chức trách.')).toBeVisible();

  const fresh = await browser.newContext();
  const first = await fresh.newPage();
  await signIn(first, username, temporary);
  await first.goto('/rules');
  await expect(first).toHaveURL(/\/account\/password$/);
  await first.getByLabel('Mật khẩu đang dùng').fill(temporary);
  await first.getByLabel('Mật khẩu mới', { exact: true }).fill('bốn từ rời nhau');
  await first.getByLabel('Nhập lại mật khẩu mới').fill('bốn từ rời nhau');
  await first.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(first.getByText('Đã đổi mật khẩu.')).toBeVisible();
  await first.goto('/rules');
  await expect(first.getByRole('heading', { name: 'Tham số quy định' })).toBeVisible();
  await fresh.close();
});

test('the administrator sees no members and cannot change the own office', async ({ page }) => {
  await signIn(page, 'quantri');
  expect((await page.goto('/members'))?.status()).toBe(403);
  expect((await page.goto('/audit'))?.status()).toBe(403);
  await page.goto('/accounts?q=quantri');
  await page.getByRole('link', { name: 'quantri', exact: true }).click();
  await expect(page.getByText('Không ai tự sửa tài khoản')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Khóa tài khoản' })).toHaveCount(0);
});

test('the inspector reads the log, checks the chains and sees no members', async ({ page }) => {
  await signIn(page, 'kiemtra');
  await page.goto('/audit?check=1');
  await expect(page.getByText('mọi chuỗi đều khớp')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Đăng nhập' }).first()).toBeVisible();
  expect((await page.goto('/members'))?.status()).toBe(403);
});

test('the board head adds a rule value from a day on; without its document it is refused and nothing typed is lost', async ({
  page,
}) => {
  await signIn(page, 'truongban');
  await page.goto('/rules/recon.dossiers');
  await page.getByRole('textbox', { name: 'Giá trị' }).fill('4');
  await page.getByLabel('Hiệu lực từ ngày').fill(`01/01/${2030 + (Date.now() % 60)}`);
  await page.getByRole('button', { name: 'Thêm giá trị' }).click();
  await expect(page.getByRole('alert').first()).toContainText('căn cứ');
  await expect(page.getByRole('textbox', { name: 'Giá trị' })).toHaveValue('4');
  await page.getByLabel('Căn cứ').fill('Hướng dẫn 05-HD/BTCTU ngày 10/11/2026');
  await page.getByRole('button', { name: 'Thêm giá trị' }).click();
  await expect(page.getByText('Đã thêm giá trị mới.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Hướng dẫn 05-HD/BTCTU' }).first()).toBeVisible();
});
