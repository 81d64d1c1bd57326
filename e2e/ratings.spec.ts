import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

const now = new Date();
const year = now.getFullYear();
const quarter = Math.floor(now.getMonth() / 3);
const decided = quarter === 0 ? `/ratings?year=${year - 1}` : `/ratings?year=${year}&quarter=${quarter}`;
const day = `${String(now.getDate()).padStart(2, '0')}/${String(now.getMonth() + 1).padStart(2, '0')}/${year}`;

test.describe('the quarter’s rating of the communes', () => {
  test.skip(quarter === 0, 'in the first quarter no quarter of the year is over');

  test('a commune enters its own rating, the board sees it as the commune wrote it, a neighbour does not', async ({
    browser,
  }) => {
    const commune = await (await browser.newContext()).newPage();
    await signIn(commune, 'canbo.dongson');
    await commune.goto('/ratings');
    await commune.getByRole('link', { name: 'Tự nhận xếp loại của đơn vị' }).click();
    const form = commune.getByRole('form', { name: /^Tự nhận xếp loại quý/ });
    await form.getByRole('button', { name: 'Ghi tự nhận xếp loại' }).click();
    await expect(form.getByRole('alert')).toContainText('Hãy ghi điểm tự chấm');
    await form.getByLabel('Điểm tự chấm').fill('83,5');
    await form.getByLabel('Ngày họp tự xếp loại').fill(day);
    await form.getByLabel('Mức tự nhận').selectOption('good');
    await form.getByLabel('Lý do').fill('Xong 14/14 việc, đúng hạn; một chi bộ nộp biên bản chậm hai ngày.');
    await form.getByRole('button', { name: 'Ghi tự nhận xếp loại' }).click();
    await expect(commune.getByText('Đã ghi tự nhận xếp loại của đơn vị.')).toBeVisible();
    await expect(commune.getByText('Đảng bộ xã Nà Lâu')).toHaveCount(0);

    const officer = await (await browser.newContext()).newPage();
    await signIn(officer, 'chuyenvien');
    await openGroup(officer, /^Đảng ủy các xã \d/);
    await officer.getByRole('link', { name: 'Đảng bộ xã Đông Sơn' }).click();
    const own = officer.locator('section', { has: officer.getByRole('heading', { name: 'Đơn vị tự nhận' }) });
    await expect(own).toContainText('Quàng Văn Dũng');
    await expect(own).toContainText('83,5');
    await expect(own).toContainText('một chi bộ nộp biên bản chậm hai ngày');
    await expect(officer.getByLabel('Điểm (0–100)')).toHaveValue('83,5');
    const rating = officer.url();

    const neighbour = await (await browser.newContext()).newPage();
    await signIn(neighbour, 'canbo');
    expect((await neighbour.goto(rating))?.status()).toBe(404);
    await neighbour.goto('/ratings/own');
    await expect(neighbour.getByRole('heading', { name: /^Đảng bộ phường Trần Phú/ })).toBeVisible();
    await expect(neighbour.getByText('Đông Sơn')).toHaveCount(0);
  });

  test('a row taken out of an open group by mistake is added again', async ({ page }) => {
    await signIn(page, 'chuyenvien');
    await openGroup(page, /^Đảng ủy các phường \d/);
    const row = page.getByRole('link', { name: 'Đảng bộ phường Quang Trung' });
    await row.click();
    await page.getByRole('button', { name: 'Đưa ra khỏi nhóm' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng ủy các phường');
    await expect(row).toHaveCount(0);
    await page.getByRole('link', { name: 'Thêm vào nhóm' }).click();
    await page.getByRole('button', { name: 'Thêm vào nhóm' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Hãy chọn ít nhất một người hoặc tổ chức');
    await page.getByRole('checkbox', { name: 'Đảng bộ phường Quang Trung' }).check();
    await page.getByRole('button', { name: 'Thêm vào nhóm' }).click();
    await expect(row).toBeVisible();
  });

  test('the officer proposes, a head sees the ceiling move while choosing and decides for all, and the commune learns the result', async ({
    browser,
  }) => {
    const officer = await (await browser.newContext()).newPage();
    await signIn(officer, 'chuyenvien');
    await openGroup(officer, /^Đảng ủy các xã \d/);
    await propose(officer, 'Đảng bộ xã Đông Sơn', 'good');
    await openGroup(officer, /^Đảng ủy các xã \d/);
    await officer.getByRole('link', { name: 'Đảng bộ xã Nà Lâu' }).click();
    const name = officer.getByRole('heading', { level: 1 });
    await expect(name).toHaveText('Đảng bộ xã Nà Lâu');
    await officer.getByLabel('Điểm (0–100)').fill('một trăm');
    await officer.getByRole('button', { name: 'Lưu kết quả' }).click();
    await expect(officer.getByRole('alert').first()).toContainText('Điểm là số từ 0 đến 100');
    await enterResults(officer);
    await officer.getByLabel('Mức đề xuất').selectOption('done');
    await officer.getByLabel('Lý do').fill('');
    await officer.getByRole('button', { name: 'Lưu đề xuất' }).click();
    await expect(officer.getByRole('alert').first()).toContainText('hãy ghi lý do');
    await officer.getByLabel('Mức đề xuất').selectOption('good');
    await officer.getByRole('button', { name: 'Lưu đề xuất' }).click();
    await expect(officer.getByText('Đã lưu đề xuất.')).toBeVisible();

    const head = await (await browser.newContext()).newPage();
    await signIn(head, 'truongban');
    await openGroup(head, /^Đảng ủy các xã \d/);
    const ceiling = head.getByRole('region', { name: 'Trần xuất sắc' });
    await expect(ceiling).toContainText('Được nhiều nhất');
    const levels = head.getByRole('combobox', { name: /^Mức xếp loại của/ });
    for (const select of await levels.all()) await select.selectOption('outstanding');
    await expect(ceiling).toContainText('đang vượt');
    for (const select of await levels.all()) await select.selectOption('good');
    await expect(ceiling).toContainText('; còn 1.');
    await levels.first().selectOption('outstanding');
    await expect(ceiling).toContainText('; vừa đủ.');
    await head.getByRole('button', { name: 'Ghi quyết định xếp loại' }).click();
    await expect(head.getByRole('alert').first()).toContainText('Hãy ghi số, ký hiệu quyết định');
    await expect(levels.first()).toHaveValue('outstanding');
    await head.getByLabel('Số quyết định').fill('412-QĐ/TU');
    await head.getByLabel('Ngày quyết định').fill(day);
    await head.getByLabel('Cơ quan ra quyết định').fill('Ban Thường vụ Tỉnh ủy');
    await head.getByLabel('Người ký').fill('Nông Văn Hiệp');
    await head.getByRole('button', { name: 'Ghi quyết định xếp loại' }).click();
    await expect(head.getByText('Đã quyết định', { exact: true })).toBeVisible();
    await expect(head.getByText(`412-QĐ/TU ngày ${day}`)).toBeVisible();

    const group = head.url();
    const commune = await (await browser.newContext()).newPage();
    await signIn(commune, 'canbo');
    expect((await commune.goto(group))?.status()).toBe(404);
    await commune.goto('/ratings');
    await expect(commune.getByText('Phường Trần Phú được xếp loại')).toBeVisible();
    const rated = await (await browser.newContext()).newPage();
    await signIn(rated, 'canbo.dongson');
    await rated.goto('/ratings/own');
    await expect(rated.getByRole('row', { name: /^Xếp loại quý/ }).first()).toContainText('Hoàn thành');
    await expect(rated.getByRole('form', { name: /^Tự nhận xếp loại quý/ })).toHaveCount(0);
  });
});

async function openGroup(page: Page, name: RegExp): Promise<void> {
  await page.goto(decided);
  const line = page.getByRole('row', { name });
  await expect(line).toContainText('Dự thảo');
  await line.getByRole('link').first().click();
  await page.waitForURL(/\/ratings\/[0-9a-f-]{36}$/);
}

async function enterResults(page: Page): Promise<void> {
  await page.getByLabel('Điểm (0–100)').fill('74,5');
  for (const label of ['Số việc được giao', 'Số việc đã xong', 'Xong đúng hạn, bảo đảm chất lượng'])
    await page.getByLabel(label).fill('10');
  await page.getByRole('button', { name: 'Lưu kết quả' }).click();
  await expect(page.getByText('Đã lưu. Mức theo điểm')).toBeVisible();
}

async function propose(page: Page, name: string, level: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await enterResults(page);
  await page.getByLabel('Mức đề xuất').selectOption(level);
  await page.getByRole('button', { name: 'Lưu đề xuất' }).click();
  await expect(page.getByText('Đã lưu đề xuất.')).toBeVisible();
}

test('an export asks what for, and leaves as a workbook', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto(`/ratings?year=${year - 1}`);
  await page
    .getByRole('row', { name: /^Đảng ủy các xã \d/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByText('Xuất Excel').click();
  await page.getByLabel('Mục đích sử dụng').fill('Trình Ban Thường vụ');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tệp Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`xep-loai-${year - 1}.xlsx`);
});

test('a class: opened, someone found by name sent to it, the result entered; persons and turns follow', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/trainings/new');
  await page.getByLabel('Nội dung').selectOption('theory');
  await page.getByLabel('Tên lớp').fill('Trung cấp lý luận chính trị khóa 13');
  await page.getByLabel('Khai giảng').fill(`05/01/${year}`);
  await page.getByLabel('Bế giảng').fill(`06/01/${year}`);
  await page.getByLabel('Số người theo kế hoạch').fill('40');
  await page.getByRole('button', { name: 'Mở lớp' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Hãy chọn trình độ');
  await page.getByLabel('Trình độ lý luận chính trị').selectOption('middle');
  await page.getByRole('button', { name: 'Mở lớp' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trung cấp lý luận chính trị khóa 13');
  await page.getByLabel('Tên đảng viên').fill('lo van thang');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page
    .getByRole('checkbox', { name: /Lò Văn Thắng/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Cử đi học' }).click();
  await page.getByLabel(/^Kết quả của Lò Văn Thắng/).selectOption('passed');
  await page.getByLabel(/^Số văn bằng, chứng chỉ của Lò Văn Thắng/).fill('1207/2026');
  await page.getByRole('button', { name: 'Lưu kết quả' }).click();
  await expect(page.getByText('Đã lưu 1 kết quả.')).toBeVisible();
  await page.getByRole('link', { name: 'In danh sách lớp' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Danh sách học viên');
  await expect(page.getByRole('row', { name: /Lò Văn Thắng.*Hoàn thành.*1207\/2026/ })).toBeVisible();
  await page.goto(`/trainings?year=${year}`);
  await expect(page.getByRole('row', { name: /khóa 13/ }).first()).toContainText('Đã bế giảng');
});

test('staffing: a decrease is entered by its reason and taken back again; both stay in the ledger', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/staffing?kind=commune');
  await page.getByLabel('Tổ chức').selectOption({ label: 'Xã Nà Lâu' });
  await page.getByLabel('Lý do', { exact: true }).selectOption('nd154');
  await page.getByRole('textbox', { name: 'Số người' }).fill('3');
  await page.getByLabel('Có hiệu lực từ ngày').fill(day);
  await page.getByRole('button', { name: 'Ghi tăng, giảm' }).click();
  await expect(page.getByText('Đã ghi tăng, giảm.')).toBeVisible();
  const entry = page.getByRole('row', { name: new RegExp(`${day}.*Nghị định 154.*3`) }).first();
  await entry.getByText('Hủy bút toán ghi nhầm').click();
  await entry.getByLabel('Lý do hủy').fill('Ghi nhầm xã');
  await entry.getByRole('button', { name: 'Hủy bút toán' }).click();
  await expect(page.getByRole('row', { name: /đã hủy/ })).toContainText('154');
});

test('a leader reads the board and changes nothing', async ({ page }) => {
  await signIn(page, 'thuongtruc');
  for (const address of ['/ratings', '/trainings', '/staffing']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Ghi|Lưu)/ })).toHaveCount(0);
  }
  expect((await page.goto('/staffing/quotas'))?.status()).toBe(403);
});
