import { defineConfig } from '@playwright/test';
import browserHost from './playwright.config.ts';

// Read by fixtures/test.ts, in every worker.
process.env['EDGEWISE_SHELL'] = 'electron';

/**
 * The specs of the browser host in Electron's own windows: the built program in the binary of the electron package, by
 * Playwright's `_electron`. With ELECTRON_OVERRIDE_DIST_PATH=e2e/electron/stand-in/bin in the stand-in.
 */
export default defineConfig({
  ...browserHost,
  testMatch: ['console', 'access-edge', 'overview', 'names', 'palette', 'keyboard', 'journal'].map(
    (name) => `${name}.spec.ts`,
  ),
  outputDir: '../test-results/electron',
});
