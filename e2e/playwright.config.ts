import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests drive the built browser host (`npm run build`) in Debian's Chromium, each with a practice deployment
 * of its own. One at a time: the machine they must pass on has two cores.
 */
export default defineConfig({
  testDir: 'specs',
  // The pictures of README are taken anew only when asked for: every run would change their bytes.
  testIgnore: process.env['UPDATE_PICTURES'] === '1' ? [] : ['pictures.spec.ts'],
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  // A machine that does other work as well takes twice as long as a quiet one, and the longest tests take a minute.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 760 },
    locale: 'en-US',
    colorScheme: 'light',
    actionTimeout: 20_000,
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env['EDGEWISE_CHROMIUM'] ?? '/usr/bin/chromium',
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
