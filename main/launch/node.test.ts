import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const LAUNCHER = new URL('node.mjs', import.meta.url).href;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Says that it runs, and how it was ended. */
const PROGRAM = `
import { appendFileSync } from 'node:fs';
const told = process.argv[2];
process.on('SIGTERM', () => { appendFileSync(told, ' ended'); process.exit(130); });
setInterval(() => undefined, 1000);
appendFileSync(told, 'running');`;

/** As npx starts a program: below a shell, and it passes no signal on. */
const NPX = `require('node:child_process').spawn('/bin/sh', ['-c', '"$0" "$1"; :', process.execPath, process.argv[1]],
  { stdio: 'inherit', env: { ...process.env, npm_lifecycle_event: 'npx' } });`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

// Linux alone says who the parent of a parent is without another program.
it.skipIf(process.platform !== 'linux')('a program that npx started is ended with npx', async () => {
  const told = join(folder, 'told');
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
  const program = JSON.stringify(relative(ROOT, join(folder, 'program.mjs')));
  writeFileSync(
    join(folder, 'launch.mjs'),
    `import { handOver } from ${JSON.stringify(LAUNCHER)};\nhandOver(${program}, [${JSON.stringify(told)}]);`,
  );
  const npx = spawn(process.execPath, ['-e', NPX, join(folder, 'launch.mjs')], { stdio: 'ignore' });
  const said = (): string => (existsSync(told) ? readFileSync(told, 'utf8') : '');
  await expect.poll(said, { timeout: 10_000 }).toBe('running');
  npx.kill('SIGTERM');
  await expect.poll(said, { timeout: 10_000 }).toBe('running ended');
});
