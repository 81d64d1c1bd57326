import { answerAssignments, next, openMinutes, submit, today } from './minutes';
import { signIn } from './sign-in';
import { expect, test } from './story';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test('a secretary logs the month on a phone with the network gone in the middle; the committee returns it, then accepts', async ({
  browser,
}) => {
  const phone = await browser.newContext(PHONE);
  const page = await phone.newPage();
  await signIn(page, 'bithu');
  const id = await openMinutes(page);

  await test.step('place and time as last month; typed text is saved while typing', async () => {
    await expect(page.getByLabel('Nơi họp')).not.toHaveValue('');
    await page.getByLabel('Ngày họp').fill(today());
    await expect(page.getByText(/● Đã lưu/)).toBeVisible();
    await next(page);
  });
  await test.step('everyone is present by default; one tap changes it and the count follows', async () => {
    const count = page.getByRole('status').filter({ hasText: 'đảng viên có mặt' });
    await page.getByRole('radio', { name: 'Có mặt' }).first().check({ force: true });
    const before = await count.locator('b').textContent();
    await page.getByRole('radio', { name: 'Vắng có lý do' }).first().check({ force: true });
    await expect(count.locator('b')).not.toHaveText(before ?? '');
    await next(page);
    await answerAssignments(page);
    await next(page);
  });
  await test.step('the network goes: the text stays on this phone, also when the tab is closed', async () => {
    await phone.setOffline(true);
    await page.getByLabel('Nội dung', { exact: true }).first().fill('Nhiệm vụ trọng tâm tháng 11');
    await expect(page.getByText('Chưa có mạng – đã giữ trên máy này')).toBeVisible();
    await phone.setOffline(false);
    await page.goto('about:blank');
    await page.goto(`/meetings/${id}/minutes#buoc-4`);
    await expect(page.getByLabel('Nội dung', { exact: true }).first()).toHaveValue('Nhiệm vụ trọng tâm tháng 11');
    await expect(page.getByText(/● Đã lưu/)).toBeVisible();
  });
  await test.step('opinion, conclusion, vote, assignment, score', async () => {
    await page.getByRole('button', { name: 'Thêm ý kiến' }).click();
    await page.getByLabel('Người phát biểu').selectOption({ index: 1 });
    await page.getByLabel('Ý kiến', { exact: true }).fill('Nhất trí với dự thảo, đề nghị phân công rõ người.');
    await next(page);
    await page.getByLabel('Kết luận của người chủ trì').fill('Thống nhất nhiệm vụ tháng 12.');
    await page.getByRole('button', { name: 'Thêm biểu quyết' }).click();
    await page.getByLabel('Nội dung biểu quyết').fill('Nghị quyết tháng 12');
    await next(page);
    await page.getByRole('button', { name: 'Giao thêm việc' }).click();
    await page.getByLabel('Việc cần làm').fill('Thăm hộ khó khăn');
    await page.getByLabel('Người thực hiện').selectOption({ index: 2 });
    await page.getByLabel('Thời hạn', { exact: true }).fill(today());
    await page.getByRole('button', { name: 'Bắt đầu từ điểm tối đa rồi trừ' }).click();
    await expect(page.getByText(/100 điểm · xếp loại/)).toBeVisible();
    await next(page);
  });
  await test.step('submitted once though tapped twice, and locked', async () => {
    await submit(page);
    await expect(page.getByText('Đã nộp, chờ duyệt').first()).toBeVisible();
    await page.goto(`/meetings/${id}/minutes`);
    await expect(page).toHaveURL(new RegExp(`/meetings/${id}$`));
  });

  const committee = await (await browser.newContext()).newPage();
  await signIn(committee, 'canbo');
  await test.step('the committee returns it with a reason and the secretary submits again', async () => {
    await committee.goto(`/meetings/${id}`);
    await committee.getByText('Trả lại để chi bộ sửa').click();
    await committee.getByLabel('Lý do trả lại').fill('Ghi rõ kết quả thực hiện nghị quyết tháng 10.');
    await committee.getByRole('button', { name: 'Trả lại biên bản' }).click();
    await expect(committee.getByText('Bị trả lại').first()).toBeVisible();
    await page.goto(`/meetings/${id}/minutes#buoc-5`);
    await expect(page.getByText('Ghi rõ kết quả thực hiện nghị quyết tháng 10.')).toBeVisible();
    await page.getByLabel('Kết luận của người chủ trì').fill('Nghị quyết tháng 10 hoàn thành. Thống nhất nhiệm vụ tháng 12.');
    await next(page);
    await next(page);
    await submit(page);
  });
  await test.step('accepted, and printed by the Party’s format', async () => {
    await committee.goto(`/meetings/${id}`);
    await committee.getByRole('button', { name: 'Duyệt biên bản' }).click();
    await expect(committee.getByText('Đã duyệt').first()).toBeVisible();
    await committee.goto(`/print/minutes/${id}`);
    for (const words of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'BIÊN BẢN', 'CHỦ TRÌ', 'THƯ KÝ', 'Nghị quyết tháng 12', 'Thăm hộ khó khăn'])
      await expect(committee.getByText(words).first()).toBeVisible();
    const word = await committee.request.get(`/meetings/${id}/docx`);
    expect(word.status()).toBe(200);
    expect((await word.body()).subarray(0, 2).toString()).toBe('PK');
  });
  await test.step('a secretary of another cell gets 404 for it, on every address', async () => {
    const other = await (await browser.newContext()).newPage();
    await signIn(other, 'bithu.dongha');
    for (const address of [`/meetings/${id}`, `/meetings/${id}/minutes`, `/meetings/${id}/docx`, `/print/minutes/${id}`])
      expect((await other.request.get(address)).status(), address).toBe(404);
  });
});

test('two phones on one draft: the second is told, and nothing is overwritten', async ({ browser }) => {
  const [one, two] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
  await signIn(one, 'bithu.dongha');
  await signIn(two, 'bithu.dongha');
  await one.goto('/meetings');
  await one.getByText('Ghi biên bản buổi khác').click();
  await one.getByLabel('Loại sinh hoạt').selectOption('extraordinary');
  await one.getByRole('form', { name: 'Ghi biên bản buổi khác' }).getByRole('button').click();
  await one.waitForURL(/\/meetings\/[0-9a-f-]{36}\/minutes/);
  const id = one.url().split('/').at(-2);
  await two.goto(`/meetings/${id}/minutes`);
  await one.getByLabel('Nơi họp').fill('Nhà văn hóa');
  await expect(one.getByText(/● Đã lưu/)).toBeVisible();
  await two.getByLabel('Nơi họp').fill('Trụ sở xã');
  await expect(two.getByText(/đã được .* sửa lúc/)).toBeVisible();
  await two.getByRole('button', { name: 'Mở bản mới' }).click();
  await expect(two.getByLabel('Nơi họp')).toHaveValue('Nhà văn hóa');
  await two.getByRole('button', { name: 'Dùng bản trên máy này' }).click();
  await expect(two.getByLabel('Nơi họp')).toHaveValue('Trụ sở xã');
});
