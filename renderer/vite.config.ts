import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page both hosts serve. Nothing may need what the content security policy forbids: no inline script, no data URL
 * (assets stay files), no polyfill that injects one.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
