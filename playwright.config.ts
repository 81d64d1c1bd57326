import { defineConfig } from '@playwright/test';
import { systemChromium } from './scripts/browser.mjs';

const chromium = process.env.CHROMIUM || systemChromium();
const isRoot = process.getuid?.() === 0;

/** `npm test` starts the server and names it in E2E_URL; by hand: E2E_URL=http://localhost:3000 npx playwright test. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.E2E_URL ?? 'http://localhost:3000',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
});
