import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const NO_ELECTRON = fileURLToPath(new URL('../settings/no-electron.ts', import.meta.url));

/** The Electron host's main program: one ES module; of what it imports only Electron and keytar are not in it. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  plugins: [
    {
      // Given Electron, electron-store opens an IPC channel of its own beside the gate: main/settings/README.md.
      name: 'electron-store-without-electron',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === 'electron' && importer?.includes('/electron-store/') === true ? NO_ELECTRON : null,
    },
  ],
  ssr: { noExternal: true, external: ['electron', 'keytar'], target: 'node' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: '../../dist/electron',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { main: fileURLToPath(new URL('entry.ts', import.meta.url)) },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
