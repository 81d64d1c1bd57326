import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { signIn } from './sign-in';
import { expect, test } from './story';

const SAMPLE = 'domain/members/import/samples/danh-sach-dang-vien-xa-dong-son';
const expected: { accepted: { name: string }[]; rejected: { row: number }[] } = JSON.parse(
  readFileSync(`${SAMPLE}.expected.json`, 'utf8'),
);

type File = string | { name: string; mimeType: string; buffer: Buffer };

async function upload(page: Page, file: File): Promise<void> {
  await page.goto('/members/import');
  await page.getByLabel('Tệp danh sách đảng viên').setInputFiles(file);
  await page.getByLabel('Tôi xác nhận tệp này không có nội dung bí mật nhà nước.').check();
  await page.getByRole('button', { name: 'Đọc danh sách' }).click();
  await expect(page.getByRole('heading', { name: 'Mỗi cột của tệp ghi nội dung gì?' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Xem trước kết quả' }).click();
  await expect(page.getByRole('heading', { name: 'Xem trước' })).toBeVisible({ timeout: 30_000 });
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhập vào sổ' }).click();
  await expect(page.getByRole('region', { name: 'Kết quả nhập' })).toBeVisible({ timeout: 30_000 });
}

async function smallList(names: string[]): Promise<File> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày vào Đảng', 'Chi bộ']);
  for (const [at, name] of names.entries())
    sheet.addRow([at + 1, name, 'Nữ', `0${at + 1}/03/1990`, '15/08/2026', 'Chi bộ thôn Đông Hà']);
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  return { name: 'dang-vien-moi.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
}

test('the officer of xã Đông Sơn imports the commune list: 58 in, 6 out with their reasons, and takes a wrong list back', async ({
  page,
}) => {
  await signIn(page, 'canbo.dongson');

  await test.step('a file without the confirmation about state secrets is not read', async () => {
    await page.goto('/members/import');
    await page.getByLabel('Tệp danh sách đảng viên').setInputFiles(`${SAMPLE}.xlsx`);
    await page.getByRole('button', { name: 'Đọc danh sách' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Hãy xác nhận tệp không có nội dung bí mật nhà nước.');
  });

  await test.step('a file that is no workbook is refused with what to do', async () => {
    await page.goto('/members/import');
    await page.getByLabel('Tệp danh sách đảng viên').setInputFiles({
      name: 'danh-sach.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('không phải bảng tính'),
    });
    await page.getByLabel('Tôi xác nhận tệp này không có nội dung bí mật nhà nước.').check();
    await page.getByRole('button', { name: 'Đọc danh sách' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Tệp không phải là bảng tính Excel');
  });

  await test.step('the preview shows each row and the reason at its cell', async () => {
    await upload(page, `${SAMPLE}.xlsx`);
    const tabs = page.getByRole('navigation', { name: 'Lọc theo kết quả' });
    await expect(tabs.getByRole('link', { name: 'Thêm mới (58)' })).toBeVisible();
    await tabs.getByRole('link', { name: 'Sai (6)' }).click();
    const table = page.getByRole('table', { name: 'Các dòng của danh sách' });
    await expect(table.locator('tbody tr')).toHaveCount(expected.rejected.length);
    await expect(table.locator('tbody tr td:first-child')).toHaveText(expected.rejected.map(({ row }) => String(row)));
    await expect(table).toContainText('31/02/1975');
    await expect(table).toContainText('Số thẻ 45354630 đã có ở dòng 7');
  });

  await test.step('58 are brought in and stand in the list of members', async () => {
    await bringIn(page);
    await expect(page.getByRole('region', { name: 'Kết quả nhập' })).toContainText('Đã thêm 58 người');
    await page.getByRole('link', { name: 'Xem danh sách đảng viên' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('58');
    await expect(page.locator('main')).toContainText(expected.accepted.find(({ name }) => name.endsWith(' Anh'))?.name ?? '');
  });

  await test.step('the rows left out come as a workbook with the reasons', async () => {
    await page.goto('/members/import');
    await page
      .getByRole('link', { name: /danh-sach-dang-vien-xa-dong-son/ })
      .first()
      .click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải các dòng không nhập' }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(1 + expected.rejected.length);
    expect(sheet?.getColumn(1).values.slice(2)).toEqual(expected.rejected.map(({ row }) => String(row)));
    expect(String(sheet?.getCell('B2').value)).toContain('31/02/1975');
  });

  await test.step('a second list, brought in by mistake, is taken back whole', async () => {
    await upload(page, await smallList(['Lò Thị Nhập Nhầm', 'Vàng Thị Nhập Nhầm']));
    await bringIn(page);
    await expect(page.getByRole('region', { name: 'Kết quả nhập' })).toContainText('Đã thêm 2 người');
    await page.getByText('Thu hồi lần nhập này').click();
    await page.getByRole('button', { name: 'Thu hồi', exact: true }).click();
    await expect(page.getByRole('alert').first()).toContainText('Hãy ghi lý do thu hồi.');
    await page.getByLabel('Lý do thu hồi').fill('Nhầm danh sách của xã khác');
    await page.getByRole('button', { name: 'Thu hồi', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Kết quả nhập' })).toContainText('sổ trở lại như trước khi nhập');
    await page.getByRole('link', { name: 'Xem danh sách đảng viên' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('58');
    await expect(page.locator('main')).not.toContainText('Nhập Nhầm');
  });
});
