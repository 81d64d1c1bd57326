import type { Page } from '@playwright/test';

/** Today in Vietnam as people type it, dd/mm/yyyy. */
export const today = (): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(new Date());

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: /^Tiếp:/ }).click();

/** Opens this month's regular minutes of the secretary's own cell and gives their id. */
export async function openMinutes(page: Page): Promise<string> {
  await page.goto('/meetings');
  const start = page.getByRole('form', { name: 'Ghi biên bản', exact: true }).getByRole('button', { name: 'Ghi biên bản' });
  if (await start.count()) await start.click();
  else await page.getByRole('link', { name: 'Ghi tiếp' }).first().click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}\/minutes/);
  return page.url().split('/').at(-2) ?? '';
}

/** Answers the assignments of the months before, however many are open. */
export async function answerAssignments(page: Page): Promise<void> {
  for (const answer of await page.getByRole('radio', { name: 'Đã xong' }).all()) await answer.check({ force: true });
}

/** Taps "submit" twice, as people do, and lands on the minutes as submitted. */
export async function submit(page: Page): Promise<void> {
  const seen = page.getByLabel('Tôi đã xem các lưu ý trên và vẫn nộp');
  if (await seen.count()) await seen.check();
  await page.getByRole('button', { name: 'Nộp biên bản' }).dblclick();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
}
