import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');

const fillAll = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
};
const meeting = (summoned: number, present: number) => ({
  'Ngày họp': today,
  'Được triệu tập': String(summoned),
  'Có mặt': String(present),
});
const slips = (count: number) => ({
  'Số phiếu phát ra': String(count),
  'Số phiếu thu về': String(count),
  'Số phiếu hợp lệ': String(count),
});

/** Two names of people who hold a title of the province, from a procedure that the demo has under way. */
async function namesOfDemo(page: Page): Promise<[string, string]> {
  await page.goto('/procedures');
  const running = page.locator('tbody tr', { hasText: 'nguồn nhân sự tại chỗ, bước' }).last();
  await running.locator('a[href^="/procedures/"]').click();
  const names = page.locator('main a[href^="/cadres/"]');
  await expect(names.nth(1)).toBeVisible();
  const [first = '', second = ''] = await names.allTextContents();
  return [first, second];
}

async function addCandidate(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Thêm nhân sự' }).first().click();
  await page.getByLabel('Tìm theo tên', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page
    .getByRole('form', { name: `Thêm ${name}` })
    .first()
    .getByRole('button')
    .click();
  await expect(page.getByRole('link', { name }).first()).toBeVisible();
}

async function openProcedure(page: Page): Promise<string> {
  await page.goto('/procedures/new?q=pho+giam+doc+so');
  const post = page.locator('tbody a').first();
  const title = (await post.textContent()) ?? '';
  await post.click();
  await page.getByText('Năm bước: nguồn nhân sự tại chỗ').click();
  await page.getByRole('button', { name: 'Mở quy trình' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Hãy ghi lý do');
  await expect(page.getByLabel('Năm bước: nguồn nhân sự tại chỗ')).toBeChecked();
  await page.getByLabel('Lý do, số lượng, dự kiến phân công').fill('Kiện toàn một cấp phó còn thiếu.');
  await page.getByRole('button', { name: 'Mở quy trình' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await fillAll(page, { 'Ngày trả lời': today, 'Số, ký hiệu văn bản trả lời': '612-CV/BTCTU' });
  await page.getByText('Đồng ý', { exact: true }).click();
  await page.getByRole('button', { name: 'Ghi trả lời' }).click();
  await expect(page.getByText('612-CV/BTCTU')).toBeVisible();
  return title;
}

async function step(page: Page, number: number, fields: Record<string, string>): Promise<void> {
  await page.getByRole('link', { name: `Ghi bước ${number}` }).click();
  await fillAll(page, fields);
  await page.getByRole('button', { name: `Ghi bước ${number}` }).click();
}

test('an appointment goes through five steps to a decision that moves the person and opens the old seat', async ({
  page,
  browser,
}) => {
  await signIn(page, 'chuyenvien');
  const [chosen, other] = await namesOfDemo(page);
  const title = await openProcedure(page);
  const here = new URL(page.url()).pathname;
  await addCandidate(page, chosen);
  await addCandidate(page, other);

  await step(page, 1, meeting(9, 9));
  await expect(page.getByText('Bước 1.', { exact: false }).first()).toBeVisible();

  await step(page, 2, { ...meeting(30, 28), ...slips(28), [`Số phiếu: ${chosen}`]: '20', [`Số phiếu: ${other}`]: '9' });
  await expect(page.getByRole('alert').first()).toContainText('Cộng lại 29 phiếu, nhiều hơn 28 phiếu hợp lệ');
  await expect(page.getByLabel(`Số phiếu: ${chosen}`)).toHaveValue('20');
  await page.getByLabel(`Số phiếu: ${other}`).fill('8');
  await page.getByRole('button', { name: 'Ghi bước 2' }).click();
  await expect(page.getByText('20', { exact: true })).toBeVisible();

  await step(page, 3, {
    ...meeting(9, 9),
    'Tổng số thành viên tập thể lãnh đạo': '9',
    ...slips(9),
    [`Số phiếu: ${chosen}`]: '8',
  });
  await step(page, 4, { ...meeting(64, 60), ...slips(60), [`Đồng ý: ${chosen}`]: '57' });
  await step(page, 5, {
    ...meeting(9, 9),
    'Tổng số thành viên tập thể lãnh đạo': '9',
    ...slips(9),
    [`Số phiếu: ${chosen}`]: '9',
    'Ý kiến bằng văn bản của cấp ủy': 'Công văn 31-CV/ĐU: nhất trí.',
  });
  await expect(page.getByText('Đủ các bước, chờ quyết định')).toBeVisible();

  await page.goto(`/print${here}/steps/2`);
  await expect(page.getByText('không công bố tại hội nghị')).toBeVisible();
  await expect(page.getByText(chosen)).toHaveCount(0);
  await page.goto(`/print${here}/steps/3`);
  await expect(page.getByRole('cell', { name: chosen })).toBeVisible();

  const head = await (await browser.newContext()).newPage();
  await signIn(head, 'truongban');
  await head.goto(here);
  await head.getByRole('link', { name: 'Ghi quyết định' }).click();
  await fillAll(head, { 'Giữ chức vụ từ ngày': today, 'Số, ký hiệu': '1250', 'Ngày ký': today });
  await head.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(head.getByRole('alert').first()).toContainText('số và ký hiệu quyết định');
  await head.getByLabel('Số, ký hiệu').fill('1250-QĐ/TU');
  await head.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(head.getByRole('alert').first()).toContainText('Hồ sơ chưa đủ');
  await head.getByLabel('Lý do nếu chưa đủ điều kiện').fill('Hồ sơ hoàn thiện sau.');
  await head.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(head.getByText('Đã có quyết định')).toBeVisible();
  await expect(head.getByText('Hồ sơ hoàn thiện sau.')).toBeVisible();

  await head.getByRole('link', { name: chosen }).last().click();
  const held = head.locator('section', { has: head.getByRole('heading', { name: 'Chức vụ đang giữ' }) });
  await expect(held).toContainText(title);
  const before = head.locator('section', { has: head.getByRole('heading', { name: 'Chức vụ đã giữ' }) });
  await expect(before).toContainText('nhận nhiệm vụ khác');
  await before.locator('li', { hasText: 'nhận nhiệm vụ khác' }).getByRole('link').first().click();
  await expect(head.getByText('Khuyết', { exact: true }).first()).toBeVisible();

  await head.goto('/briefings');
  await head.getByRole('link', { name: 'Ủy ban nhân dân tỉnh' }).first().click();
  const turns = head.locator('tr', { has: head.getByRole('rowheader', { name: 'Bổ nhiệm', exact: true }) });
  await turns.getByRole('link').first().click();
  const row = head.locator('tr', { hasText: '1250-QĐ/TU' });
  await expect(row).toContainText(chosen);
  await expect(row).toContainText(title);
});

test('who may not decide finds no way to the decision, and another committee finds no procedure', async ({ page, browser }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/procedures');
  const address = await page.locator('tbody a[href^="/procedures/"]').first().getAttribute('href');
  await page.goto(`${address}/decision`);
  await expect(
    page
      .getByText('403')
      .or(page.getByText(/không có quyền|không thuộc chức trách/i))
      .first(),
  ).toBeVisible();
  const commune = await (await browser.newContext()).newPage();
  await signIn(commune, 'canbo.dongson');
  const answer = await commune.goto(address ?? '');
  expect(answer?.status()).toBe(404);
});
