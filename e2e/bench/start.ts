import { startHost, type Host } from '../fixtures/host.ts';
import type { BenchLine } from './bench-line.ts';
import { median, openBenchPage } from './bench-page.ts';
import { addDeployments, openWindowless } from './contract-client.ts';

const CONFIGURED = 50;
const ROUNDS = 5;

/**
 * From starting the built browser host's process to a window that takes input (the deployments are listed, the palette
 * can be opened), in a Chromium that runs already; then the same with 50 deployments configured.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const empty = await startHost(null, 'en');
  const full = await startHost(null, 'en');
  try {
    await addDeployments(await openWindowless(full.url), CONFIGURED, 'pool01.contoso.example');
    const blank = await blankPage();
    const withNone: number[] = [];
    const withFifty: number[] = [];
    // In turns: a machine that slows down meanwhile slows both.
    for (let round = 0; round < ROUNDS; round += 1) {
      withNone.push(await launch(empty, 1));
      withFifty.push(await launch(full, CONFIGURED + 1));
    }
    const none = median(withNone);
    const fifty = median(withFifty);
    return [
      {
        name: 'launch of the browser host to an interactive window (median)',
        value: `${none.toFixed(0)} ms`,
        baseline: `${blank.toFixed(0)} ms (a blank page in the same browser)`,
        ratio: none / blank,
        goal: '2,000 ms',
      },
      {
        name: `the same with ${CONFIGURED} deployments configured (median)`,
        value: `${fifty.toFixed(0)} ms`,
        baseline: `${none.toFixed(0)} ms (none configured)`,
        ratio: fifty / none,
        goal: 'cost nothing, 1',
      },
    ];
  } finally {
    await empty.stop();
    await full.stop();
  }
}

async function launch(host: Host, deployments: number): Promise<number> {
  await host.kill();
  const { page, end } = await openBenchPage();
  try {
    const began = performance.now();
    await page.goto(await host.startAgain());
    await page
      .getByRole('navigation', { name: 'Deployments' })
      .getByRole('listitem')
      .nth(deployments - 1)
      .waitFor();
    await page.getByRole('button', { name: 'Preferences' }).click({ trial: true });
    return performance.now() - began;
  } finally {
    await end();
  }
}

async function blankPage(): Promise<number> {
  const { page, end } = await openBenchPage();
  const began = performance.now();
  await page.goto('data:text/html,<button>x</button>');
  await page.getByRole('button').click({ trial: true });
  const taken = performance.now() - began;
  await end();
  return taken;
}
