import { formatMessage, languages, type MessageId } from '../../shared/i18n/index.ts';
import { expect, test } from '../fixtures/test.ts';

/** What people paste, why it is refused, and the name they are offered instead. */
const refused: readonly (readonly [typed: string, reason: MessageId, suggestion: string | null])[] = [
  ['fabrikam.com.', 'rules.domain-name.trailing-dot', 'fabrikam.com'],
  ['bücher.example', 'rules.domain-name.international', 'xn--bcher-kva.example'],
  ['예시.한국', 'rules.domain-name.international', 'xn--vv4b11d.xn--3e0b707e'],
  ['https://www.fabrikam.com/contact', 'rules.domain-name.url', 'www.fabrikam.com'],
  ['ana@fabrikam.com', 'rules.domain-name.user-address', 'fabrikam.com'],
  [' fabrikam.com', 'rules.domain-name.blank', 'fabrikam.com'],
  ['*.fabrikam.com', 'rules.domain-name.wildcard', null],
  ["fabrikam.com'; Remove-CsAllowedDomain", 'rules.domain-name.blank', null],
  ['fabrikam', 'rules.domain-name.single-label', null],
  ['a23456789.'.repeat(26).slice(0, 257), 'rules.domain-name.too-long', null],
  ['', 'rules.domain-name.empty', null],
];

for (const language of languages) {
  test.describe(`names in ${language}`, () => {
    test.use({ language });

    test('are refused in the form with the reason and, where there is one, the name that was meant', async ({
      window,
    }) => {
      const { domains, form, review } = window;
      await domains.add('allowed');
      for (const [typed, reason, suggestion] of refused) {
        await form.domain.fill(typed);
        await form.review.click();
        await expect(form.pane.getByText(window.words(reason)), typed).toBeVisible();
        await expect(form.domain, typed).toHaveAttribute('aria-invalid', 'true');
        await expect(review.dialog, typed).toHaveCount(0);
        const offer = form.pane.getByRole('button', {
          name: formatMessage(language, 'rules.domain-name.suggestion', { suggestion: suggestion ?? '' }),
        });
        if (suggestion === null) continue;
        await offer.click();
        await expect(form.domain).toHaveValue(suggestion);
        await expect(form.domain).toHaveAttribute('aria-invalid', 'false');
      }
    });
  });
}

test('256 characters are accepted by form, plan and server', async ({ window }) => {
  const { domains, form, review } = window;
  const longest = `${'a23456789.'.repeat(25)}exampl`;
  expect(longest).toHaveLength(256);
  await domains.add('blocked');
  await form.domain.fill(longest);
  await form.review.click();
  await review.apply();
  await review.close();
  await expect(domains.row(longest)).toBeInViewport();
});

test('the offered name of an international domain is what is sent', async ({ window }) => {
  const { domains, form, review } = window;
  await domains.add('allowed');
  await form.domain.fill('bücher.example');
  await form.review.click();
  await form.pane.getByRole('button', { name: /xn--bcher-kva\.example/ }).click();
  await form.review.click();
  await expect(review.powershell).toContainText("-Identity 'xn--bcher-kva.example'");
  await review.apply();
  await review.close();
  await expect(domains.row('xn--bcher-kva.example')).toBeVisible();
});

test('an Access Edge that is no name is refused at its own field', async ({ window }) => {
  const { domains, form, review } = window;
  await domains.add('allowed');
  await form.domain.fill('woodgrovebank.com');
  await form.proxy.fill('sip.woodgrovebank.com:5061');
  await form.review.click();
  await expect(form.proxy).toHaveAttribute('aria-invalid', 'true');
  await expect(form.domain).toHaveAttribute('aria-invalid', 'false');
  await form.pane.getByRole('button', { name: 'Did you mean sip.woodgrovebank.com?' }).click();
  await form.review.click();
  await expect(review.powershell).toContainText("-ProxyFqdn 'sip.woodgrovebank.com'");
});
