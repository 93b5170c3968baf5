import type { Locator } from '@playwright/test';
import type { ScriptedFault } from '../../main/practice/wire/faults/fault.ts';
import { languages, type MessageId, type MessageValues } from '../../shared/i18n/index.ts';
import type { ErrorCode, ErrorLayer } from '../../shared/errors.ts';
import { invokeOn } from '../fixtures/command-line.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';

const NAME = 'Contoso HQ';
const LIST = 'Get-CsAllowedDomain';

/** Faults of a list that was on screen already, each until it is cleared: a read is tried again on a new session. */
const IN_THE_WAY: readonly (readonly [ErrorCode, Exclude<ScriptedFault, { kind: 'tls' }>, MessageValues])[] = [
  ['http.forbidden', { kind: 'status', status: 403, verb: 'Command', cmdlet: LIST, times: 99 }, {}],
  ['http.not-found', { kind: 'status', status: 404, verb: 'Command', cmdlet: LIST, times: 99 }, {}],
  ['http.unavailable', { kind: 'status', status: 503, verb: 'Command', cmdlet: LIST, times: 99 }, {}],
  [
    'http.not-soap',
    { kind: 'html', verb: 'Command', cmdlet: LIST, times: 99 },
    { contentType: 'text/html; charset=utf-8' },
  ],
  ['ws-management.shell-gone', { kind: 'shell-gone', verb: 'Command', cmdlet: LIST, times: 99 }, {}],
  [
    'ws-management.quota',
    { kind: 'quota', quota: 'MaxConcurrentCommandsPerShell', verb: 'Command', cmdlet: LIST, times: 99 },
    { quota: 'MAX_COMMANDS_PER_SHELL_PPQ (MaxConcurrentCommandsPerShell)' },
  ],
];

let server: Server;

test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(() => server.stop());

async function openServer({ deployments, domains, setup }: EdgewiseWindow): Promise<void> {
  const { url, caPem: pem, accounts } = server.practice;
  await setup.add(NAME, { url, pem, ...accounts.administrator });
  await deployments.item(NAME).click();
  await domains.loaded();
  await expect(domains.row('fabrikam.com')).toBeVisible();
}

/** Layer, cause and next step of an error, in the window's words. */
async function said(
  problem: Locator,
  { words }: EdgewiseWindow,
  code: ErrorCode,
  values: MessageValues,
): Promise<void> {
  // The part of a code before its point is its layer.
  await expect(problem).toContainText(words(`layer.${code.split('.')[0] as ErrorLayer}`));
  for (const part of ['cause', 'next'] as const) {
    const sentence: MessageId = `error.${code}.${part}`;
    await expect(problem).toContainText(words(sentence, values));
  }
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('what stands in the way of a read is said with layer, cause and next step; the rows and the form stay', async ({
      window,
    }) => {
      const { domains, form, page, problems, words } = window;
      await openServer(window);
      const { url, own } = server.practice;
      await domains.add('allowed');
      await form.domain.fill('half-typed.example');
      for (const [code, fault, values] of IN_THE_WAY) {
        await test.step(code, async () => {
          own?.faults.add(fault);
          await domains.refresh.click();
          await said(problems.first(), window, code, {
            url,
            host: new URL(url).hostname,
            ...values,
          });
          await expect(problems, 'once').toHaveCount(1);
          await expect(domains.row('fabrikam.com')).toBeVisible();
          await expect(form.domain).toHaveValue('half-typed.example');
          own?.faults.clear();
          await problems
            .getByRole('button', { name: words('shell.reconnect') })
            .or(problems.getByRole('button', { name: words('problem.retry') }))
            .click();
          await expect(problems).toHaveCount(0);
        });
      }

      await test.step('a session that is lost under the form', async () => {
        own?.faults.add({ kind: 'shell-gone', verb: 'Command', times: 99 });
        await form.review.click();
        await said(form.pane.getByRole('alert'), window, 'ws-management.shell-gone', {});
        await expect(form.domain).toHaveValue('half-typed.example');
        own?.faults.clear();
        await page.getByRole('button', { name: words('shell.reconnect'), exact: true }).click();
        await expect(form.domain).toHaveValue('half-typed.example');
        await form.review.click();
        await window.review.apply();
        await window.review.close();
        expect(await invokeOn(server.practice, LIST, '-Filter', 'half-typed*')).toHaveLength(1);
      });

      await test.step('a server that dies in the middle of its answer', async () => {
        await domains.add('allowed');
        await form.domain.fill('typed-since.example');
        own?.faults.add({ kind: 'die', moment: 'mid-reply', verb: 'Receive', cmdlet: LIST });
        await domains.refresh.click();
        const { hostname: host, port } = new URL(url);
        await said(problems.first(), window, 'network.refused', { host, port: Number(port) });
        await expect(domains.row('fabrikam.com')).toBeVisible();
        await expect(form.domain).toHaveValue('typed-since.example');
      });
    });

    test('what a form may not say is said where it stands: on a list already, on the other list, gone meanwhile', async ({
      window,
    }) => {
      const { conflict, domains, form, problems, review, words } = window;
      await openServer(window);
      for (const status of ['allowed', 'blocked'] as const) {
        await domains.add(status);
        await form.domain.fill('FABRIKAM.com');
        await form.review.click();
        await said(form.pane.getByRole('alert'), window, 'conflict.already-allowed', { domain: 'fabrikam.com' });
        await expect(form.domain).toHaveValue('FABRIKAM.com');
        await form.domain.fill('phishing.example');
        await form.review.click();
        await said(form.pane.getByRole('alert'), window, 'conflict.already-blocked', { domain: 'phishing.example' });
      }
      await domains.row('woodgrove.example').dblclick();
      await form.comment.fill('still wanted');
      await invokeOn(server.practice, 'Remove-CsAllowedDomain', '-Identity', 'woodgrove.example');
      await domains.refresh.click();
      await expect(form.pane.getByText(words('pane.gone-elsewhere'))).toBeVisible();
      await expect(form.comment).toHaveValue('still wanted');
      await form.review.click();
      await said(form.pane.getByRole('alert'), window, 'conflict.not-found', { identity: 'woodgrove.example' });
      await conflict.leaveRemoved.click();
      await expect(form.domain).toHaveCount(0);
      await expect(problems).toHaveCount(0);
      await expect(review.dialog).toHaveCount(0);
    });

    test('numbers out of range, and a default route beside providers, are refused at their fields', async ({
      window,
    }) => {
      const { edge, review, words } = window;
      await edge.open();
      await edge.more.click();
      await edge.field('edge.outgoing-tls-count-for-federated-partners').fill('5');
      await edge.review.click();
      await expect(edge.form.getByText(words('edge.out-of-range', { min: 1, max: 4 }))).toBeVisible();
      await edge.field('edge.outgoing-tls-count-for-federated-partners').fill('4');
      await edge.routing('edge.routing.default-route').check();
      await expect(edge.form.getByText(words('edge.providers-exist', { hosting: 1, public: 3 }))).toBeVisible();
      await edge.review.click();
      await expect(edge.form.getByText(words('edge.route-missing'))).toBeVisible();
      await expect(review.dialog).toHaveCount(0);
    });
  });
}
