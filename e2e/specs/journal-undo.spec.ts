import { invokeConfigured, invokeOn } from '../fixtures/command-line.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';

const NAME = 'Contoso HQ';

/** Adds a production deployment, and brings its domains to the front. */
async function addProduction({ setup, deployments, domains }: EdgewiseWindow, { practice }: Server): Promise<void> {
  await setup.open();
  await setup.fill(practice, NAME, practice.accounts.administrator.password);
  await setup.choice('password.remember').uncheck();
  await setup.choice('setup.production').check();
  await setup.save();
  await deployments.item(NAME).click();
  await domains.loaded();
}

/** Sets a mark of the deployment in its form. */
async function markReadOnly({ deployments, page, words }: EdgewiseWindow): Promise<void> {
  await deployments.act(NAME, 'setup.edit');
  const form = page.getByRole('dialog');
  await form.getByLabel(words('setup.read-only')).check();
  await form.getByRole('button', { name: words('setup.save'), exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

test.use({ language: 'ko' });

test('a move on production is undone with its name typed, and nothing once it is read-only', async ({
  window,
  host,
}) => {
  const server = await startServer();
  try {
    const { domains, journal, review, words } = window;
    const { practice } = server;
    await addProduction(window, server);
    const [before] = await invokeOn(practice, 'Get-CsAllowedDomain', '-Identity', 'adatum.com');
    await domains.move('adatum.com', 'blocked');
    await review.typedName(NAME).fill(NAME);
    await review.apply();
    await review.close();
    expect(await invokeOn(practice, 'Get-CsAllowedDomain', '-Filter', 'adatum.com')).toEqual([]);

    await journal.open();
    await journal.show('adatum.com');
    await journal.undo.click();
    await expect(review.powershell).toContainText("Remove-CsBlockedDomain -Identity 'adatum.com'");
    await expect(review.applyButton, 'not before the name is typed').toBeDisabled();
    await review.typedName(NAME).fill('contoso hq');
    await expect(review.applyButton).toBeDisabled();
    await review.typedName(NAME).fill(NAME);
    await review.apply();
    await review.close();
    expect(await invokeOn(practice, 'Get-CsBlockedDomain', '-Filter', 'adatum.com')).toEqual([]);
    expect(await invokeOn(practice, 'Get-CsAllowedDomain', '-Identity', 'adatum.com')).toEqual([before]);

    // The other way in: the command line, through this very console.
    const { password } = practice.accounts.administrator;
    const write = ['New-CsBlockedDomain', '-Identity', 'direct.example', '-Comment', 'by hand'];
    const sent = await invokeConfigured(host, NAME, password, '--confirm', NAME, ...write);
    expect(sent, sent.stderr).toMatchObject({ status: 0 });
    const direct = words('journal.direct', { cmdlet: 'New-CsBlockedDomain' });
    await expect(journal.row(direct)).toContainText(words('journal.outcome.done'));
    await journal.show(direct);
    await expect(journal.pane).toContainText(words('journal.direct.notice'));
    await expect(journal.pane.locator('pre')).toContainText('direct.example');
    await expect(journal.undo).toHaveCount(0);

    await markReadOnly(window);
    await journal.rows.nth(1).dblclick();
    await expect(journal.undo).toBeDisabled();
    await expect(journal.undo).toHaveAccessibleDescription(words('table.read-only'));
    await expect(review.dialog).toHaveCount(0);
    expect(await invokeOn(practice, 'Get-CsAllowedDomain', '-Identity', 'adatum.com')).toEqual([before]);
  } finally {
    await server.stop();
  }
});
