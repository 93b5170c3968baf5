import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { ROOT, handOver } from './node.mjs';

buildIfStale();
handOver('dist/main/browser.js', [
  '--renderer',
  join(ROOT, 'dist', 'renderer'),
  '--practice-entry',
  join(ROOT, 'dist', 'main', 'practice.js'),
  ...process.argv.slice(2),
]);
