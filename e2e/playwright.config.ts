import { defineConfig } from '@playwright/test';
import { chromiumPath } from './fixtures/chromium.ts';

/**
 * End-to-end tests drive the built browser host (`npm run build`) in Debian's Chromium, each with a practice deployment
 * of its own, so they may run in any order and beside each other: two at a time, as the machine they must pass on has
 * two cores, and one test alone leaves a quarter of them idle.
 */
export default defineConfig({
  testDir: 'specs',
  // The pictures of README are taken anew only when asked for: every run would change their bytes.
  testIgnore: process.env['UPDATE_PICTURES'] === '1' ? [] : ['pictures.spec.ts'],
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 760 },
    locale: 'en-US',
    colorScheme: 'light',
    actionTimeout: 20_000,
    // A build machine keeps nothing one could look at, and taking down each state of the page is a tenth of the time.
    trace: process.env['CI'] === undefined ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        // Chromium's sandbox refuses to run as root, which is what a build machine is; elsewhere it stays on.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
