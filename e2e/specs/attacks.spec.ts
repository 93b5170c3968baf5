import type { Page } from '@playwright/test';
import { ask, pageHeaders } from '../../main/browser/http-client.fixture.ts';
import { startAttacker, startCareless } from '../fixtures/attacker.ts';
import { settingsText } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';

/** Names that an attacker's DNS server gives this machine's own address. */
const REBOUND = '--host-resolver-rules=MAP *.example 127.0.0.1';

/** An attack from a page of another origin on the console at `target`: whether it got anything through. */
type Attack = (page: Page, target: string) => Promise<boolean>;

/** Each is first seen to succeed on a careless console: one that cannot succeed would prove nothing. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  'reads by a fetch that asks leave': (page, target) =>
    page.evaluate(async (url) => {
      const headers = { 'content-type': 'application/json', 'x-edgewise-window': 'x' };
      const asked = { method: 'POST', credentials: 'include', headers, body: '{}' } as const;
      return await fetch(url, asked).then(
        (reply) => reply.ok,
        () => false,
      );
    }, `${target}/api/request/deployments.list`),
  'follows the events': (page, target) =>
    page.evaluate(
      (url) =>
        new Promise<boolean>((resolve) => {
          const source = new EventSource(url, { withCredentials: true });
          const end = (got: boolean): void => {
            source.close();
            resolve(got);
          };
          source.addEventListener('message', () => end(true));
          source.addEventListener('error', () => end(false));
        }),
      `${target}/api/events`,
    ),
  'opens a WebSocket': (page, target) =>
    page.evaluate(
      (url) =>
        new Promise<boolean>((resolve) => {
          const socket = new WebSocket(url);
          socket.addEventListener('open', () => resolve(true));
          socket.addEventListener('error', () => resolve(false));
        }),
      `${target.replace('http:', 'ws:')}/api/events`,
    ),
  'embeds a picture': embeds('img', 'src', '/icon.svg'),
  'embeds a style sheet': embeds('link', 'href', '/any.css'),
  'runs our script': (page, target) => embeds('script', 'src', scriptOf.get(target) ?? '/any.js')(page, target),
  'frames the page': async (page, target) => {
    await page.evaluate(
      (url) =>
        new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.addEventListener('load', () => resolve());
          frame.src = url;
          document.body.append(frame);
        }),
      `${target}/`,
    );
    return page.frames().some((frame) => frame.url().startsWith(target));
  },
  'keeps a hand on a window it opened': async (page, target) => {
    await page.evaluate((url) => {
      const button = document.createElement('button');
      button.textContent = 'open';
      button.addEventListener('click', () => Reflect.set(globalThis, 'own', window.open(url)));
      document.body.append(button);
    }, `${target}/`);
    // A click of the person's: no browser lets a page open windows by itself.
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'open' }).last().click();
    const popup = await opened;
    await popup.waitForLoadState();
    const held = await page.evaluate(() => {
      const own: unknown = Reflect.get(globalThis, 'own');
      return typeof own === 'object' && own !== null && Reflect.get(own, 'closed') === false;
    });
    await popup.close();
    return held;
  },
};

/** What an attacker would have done blindly: it cannot read the reply, so only what it has changed tells. */
const CHANGE = JSON.stringify({ look: { language: 'ko', theme: 'dark' } });

/** Attacks that write without reading; each resolves when its request is on its way. */
const BLIND: Readonly<Record<string, (page: Page, target: string) => Promise<void>>> = {
  'by a fetch that asks no leave': (page, target) =>
    page.evaluate(
      async ([url, body]) => {
        await fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body }).catch(() => null);
      },
      [`${target}/api/request/preferences.write`, CHANGE] as const,
    ),
  'by a form': (page, target) =>
    page.evaluate(
      ([url, body]) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'POST', action: url, enctype: 'text/plain', target: 'sink' });
        const field = document.createElement('input');
        // A form of plain text writes name=value: the sign between them hides in a text of the JSON.
        Object.assign(field, { name: `${body.slice(0, -1)},"x":"`, value: '"}' });
        form.append(field);
        const frame = document.createElement('iframe');
        frame.name = 'sink';
        document.body.replaceChildren(frame, form);
        form.submit();
      },
      [`${target}/api/request/preferences.write`, CHANGE] as const,
    ),
  'by a beacon': (page, target) =>
    page.evaluate(
      ([url, body]) => {
        navigator.sendBeacon(url, body);
      },
      [`${target}/api/request/preferences.write`, CHANGE] as const,
    ),
};

/** The page's own script, whose name has a digest in it, by origin. */
const scriptOf = new Map<string, string>();

function embeds(tag: 'img' | 'link' | 'script', attribute: string, path: string): Attack {
  return (page, target) =>
    page.evaluate(
      ([name, key, url]) =>
        new Promise<boolean>((resolve) => {
          const element = document.createElement(name);
          element.addEventListener('load', () => resolve(true));
          element.addEventListener('error', () => resolve(false));
          element.setAttribute('rel', 'stylesheet');
          element.setAttribute(key, url);
          document.body.append(element);
        }),
      [tag, attribute, target + path] as const,
    );
}

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), REBOUND] }),
});

test('a page of another site, or of another port, gets nothing through; a careless console lets it all', async ({
  window,
  host,
  page,
  context,
}) => {
  await expect(window.domains.grid).toBeVisible();
  const ours = new URL(host.url).origin;
  scriptOf.set(
    ours,
    new URL(await page.locator('script[src]').evaluate((each) => each.getAttribute('src') ?? ''), ours).pathname,
  );
  const [attacker, careless] = await Promise.all([startAttacker(), startCareless()]);
  try {
    const lax = `http://127.0.0.1:${careless.port}`;
    for (const name of ['127.0.0.1', 'evil.example']) {
      const from = `http://${name}:${attacker.port}/`;
      for (const [what, attack] of Object.entries(ATTACKS)) {
        const hostile = await context.newPage();
        await hostile.goto(from);
        expect.soft(await attack(hostile, lax), `${name} ${what} at a careless console`).toBe(true);
        expect.soft(await attack(hostile, ours), `${name} ${what}`).toBe(false);
        await hostile.close();
      }
      for (const [what, attack] of Object.entries(BLIND)) {
        const hostile = await context.newPage();
        await hostile.goto(from);
        const before = careless.written();
        await attack(hostile, lax);
        await expect.poll(careless.written, `${name} writes ${what} at a careless console`).toBeGreaterThan(before);
        await attack(hostile, ours);
        await hostile.close();
      }
    }
    // A change of our own, kept after all of theirs, shows that there was nothing of theirs to keep.
    await page.bringToFront();
    await window.domains.filter.fill('example');
    await expect.poll(() => settingsText(host)).toMatch(/"filter":\s*"example"/);
    expect(await settingsText(host)).not.toMatch(/"(ko|dark)"/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  } finally {
    await Promise.all([attacker.close(), careless.close()]);
  }
});

test('under another name of this machine there is no console', async ({ window, host, context }) => {
  await expect(window.domains.grid).toBeVisible();
  const careless = await startCareless();
  try {
    const rebound = await context.newPage();
    const lax = await rebound.goto(`http://rebound.example:${careless.port}/`);
    expect([lax?.status(), await rebound.locator('body').innerText()]).toEqual([200, 'deployments']);
    for (const name of ['rebound.example', 'localhost']) {
      const statuses: number[] = [];
      rebound.on('response', (reply) => statuses.push(reply.status()));
      // An empty page with a status of failure: a browser draws its own there, which ends the navigation.
      await rebound.goto(`http://${name}:${new URL(host.url).port}/`).catch((error: unknown) => {
        expect(String(error)).toContain('RESPONSE_CODE_FAILURE');
      });
      expect([name, statuses]).toEqual([name, [421]]);
      expect(await rebound.locator('body').innerText()).not.toContain('deployments');
      await expect(rebound.locator('#root, script')).toHaveCount(0);
      rebound.removeAllListeners('response');
    }
  } finally {
    await careless.close();
  }
});

test('the cookie that another port’s server is sent opens nothing', async ({ window, host, context }) => {
  await expect(window.domains.grid).toBeVisible();
  const attacker = await startAttacker();
  try {
    const hostile = await context.newPage();
    await hostile.goto(`http://127.0.0.1:${attacker.port}/api/session`);
    expect(await hostile.evaluate(() => document.cookie)).toBe('');
    // Cookies ignore ports: it has it, and may ask as a browser would, from a program of its own.
    const [stolen = ''] = attacker.cookies.filter((cookie) => cookie.includes('edgewise-'));
    expect(stolen).not.toBe('');
    const port = Number(new URL(host.url).port);
    const headers = { ...pageHeaders(port), cookie: stolen };
    const reply = await ask(port, { method: 'POST', path: '/api/session', headers, body: '{}' });
    expect([reply.status, reply.body]).toEqual([403, '']);
  } finally {
    await attacker.close();
  }
});
