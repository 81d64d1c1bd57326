import type { Locator, Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

test.describe.configure({ timeout: 240_000 });

const shown = (date: Date) => date.toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
const TODAY = shown(new Date());
const lastMonth = new Date(Date.now() - new Date().getUTCDate() * 86_400_000 - 86_400_000);
const MONTH = shown(lastMonth).slice(3);

async function decide(form: Locator, number: string): Promise<void> {
  await form.getByLabel('Số, ký hiệu quyết định').fill(number);
  await form.getByLabel('Ngày quyết định').fill(TODAY);
  await form.getByLabel('Người ký').fill('Nông Văn Hiệp');
}

async function startStay(page: Page, number: string): Promise<void> {
  const start = page.getByRole('form', { name: 'Ghi quyết định luân chuyển' });
  await decide(start, number);
  await start.getByLabel('Lý do nếu chưa đủ điều kiện').fill('Theo kết luận của Ban Thường vụ Tỉnh ủy');
  await start.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(page.getByText('Đang luân chuyển', { exact: true })).toBeVisible();
}

/** Without its reason first. */
async function takeBack(page: Page, reason: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Hủy bút toán ghi sai' });
  await form.getByRole('button', { name: 'Hủy bút toán' }).click();
  await expect(form.getByText('Hãy ghi lý do hủy bút toán.').first()).toBeVisible();
  await form.getByLabel('Lý do', { exact: true }).fill(reason);
  await form.getByRole('button', { name: 'Hủy bút toán' }).click();
}

/** Looks from place to place until one has a title with an empty seat, and chooses it. Gives its words. */
async function chooseEmptySeat(page: Page): Promise<string> {
  const places = await page.locator('select[name=at] option').allInnerTexts();
  for (const place of places.slice(1)) {
    await page.locator('select[name=at]').selectOption({ label: place });
    await page.getByRole('button', { name: 'Xem chức danh' }).click();
    await page.waitForURL(/[?&]at=/);
    const free = page.getByLabel('Chức danh', { exact: true }).locator('option', { hasText: 'còn' });
    if ((await free.count()) === 0) continue;
    const words = (await free.first().textContent()) ?? '';
    await page.getByLabel('Chức danh', { exact: true }).selectOption({ label: words });
    return words;
  }
  throw new Error('no empty seat in the province');
}

/** Tries the people found by name until one of them may go. */
async function proposeSomebody(page: Page, address: string): Promise<string> {
  await page.goto(`${address}&q=van`);
  const links = await page
    .getByRole('link', { name: /^Chọn / })
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const href of links) {
    await page.goto(href);
    const form = page.getByRole('form', { name: 'Đề xuất luân chuyển' });
    const name = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
    await form.getByLabel(/Đối tượng khác/).check();
    await form.getByLabel('Lý do nếu chưa đủ điều kiện').fill('Theo kết luận của Ban Thường vụ Tỉnh ủy');
    await form.getByRole('button', { name: 'Lưu đề xuất' }).click();
    // Beside the form's own words Next announces each page by an alert.
    await expect(form.getByRole('alert').or(page.getByText('Đang làm quy trình')).first()).toBeVisible();
    if ((await form.count()) === 0) return name;
  }
  throw new Error('nobody may go');
}

test('a rotation goes from plan to after-placement', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/rotations/plans/new');
  const title = `Kế hoạch luân chuyển bổ sung ${Date.now()}`;
  await page.getByLabel('Tên kế hoạch').fill(title);
  await page.getByLabel('Nhu cầu, mục đích').fill('Tăng cường cán bộ cho nơi còn thiếu người đứng đầu.');
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('lượt xem này đã được ghi nhật ký')).toBeVisible();
  const plan = new URL(page.url()).pathname;

  await chooseEmptySeat(page);
  const line = page.getByRole('form', { name: 'Thêm vị trí' });
  await line.getByLabel('Nhu cầu').fill('Vị trí đang trống');
  await line.getByLabel('Hình thức').selectOption({ label: 'Điều động, bổ nhiệm' });
  await line.getByLabel('Dự kiến bố trí sau luân chuyển').selectOption({ label: 'Về nơi cũ' });
  await line.getByLabel('Bắt đầu từ tháng').fill(MONTH);
  await line.getByRole('button', { name: 'Thêm vị trí' }).click();
  await expect(page.getByText('Đã thêm vị trí vào kế hoạch.')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'truongban');
  await page.goto(plan);
  await decide(page.getByRole('form', { name: 'Phê duyệt kế hoạch' }), '310-KH/TU');
  await page.getByRole('button', { name: 'Phê duyệt kế hoạch' }).click();
  await expect(page.getByText('0/1 vị trí đã có quyết định.')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'chuyenvien');
  await page.goto(plan);
  const choose = await page.getByRole('link', { name: 'Chọn nhân sự' }).getAttribute('href');
  await page.goto(choose ?? '');
  await expect(page.getByText('Hệ thống chỉ gợi ý, không quyết định thay.')).toBeVisible();
  const name = await proposeSomebody(page, (choose ?? '').replace('/planner', '/new'));
  const rotation = new URL(page.url()).pathname;
  for (const step of ['Trao đổi với nơi đi, nơi đến', 'Thẩm tra tiêu chuẩn, lịch sử chính trị', 'Trình cấp có thẩm quyền']) {
    await page.getByRole('button', { name: 'Ghi bước' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: step })).toBeVisible();
  }
  await expect(page.getByText('Đã ghi đủ các bước')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'truongban');
  await page.goto(rotation);
  await startStay(page, '411-QĐ/TƯ');
  await takeBack(page, 'Sai số quyết định');
  await expect(page.getByText('Đang làm quy trình', { exact: true })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Hủy bút toán ghi sai: quyết định luân chuyển' })).toBeVisible();
  await startStay(page, '411-QĐ/TU');

  await page.context().clearCookies();
  await signIn(page, 'chuyenvien');
  await page.goto(rotation);
  const rate = page.getByRole('form', { name: 'Ghi đánh giá năm' });
  await rate.getByLabel('Mức xếp loại').selectOption({ label: 'Hoàn thành tốt nhiệm vụ' });
  await rate.getByRole('button', { name: 'Ghi đánh giá' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'Hoàn thành tốt nhiệm vụ' })).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'truongban');
  await page.goto(rotation);
  const before = await page.getByText('Chức vụ trước luân chuyển').locator('xpath=following-sibling::dd').textContent();
  const [, formerTitle = '', formerUnit = ''] = /^(.*) \((.*)\)$/.exec(before ?? '') ?? [];
  await page.locator('select[name=at]').selectOption({ label: formerUnit });
  await page.getByRole('button', { name: 'Xem chức danh' }).click();
  await page.waitForURL(/[?&]at=/);
  const end = page.getByRole('form', { name: 'Kết thúc luân chuyển' });
  const back = end.getByLabel('Chức danh được bố trí').locator('option', { hasText: formerTitle }).filter({ hasText: 'còn' });
  await end.getByLabel('Chức danh được bố trí').selectOption({ label: (await back.first().textContent()) ?? '' });
  await end.getByLabel('Bố trí sau luân chuyển', { exact: true }).selectOption({ label: 'Về nơi cũ' });
  await end.getByLabel('Kết thúc từ ngày').fill(TODAY);
  await decide(end, '512-QĐ/TU');
  await end.getByRole('button', { name: 'Ghi kết thúc' }).click();
  await expect(end.getByText(/ít hơn 36 tháng \(theo Quy định 65-QĐ\/TW/).first()).toBeVisible();
  await end.getByLabel('Lý do nếu chưa đủ điều kiện').fill('Do yêu cầu nhiệm vụ ở nơi cũ');
  await end.getByRole('button', { name: 'Ghi kết thúc' }).click();
  await expect(page.getByText(`Về nơi cũ: ${formerTitle}`)).toBeVisible();

  await page.goto('/rotations?state=ended#list');
  await expect(page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Về nơi cũ' }).first()).toBeVisible();
  await page.goto(rotation);
  await takeBack(page, 'Người này còn công tác ở nơi luân chuyển đến');
  await expect(page.getByText('Đang luân chuyển', { exact: true })).toBeVisible();
  await page.goto('/rotations?state=running#list');
  await expect(page.getByRole('row').filter({ hasText: name }).first()).toBeVisible();
});

test('a rotation of which only papers are left enters the ledger, and a wrong one leaves it again', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/rotations');
  const matrix = page.getByRole('region', { name: 'Số lượt luân chuyển theo cấp và năm' });
  const turns = async () =>
    Number(
      /^\d+/.exec(
        (await matrix
          .getByRole('row', { name: /^Huyện → Xã, phường/ })
          .getByRole('link')
          .last()
          .textContent()) ?? '',
      )?.[0],
    );
  const before = await turns();
  await page.getByRole('link', { name: 'Ghi luân chuyển đã qua' }).click();
  await page.getByLabel('Tên cán bộ').fill('lan');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page
    .getByRole('link', { name: /^Chọn / })
    .first()
    .click();
  const form = page.getByRole('form', { name: 'Ghi luân chuyển đã qua' });
  await form.getByLabel('Chức vụ trước luân chuyển').fill('Trưởng phòng Nội vụ');
  await form.getByLabel('Đơn vị nơi đi').fill('Đảng bộ huyện Tân Bình');
  await form.getByLabel('Cấp của nơi đi').selectOption({ label: 'Huyện' });
  await form.getByLabel('Chức vụ luân chuyển đến').fill('Chủ tịch UBND xã Tân Lập');
  await form.getByLabel('Đơn vị nơi đến').fill('Đảng bộ xã Tân Lập');
  await form.getByLabel('Cấp của nơi đến').selectOption({ label: 'Xã, phường' });
  await form.getByLabel('Bắt đầu từ').fill('03/2002');
  await form.getByLabel('Kết thúc').fill('03/2002');
  await form.getByLabel('Đã bố trí sau luân chuyển').selectOption({ label: 'Về nơi cũ' });
  await form.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(form.getByText('Thời điểm kết thúc phải sau thời điểm bắt đầu (03/2002).').first()).toBeVisible();
  await expect(form.getByText('Hãy ghi số quyết định', { exact: false }).first()).toBeVisible();
  await form.getByLabel('Kết thúc').fill('05/2005');
  await form.getByLabel('Nguồn tài liệu').fill('Lý lịch cán bộ kê khai năm 2019');
  await form.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.getByText('Ghi lượt luân chuyển đã qua')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Từ trên xuống' })).toBeVisible();
  const rotation = new URL(page.url()).pathname;
  await page.goto('/rotations?year=2002#list');
  await expect(page.getByRole('row').filter({ hasText: '03/2002 – 05/2005' })).toBeVisible();
  expect(await turns()).toBe(before + 1);
  await page.goto(rotation);
  await page.getByRole('form', { name: 'Hủy lượt đã ghi' }).getByLabel('Lý do').fill('Ghi nhầm người');
  await page.getByRole('button', { name: 'Hủy lượt này' }).click();
  await expect(page.getByText('Đã hủy, ghi nhầm')).toBeVisible();
  await page.goto('/rotations');
  expect(await turns()).toBe(before);
});

test('every number of the matrix opens its rows, and a report shows what its parts leave open', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/rotations');
  await expect(page.getByText('chưa rõ hướng: 5')).toBeVisible();
  await expect(page.getByText('ngang/khác: 38')).toBeVisible();
  const matrix = page.getByRole('region', { name: 'Số lượt luân chuyển theo cấp và năm' });
  const number = matrix
    .getByRole('row', { name: /^Huyện → Xã, phường/ })
    .getByRole('link')
    .last();
  const turns = Number(/^\d+/.exec((await number.textContent()) ?? '')?.[0]);
  await number.click();
  await expect(page.getByRole('heading', { name: new RegExp(`^Danh sách: ${turns} lượt`) })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Các lượt luân chuyển, mới nhất trước' }).getByRole('row')).toHaveCount(
    turns + 1,
  );
});

test('the list leaves as a workbook only with a purpose', async ({ page }) => {
  await signIn(page, 'chuyenvien');
  await page.goto('/rotations?state=open');
  await page.getByText('Xuất Excel').click();
  await page.getByLabel('Mục đích sử dụng').fill('Báo cáo Thường trực Tỉnh ủy');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tệp Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^danh-sach-luan-chuyen-.*\.xlsx$/);
});

test('a commune sees no rotation of the province’s cadres, and a leader reads without changing', async ({ page }) => {
  await signIn(page, 'canbo.dongson');
  await page.goto('/rotations');
  await expect(page.getByText('Chưa có lượt luân chuyển nào trong sổ.')).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, 'thuongtruc');
  await page.goto('/rotations');
  await expect(page.getByRole('link', { name: 'Đề xuất luân chuyển' })).toHaveCount(0);
  await page.getByRole('region', { name: 'Các lượt luân chuyển, mới nhất trước' }).getByRole('link').first().click();
  await expect(page.getByText('Diễn biến')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ghi / })).toHaveCount(0);
});
