import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As in the builds: see main/settings/README.md.
  resolve: { alias: { electron: fileURLToPath(new URL('main/settings/no-electron.ts', import.meta.url)) } },
  test: {
    include: [
      'main/**/*.test.ts',
      'shared/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'e2e/run/**/*.test.ts',
      'e2e/fuzz/**/*.test.ts',
      'e2e/electron/**/*.test.ts',
      'e2e/packaging/**/*.test.ts',
    ],
    server: { deps: { inline: ['electron-store'] } },
    testTimeout: 20_000,
    // Loading all modules anew for each file was a third of the time; no test puts another in a module's place.
    isolate: false,
    // vitest leaves a core to the machine, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
