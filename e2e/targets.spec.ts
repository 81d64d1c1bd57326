import { signIn } from './sign-in';
import { expect, test } from './story';

test('the board gives next year’s admission targets; a wrong number is said at its field and nothing typed is lost', async ({
  page,
}) => {
  await signIn(page, 'chuyenvien');
  const year = new Date().getFullYear() + 1;
  await page.goto(`/targets?year=${year}`);
  await page.getByLabel('Đảng bộ xã Nà Lâu').fill('mười hai');
  await page.getByLabel('Đảng bộ xã Tân Lập').fill('9');
  await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Chỉ tiêu là số nguyên');
  await expect(page.getByLabel('Đảng bộ xã Tân Lập')).toHaveValue('9');
  await page.getByLabel('Đảng bộ xã Nà Lâu').fill('12');
  await page.getByLabel('Văn bản giao chỉ tiêu').fill('Kế hoạch số 15-KH/TU ngày 02/01/2027');
  await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
  await expect(page.getByText('Đã lưu 2 chỉ tiêu.')).toBeVisible();
  await expect(page.getByLabel('Đảng bộ xã Nà Lâu')).toHaveValue('12');
  await page.goto(`/targets?year=${year}`);
  await expect(page.getByLabel('Đảng bộ xã Nà Lâu')).toHaveValue('12');
  await expect(page.getByLabel('Đảng bộ xã Tân Lập')).toHaveValue('9');
});

test('a leader reads the targets and cannot change them', async ({ page }) => {
  await signIn(page, 'thuongtruc');
  await page.goto('/targets');
  await expect(page.getByText('Đảng bộ xã Nà Lâu')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu chỉ tiêu' })).toHaveCount(0);
});
