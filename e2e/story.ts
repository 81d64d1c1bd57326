import { type BrowserContext, test as base, expect } from '@playwright/test';

const reportViolations = () =>
  document.addEventListener('securitypolicyviolation', (event) =>
    console.error(
      `securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
    ),
  );

/** Writes into `faults` what no page of ours may do in any browser window of a story. */
async function watch(context: BrowserContext, home: string, faults: string[]): Promise<void> {
  context.on('console', (line) => {
    if (/securitypolicyviolation|content security policy/i.test(line.text())) faults.push(`policy: ${line.text()}`);
  });
  context.on('weberror', (fault) => faults.push(`script: ${fault.error().stack ?? fault.error()}`));
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(protocol) && host !== home) faults.push(`foreign request: ${request.url()}`);
  });
  await context.addInitScript(reportViolations);
}

/**
 * A browser story. It also fails when one of its pages breaks the content security policy, asks another host for anything, or throws an
 * error that nobody caught, in whichever window of the browser.
 */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ browser, context, baseURL }, use) => {
      const faults: string[] = [];
      const home = new URL(baseURL ?? '').host;
      const open = browser.newContext;
      browser.newContext = async (...options) => {
        const opened = await open.apply(browser, options);
        await watch(opened, home, faults);
        return opened;
      };
      await watch(context, home, faults);
      await use(faults);
      browser.newContext = open;
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
