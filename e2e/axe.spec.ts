import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, test } from './story';

/** Pages with a fixed address, by who may open them. */
const PAGES: Record<string, string[]> = {
  chuyenvien: [
    '/',
    '/units',
    '/units?q=dong',
    '/members',
    '/members?q=ha',
    '/members/new',
    '/members/import',
    '/meetings',
    '/briefings',
    '/targets',
    '/rotations',
    '/rotations?state=open&year=2025#list',
    '/rotations/plans',
    '/rotations/plans/new',
    '/rotations/new?q=van',
    '/rotations/past?q=van',
    '/rotations/planner',
    '/rotations/flow',
    '/rotations/flow?by=unit',
    '/rotations/reported',
    '/print/rotations/list',
    '/print/rotations/flow',
    '/ratings',
    '/ratings/new',
    '/trainings',
    '/trainings/new',
    '/trainings/needs',
    '/print/trainings/needs',
    '/staffing',
    '/staffing/quotas',
    '/print/staffing',
    '/posts',
    '/posts?vacant=yes',
    '/posts/vacancies',
    '/posts/vacancies?kind=expired',
    '/posts/pauses',
    '/posts/new',
    '/cadres',
    '/cadres?tier=province&sex=female',
    '/cadres/new?q=ha',
    '/print/cadres/list?tier=province&columns=born&columns=titles',
    '/cadres/alarms',
    '/cadres/alarms/terms',
    '/cadres/alarms/retirements?from=2027-01&to=2027-12',
    '/cadres/alarms/certificates',
    '/cadres/eligibility?q=ha&p=van+phong',
    '/succession',
    '/succession/new',
    '/succession/board',
    '/succession/training',
    '/procedures',
    '/procedures?view=ended',
    '/procedures/new?q=so+y+te',
    '/rules',
    '/account',
    '/account/password',
    '/account/one-time-code',
    '/help',
  ],
  bithu: ['/', '/meetings', '/members'],
  quantri: ['/', '/accounts', '/accounts/new'],
  kiemtra: ['/', '/audit', '/audit?log=read', '/audit?from=31/02/2026&check=1&digest=0123', '/print/audit/anchors'],
};

type Behind = { user: string; from: string; link: RegExp; also?: string[] };

/** Pages that stand behind the first row of a list: where to look, the link that leads there, and what hangs on that page's address. */
const BEHIND: Behind[] = [
  {
    user: 'chuyenvien',
    from: '/members',
    link: /^\/members\/[0-9a-f-]{36}$/,
    also: ['/edit', '/sensitive', '/events/new?kind=died'],
  },
  { user: 'chuyenvien', from: '/rotations', link: /^\/rotations\/[0-9a-f-]{36}$/ },
  { user: 'chuyenvien', from: '/rotations/plans', link: /^\/rotations\/plans\/[0-9a-f-]{36}$/ },
  { user: 'chuyenvien', from: '/rotations/past?q=van', link: /^\/rotations\/past\?cadre=/ },
  { user: 'chuyenvien', from: '/rotations/planner', link: /^\/rotations\/planner\?post=/ },
  { user: 'chuyenvien', from: '/units?q=na+lau', link: /^\/units\/[0-9a-f-]{36}$/, also: ['/rename', '/close'] },
  { user: 'chuyenvien', from: '/meetings?month=2026-10', link: /^\/meetings\/[0-9a-f-]{36}$/ },
  { user: 'chuyenvien', from: '/briefings', link: /^\/briefings\/.*\/rows/ },
  { user: 'chuyenvien', from: '/briefings', link: /^\/print\/briefings/ },
  {
    user: 'chuyenvien',
    from: '/cadres',
    link: /^\/cadres\/[0-9a-f-]{36}$/,
    also: ['/edit', '/lines/history', '/lines/training', '/lines/award', '/lines/discipline'],
  },
  { user: 'truongban', from: '/cadres', link: /^\/cadres\/[0-9a-f-]{36}$/, also: ['/appointments/new?q=giam+doc'] },
  { user: 'chuyenvien', from: '/posts', link: /^\/posts\/[0-9a-f-]{36}$/, also: ['/edit', '/end'] },
  { user: 'chuyenvien', from: '/cadres/alarms/terms', link: /^\/cadres\/eligibility\?cadre=/ },
  { user: 'truongban', from: '/ratings', link: /^\/ratings\/[0-9a-f-]{36}$/ },
  { user: 'chuyenvien', from: '/ratings', link: /^\/ratings\/[0-9a-f-]{36}$/, also: ['/add'] },
  { user: 'chuyenvien', from: '/trainings', link: /^\/trainings\/[0-9a-f-]{36}$/, also: ['/edit'] },
  { user: 'canbo', from: '/ratings', link: /^\/ratings\/own$/ },
  { user: 'chuyenvien', from: '/succession', link: /^\/succession\/[0-9a-f-]{36}$/, also: ['/people', '/people?share=over'] },
  { user: 'chuyenvien', from: '/succession/board', link: /^\/succession\/compare/ },
  { user: 'chuyenvien', from: '/procedures', link: /^\/procedures\/[0-9a-f-]{36}$/, also: ['/candidates?q=ha', '/steps/2'] },
  { user: 'chuyenvien', from: '/cadres/alarms/terms', link: /^\/procedures\/renewals\// },
  { user: 'chuyenvien', from: '/procedures/new', link: /^\/procedures\/new\?post=/ },
  { user: 'truongban', from: '/rules', link: /^\/rules\/[a-z.]+$/ },
  { user: 'quantri', from: '/accounts', link: /^\/accounts\/[0-9a-f-]{36}$/ },
];

async function assertClean(page: Page, address: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function assertFits(page: Page, address: string): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `${address} scrolls sideways`).toBeLessThanOrEqual(1);
}

test('the sign-in page and every page with a fixed address have no serious fault, on a desktop and on a phone', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto('/sign-in');
  await assertClean(stranger, '/sign-in');
  for (const [username, addresses] of Object.entries(PAGES)) {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, username);
    for (const address of addresses) {
      await page.setViewportSize({ width: 1366, height: 768 });
      expect((await page.goto(address))?.status(), address).toBe(200);
      await assertClean(page, address);
      await page.setViewportSize({ width: 390, height: 844 });
      await assertFits(page, address);
    }
    await page.context().close();
  }
});

test('the pages behind the lists have no serious fault', async ({ browser }) => {
  test.setTimeout(300_000);
  for (const { user, from, link, also = [] } of BEHIND) {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, user);
    await page.goto(from);
    const links = await page.locator('main a').evaluateAll((all) => all.map((found) => found.getAttribute('href') ?? ''));
    const first = links.find((href) => link.test(href));
    expect(first, `${from} leads to ${link}`).toBeTruthy();
    for (const address of ['', ...also].map((more) => `${first}${more}`)) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      await assertClean(page, address);
      await page.setViewportSize({ width: 390, height: 844 });
      await assertFits(page, address);
      await page.setViewportSize({ width: 1366, height: 768 });
    }
    await page.context().close();
  }
});

test('the minutes form has no serious fault in any of its steps', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signIn(page, 'bithu');
  await page.goto('/meetings');
  await page.getByText('Ghi biên bản buổi khác').click();
  await page.getByLabel('Loại sinh hoạt').selectOption('thematic');
  await page.getByRole('form', { name: 'Ghi biên bản buổi khác' }).getByRole('button').click();
  await page.waitForURL(/\/minutes/);
  for (let step = 1; step <= 7; step += 1) {
    await page.goto(`${page.url().split('#')[0]}#buoc-${step}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(`${step}. `);
    await assertClean(page, `minutes, step ${step}`);
    await assertFits(page, `minutes, step ${step}`);
  }
  const paper =
    page
      .url()
      .split('#')[0]
      ?.replace(/\/meetings\/([0-9a-f-]+)\/minutes/, '/print/minutes/$1') ?? '';
  await page.goto(paper);
  await assertClean(page, paper);
});
