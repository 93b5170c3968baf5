import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { chooseElectron } from './electron.mjs';
import { ROOT, handOver } from './node.mjs';

const args = process.argv.slice(2);
buildIfStale();
const electron = chooseElectron(args);
if (electron.program !== null) {
  // Electron would run as plain Node, and open nothing.
  delete process.env.ELECTRON_RUN_AS_NODE;
  handOver('dist/electron/main.js', args, electron.program);
} else {
  if (electron.why !== null) process.stderr.write(electron.why);
  const renderer = join(ROOT, 'dist', 'renderer');
  const practice = join(ROOT, 'dist', 'main', 'practice.js');
  handOver('dist/main/browser.js', ['--renderer', renderer, '--practice-entry', practice, ...args]);
}
