import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // As in the builds: see main/settings/README.md.
  resolve: { alias: { electron: fileURLToPath(new URL('../../main/settings/no-electron.ts', import.meta.url)) } },
  test: {
    include: ['e2e/faults/**/*.test.ts'],
    server: { deps: { inline: ['electron-store'] } },
    maxWorkers: 2,
  },
});
