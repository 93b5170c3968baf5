import { readFileSync } from 'node:fs';

/**
 * The stages of `npm test`. `command` runs from the clone's root with `node_modules/.bin` first in PATH. A stage with
 * `report` writes its counts there; one without is a single check that passes or fails by its exit status.
 * Neighbours with `beside` run at the same time: each uses one core.
 */
export const STAGES = [
  { name: 'build', command: ['node', 'main/launch/build.mjs'] },
  { name: 'types', beside: true, command: ['tsc', '-b'] },
  { name: 'lint', beside: true, command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', beside: true, command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'dead-code', beside: true, command: ['knip'] },
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', '--outputFile.json={report}'],
    report: readVitest,
  },
  {
    // By itself: its deadlines are of seconds, and a starved machine would break them.
    name: 'faults',
    command: [
      'vitest',
      'run',
      '--config',
      'e2e/faults/vitest.config.ts',
      '--reporter=verbose',
      '--reporter=json',
      '--outputFile.json={report}',
    ],
    report: readVitest,
  },
  {
    name: 'peers',
    command: [
      'vitest',
      'run',
      '--config',
      'e2e/peers/vitest.config.ts',
      '--reporter=verbose',
      '--reporter=json',
      '--outputFile.json={report}',
    ],
    report: readVitest,
  },
  {
    name: 'end-to-end',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    environment: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    report: readPlaywright,
  },
];

/** Counts of a vitest JSON report. A file that could not be loaded is a failure of its own. */
function readVitest(path) {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Counts of a Playwright JSON report. A flaky test (passed only when tried again) is a failure here. */
function readPlaywright(path) {
  const { stats, errors } = JSON.parse(readFileSync(path, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
