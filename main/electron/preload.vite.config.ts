import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { requestInputs } from '../../shared/contract/requests.ts';

/**
 * The preload: a sandboxed one can be no ES module and can require nothing but Electron, so it leaves as one CommonJS
 * file. The names of the contract are put in as data, for the contract itself would bring its schema library along.
 */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  define: { REQUEST_NAMES: JSON.stringify(Object.keys(requestInputs)) },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    target: 'chrome140',
    outDir: '../../dist/electron',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { preload: fileURLToPath(new URL('preload.ts', import.meta.url)) },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});
