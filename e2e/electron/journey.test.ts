import { afterAll, beforeAll, expect, it } from 'vitest';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import { buildProgram, startProgram, type RunningProgram } from './driver.ts';

beforeAll(buildProgram, 120_000);

let program: RunningProgram;
beforeAll(async () => (program = await startProgram()), 60_000);
afterAll(() => program.end());

const DOMAIN = 'woodgrovebank.com';

it('a domain is added, seen in a second window in the other language, found in the journal and removed', async () => {
  const page = await program.page();
  const first = new EdgewiseWindow(page, 'en');
  await first.domains.loaded();
  const before = await first.domains.count();
  await first.domains.add('allowed');
  await first.form.domain.fill(DOMAIN);
  await first.form.review.click();
  await first.review.powershell.getByText(`New-CsAllowedDomain -Identity '${DOMAIN}'`).waitFor();
  await first.review.apply();
  await first.review.close();
  await first.domains.row(DOMAIN).waitFor();
  expect(await first.domains.count()).toBe(before + 1);

  await first.choose('shell.language.ko');
  await first.in('ko').domains.loaded();
  await expect.poll(async () => JSON.stringify(await program.ask({ ask: 'menu' }))).toContain('"새 창"');

  const opened = page.context().waitForEvent('page');
  await program.ask({ ask: 'click', label: '새 창' });
  const second = new EdgewiseWindow(await opened, 'ko');
  await second.domains.loaded();
  await second.domains.row(DOMAIN).waitFor();
  await second.domains.delete(DOMAIN);
  await second.review.apply();
  await second.review.close();
  await first.in('ko').domains.row(DOMAIN).waitFor({ state: 'detached' });

  await second.journal.open();
  await second.journal.show(DOMAIN);
  expect(await second.journal.count()).toBe(2);
  expect(program.stderr()).toBe('');
  expect(await program.quit()).toBe(0);
}, 120_000);
