import { expect, type Page } from '@playwright/test';

/** Every account of the demo province has this password. */
export const DEMO_PASSWORD = 'BinhSon@2026';

/** Signs in through the page, as people do, and waits until the sign-in page is left. */
export async function signIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).not.toHaveURL(/\/sign-in/, { timeout: 20_000 });
}
