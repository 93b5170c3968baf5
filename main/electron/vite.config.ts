import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The Electron host's main program: one ES module; of what it imports only Electron and keytar are not in it. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
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
