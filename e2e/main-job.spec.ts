import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { next, openMinutes, submit, today } from './minutes';
import { signIn } from './sign-in';
import { expect, test } from './story';

const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
const KEYS = ['stockEnd', 'registered', 'held', 'attendanceDue', 'attendancePresent', 'resolutions'] as const;

/** The unit's own figures by key, from the list that stands last on the page. */
async function figures(page: Page, address: string): Promise<Record<(typeof KEYS)[number], number>> {
  await page.goto(address);
  const read = await Promise.all(
    KEYS.map(async (key) => [key, digits(await page.locator(`a[data-figure="${key}"]`).last().textContent())] as const),
  );
  return Object.fromEntries(read) as Record<(typeof KEYS)[number], number>;
}

/** Follows the import story: xã Đông Sơn holds the 58 members of the commune's list. */
test('from the imported list and the logged meeting to the frozen, printed quarter', async ({ browser }, info) => {
  test.setTimeout(180_000);
  const board = await (await browser.newContext()).newPage();
  await signIn(board, 'chuyenvien');
  await board.goto('/briefings');
  await board.getByRole('link', { name: 'Xã Đông Sơn', exact: true }).first().click();
  await expect(board.getByRole('navigation', { name: 'Vị trí' })).toContainText('Đông Sơn');
  const address = board.url();
  const before = await figures(board, address);

  await test.step('the list that was imported is the quarter’s increase, name by name', async () => {
    expect(before.registered).toBe(58);
    expect(before.stockEnd).toBe(58);
    await board.locator('a[data-figure="registered"]').last().click();
    await expect(board.locator('[data-count]')).toHaveAttribute('data-count', '58');
    await expect(board.locator('main')).toContainText('Quàng Thị Thanh Hạnh');
  });

  const phone = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  ).newPage();
  await signIn(phone, 'bithu.dongha');
  await phone.goto('/');
  await expect(phone.locator('main')).toContainText(/biên bản/i);
  const id = await openMinutes(phone);
  const present = await test.step('the secretary logs the month', async () => {
    const people = phone.getByRole('status').filter({ hasText: 'đảng viên có mặt' }).locator('b');
    for (const [label, value] of [
      ['Ngày họp', today()],
      ['Bắt đầu', '19h30'],
      ['Kết thúc', '20:45'],
      ['Nơi họp', 'Nhà văn hóa thôn Đông Hà'],
      ['Chủ trì', 'Lò Văn Hải'],
      ['Thư ký (người ghi biên bản)', 'Hoàng Thị Dung'],
    ] as const)
      await phone.getByLabel(label, { exact: true }).fill(value);
    await next(phone);
    await phone.getByRole('radio', { name: 'Vắng', exact: true }).first().check({ force: true });
    const [came, due] = ((await people.textContent()) ?? '').split('/').map(Number);
    await next(phone);
    await next(phone);
    await phone.getByLabel('Nội dung', { exact: true }).first().fill('Nhiệm vụ tháng 12');
    await next(phone);
    await phone.getByLabel('Kết luận của người chủ trì').fill('Thống nhất.');
    await phone.getByRole('button', { name: 'Thêm biểu quyết' }).click();
    await phone.getByLabel('Nội dung biểu quyết').fill('Nghị quyết tháng 12');
    await next(phone);
    await next(phone);
    await submit(phone);
    return { came, due };
  });

  await test.step('the committee accepts', async () => {
    const committee = await (await browser.newContext()).newPage();
    await signIn(committee, 'canbo.dongson');
    await committee.goto(`/meetings/${id}`);
    await committee.getByRole('button', { name: 'Duyệt biên bản' }).click();
    await expect(committee.getByText('Đã duyệt').first()).toBeVisible();
  });

  await test.step('the quarter moved by exactly that', async () => {
    const after = await figures(board, address);
    expect(after).toEqual({
      ...before,
      held: before.held + 1,
      attendanceDue: before.attendanceDue + (present.due ?? 0),
      attendancePresent: before.attendancePresent + (present.came ?? 0),
      resolutions: before.resolutions + 1,
    });
    await board.locator('a[data-figure="attendancePresent"]').last().click();
    await expect(board.locator('[data-count]')).toHaveAttribute('data-count', String(after.attendancePresent));
  });

  await test.step('frozen and printed', async () => {
    await board.goto(address);
    await board.getByRole('button', { name: 'Chốt số liệu' }).click();
    await expect(board.getByRole('heading', { name: 'Số liệu đã chốt' })).toBeVisible();
    await board.getByRole('link', { name: 'In', exact: true }).click();
    await expect(board.getByRole('heading', { name: 'BÁO CÁO' })).toBeVisible();
    const file = info.outputPath('quarter.pdf');
    writeFileSync(file, await board.pdf({ preferCSSPageSize: true }));
    const paper = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const text = paper.status === 0 ? paper.stdout : ((await board.locator('main').textContent()) ?? '');
    for (const words of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'BÁO CÁO', '58']) expect(text).toContain(words);
  });
});
