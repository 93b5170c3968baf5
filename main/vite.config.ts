import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';

function entry(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** The programs of the Node side: each one file that runs with no node_modules beside it, but for the native parts of keytar and kerberos. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'warn',
  // electron-store imports it: main/settings/README.md.
  resolve: { alias: { electron: entry('settings/no-electron.ts') } },
  ssr: { noExternal: true, external: ['keytar', 'kerberos'], target: 'node' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: '../dist/main',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      // Named here too: npm leaves an optional package out where it cannot be built, and what is not there is not resolved.
      external: ['keytar', 'kerberos'],
      input: {
        browser: entry('browser/entry.ts'),
        practice: entry('practice/entry.ts'),
        authenticator: entry('auth/kerberos/entry.ts'),
        cli: entry('cli/entry.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
