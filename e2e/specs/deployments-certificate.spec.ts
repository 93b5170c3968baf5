import { X509Certificate } from 'node:crypto';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';
import { probeCertificate } from '../../main/transport/index.ts';

const NAME = 'Contoso HQ';

/** A fingerprint as it stands on screen: in pairs, over several lines. */
function printed(sha256: string): RegExp {
  return new RegExp((sha256.toUpperCase().match(/../g) ?? []).join(String.raw`:\s*`));
}

async function showCertificate({ deployments, certificate, words }: EdgewiseWindow): Promise<void> {
  await deployments.failure.getByRole('button', { name: words('certificate.show'), exact: true }).click();
  await certificate.trust.waitFor();
}

for (const look of [
  { language: 'ko', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'light' },
] as const) {
  test.describe(look.language, () => {
    test.use(look);

    test('an unknown certificate is pinned by choice, and one that changes is refused before anything is said', async ({
      window,
      page,
    }) => {
      const { certificate, deployments, domains, setup, words } = window;
      const server = await startServer();
      try {
        const { practice } = server;
        const { user, password } = practice.accounts.administrator;
        const url = new URL(practice.url);
        const first = await probeCertificate(url);
        const issuer = new X509Certificate(practice.caPem).subject;
        await setup.add(NAME, { url: practice.url, user, password });

        // Unknown: shown, and accepted by a choice of its own; the password was typed for another trust.
        await deployments.item(NAME).click();
        await expect(deployments.failure).toContainText(issuer);
        await showCertificate(window);
        await expect(certificate.dialog).toContainText(words('certificate.unknown'));
        await expect(certificate.dialog).toContainText(printed(first.sha256));
        for (const shown of [first.subject, first.issuer, new Date(first.validTo).getFullYear().toString()]) {
          await expect(certificate.dialog).toContainText(shown);
        }
        expect(practice.stats().connections, 'nothing was said to it so far').toEqual([]);
        await expect(certificate.cancel, 'Enter is the way back').toBeFocused();
        await expectAccessible(page, 'an unknown certificate');
        await certificate.dialog.getByLabel(words('password.field'), { exact: true }).fill(password);
        await certificate.dialog.getByLabel(words('password.remember')).uncheck();
        await certificate.trust.click();
        await domains.loaded();
        const before = practice.stats().connections.length;

        // Changed: every connection is refused, and the server hears nothing, least of all a password.
        await practice.own?.show('renewed');
        const second = await probeCertificate(url);
        await page.getByRole('button', { name: words('shell.disconnect'), exact: true }).click();
        await deployments.connect.click();
        await expect(deployments.failure).toContainText(first.sha256);
        await expect(deployments.failure).toContainText(second.sha256);
        expect(practice.stats().connections.length).toBe(before);

        await showCertificate(window);
        await expect(certificate.dialog.getByRole('alert')).toContainText(words('certificate.other'));
        await expect(certificate.before).toContainText(printed(first.sha256));
        await expect(certificate.now).toContainText(printed(second.sha256));
        await expect(certificate.now).toContainText(second.subject);
        await expectAccessible(page, 'a changed certificate');
        await expect(certificate.trust).toBeDisabled();
        await certificate.asked.check();
        // Without the password again it is trusted, and still sent nothing: the one that is kept was for the first. A
        // test's host has no keychain to look for another one in.
        await certificate.trust.click();
        const dialog = page.getByRole('dialog', { name: words('password.title', { user }) });
        await expect(dialog).toContainText(words('password.unreachable'));
        expect(practice.stats().connections.length).toBe(before);
        await dialog.getByLabel(words('password.field'), { exact: true }).fill(password);
        await expect(dialog.getByLabel(words('password.remember'))).not.toBeChecked();
        await dialog.getByRole('button', { name: words('password.set'), exact: true }).click();
        await domains.loaded();
        expect(practice.stats().connections.length).toBeGreaterThan(before);
      } finally {
        await server.stop();
      }
    });
  });
}
