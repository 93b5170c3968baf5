import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'main/**/*.test.ts',
      'shared/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'e2e/run/**/*.test.ts',
      'e2e/electron/**/*.test.ts',
      'e2e/packaging/**/*.test.ts',
    ],
    testTimeout: 20_000,
  },
});
