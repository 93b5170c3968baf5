import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requestInputs } from '../../shared/contract/requests.ts';
import type { PreloadApi } from '../../shared/contract/preload.ts';
import type { Result } from '../../shared/result.ts';
import { startPractice } from '../../main/practice/index.ts';
import { buildProgram, ROOT, startProgram, type RunningProgram } from './driver.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';

declare global {
  interface Window {
    readonly edgewise: PreloadApi;
  }
}

const OWN_PAGE = { url: 'app://edgewise/', parent: null };
const LIST = ['forged', 'deployments.list', '{}'] as const;

beforeAll(buildProgram, 120_000);

let program: RunningProgram;
let page: Page;
async function start(): Promise<void> {
  program = await startProgram();
  page = await program.page();
  await page.getByText('Practice').first().waitFor();
}

async function end(): Promise<void> {
  await program.end();
}

/** Sends a request as the page does. */
async function request(name: string, input: unknown, from = page): Promise<Result<unknown>> {
  const text = await from.evaluate(
    ([area, method, json]) => {
      const areas = window.edgewise.requests as Record<
        string,
        Record<string, (id: string, json: string) => Promise<string>>
      >;
      return areas[area!]![method!]!(crypto.randomUUID(), json!);
    },
    [...name.split('.'), JSON.stringify(input)],
  );
  return JSON.parse(text) as Result<unknown>;
}

/** What a request gives that has to succeed, as far as these tests look at it. */
async function valueOf(name: string, input: unknown): Promise<{ readonly id: string; readonly hash: string }> {
  const result = await request(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as { readonly id: string; readonly hash: string }; // A deployment has an id, a plan both.
}

function invoke(
  args: readonly unknown[],
  frame: typeof OWN_PAGE | object | null = OWN_PAGE,
  admitted = true,
): Promise<unknown> {
  const message = { kind: 'invoke', channel: 'edgewise:request', args } as const;
  return program.ask({ ask: 'forge', frame: frame as typeof OWN_PAGE | null, admitted, message });
}

describe('a window', () => {
  beforeAll(start, 60_000);
  afterAll(end);

  it('opens the practice deployment in a utility process and shows its domains', async () => {
    const opened = await request('deployments.open', { deployment: 'practice' });
    expect(opened).toMatchObject({ ok: true, value: { deployment: { id: 'practice' } } });
    const list = await request('domains.list', { deployment: 'practice' });
    expect(list).toMatchObject({ ok: true });
    expect(program.stderr()).toBe('');
  }, 60_000);

  it('is made with every safe setting', async () => {
    const { webPreferences, schemes } = (await program.ask({ ask: 'seen' })) as {
      readonly webPreferences: readonly object[];
      readonly schemes: readonly object[];
    };
    expect(webPreferences).toMatchObject([
      {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: true,
      },
    ]);
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  }, 60_000);

  it('has of main what the contract names, and nothing of Electron or Node', async () => {
    const found = await page.evaluate(() => ({
      surface: Object.keys(window.edgewise),
      names: Object.entries(window.edgewise.requests)
        .flatMap(([area, methods]) => Object.keys(methods).map((method) => `${area}.${method}`))
        .sort(),
      strangers: ['require', 'process', 'module', 'electron', 'ipcRenderer', 'Buffer', 'global'].filter(
        (name) => name in window,
      ),
    }));
    expect(found).toEqual({
      surface: ['requests', 'cancel', 'listen', 'setLanguage'],
      names: Object.keys(requestInputs).sort(),
      strangers: [],
    });
  }, 60_000);

  it('runs no inline script and reaches no network, not even its own origin', async () => {
    const reached = await page.evaluate(async () => {
      const refused = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
      });
      const fetched = async (url: string): Promise<boolean> =>
        fetch(url).then(
          () => true,
          () => false,
        );
      const own = await fetched('/');
      const directive = await refused;
      let script: string;
      try {
        const element = document.createElement('script');
        element.textContent = 'window.injected = true';
        document.head.append(element);
        script = 'appended';
      } catch (caught) {
        script = caught instanceof TypeError ? 'refused' : String(caught);
      }
      return {
        own,
        directive,
        script,
        other: await fetched('https://edgewise.example/'),
        injected: 'injected' in window,
      };
    });
    expect(reached).toEqual({ own: false, directive: 'connect-src', script: 'refused', other: false, injected: false });
  }, 60_000);

  it('hears of events, and cancels its own work by its own id', async () => {
    const answer = page.evaluate(async () => {
      // The window opens it by itself: an open one is answered at once, and nothing is left to cancel.
      await window.edgewise.requests.deployments.close('first', '{"deployment":"practice"}');
      const asked = window.edgewise.requests.deployments.open('mine', '{"deployment":"practice"}');
      window.edgewise.cancel('mine');
      return asked;
    });
    expect(JSON.parse(await answer)).toMatchObject({ ok: false, error: { code: 'workstation.cancelled' } });
    const heard = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const silence = window.edgewise.listen((text) => {
            silence();
            resolve(text);
          });
          void window.edgewise.requests.deployments.open('again', '{"deployment":"practice"}');
        }),
    );
    expect(JSON.parse(heard)).toMatchObject({ payload: { deployment: 'practice' } });
  }, 60_000);
});

describe('the gate', () => {
  beforeAll(start, 60_000);
  afterAll(end);

  it('answers the main frame of an admitted window on our own page', async () => {
    expect(await invoke(LIST)).toMatchObject({ ok: true });
  }, 60_000);

  it.each([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: 'app://edgewise/', parent: {} }],
    ['a page of another host of the scheme', { url: 'app://edgewise.example/', parent: null }],
    ['a page of another scheme', { url: 'https://edgewise/', parent: null }],
    ['a file', { url: 'file:///edgewise/', parent: null }],
    ['a page with a user name before our host', { url: 'app://me@edgewise/', parent: null }],
    ['a page without an address', { url: '', parent: null }],
  ])(
    'refuses %s',
    async (_, frame) => {
      expect(await invoke(LIST, frame)).toEqual({ ok: false, value: 'Error: refused' });
    },
    60_000,
  );

  it('refuses a window that was never admitted', async () => {
    expect(await invoke(LIST, OWN_PAGE, false)).toEqual({ ok: false, value: 'Error: refused' });
  }, 60_000);

  it.each([
    ['no call', [null, 'deployments.list', '{}']],
    ['an object for text', ['1', 'deployments.list', {}]],
    ['no JSON', ['1', 'deployments.list', '{']],
    ['an unknown name', ['1', '__proto__', '{}']],
    ['more than was agreed', ['1', 'deployments.list', '{}', 'more']],
    ['too little', ['1']],
    ['an input the schema refuses', ['1', 'deployments.list', '{"more":1}']],
    ['an input that is too large', ['1', 'deployments.list', `"${'x'.repeat(1_048_576)}"`]],
  ])(
    'answers %s with a failed result',
    async (_, args) => {
      const { ok, value } = (await invoke(args)) as { readonly ok: boolean; readonly value: string };
      expect([ok, JSON.parse(value)]).toMatchObject([true, { ok: false, error: { code: 'input.request-malformed' } }]);
    },
    60_000,
  );
});

describe('the guards', () => {
  beforeAll(start, 60_000);
  afterAll(end);

  it.each(['https://edgewise.example/', 'app://edgewise.example/', 'file:///etc/passwd', 'javascript:alert(1)'])(
    'keep the window on its page when it would go to %s',
    async (url) => {
      const before = page.url();
      await page.evaluate((target) => (location.href = target), url);
      expect(await request('deployments.list', {})).toMatchObject({ ok: true });
      expect(page.url()).toBe(before);
    },
    60_000,
  );

  it('open no second window, and a link in the browser only when its host is of the list', async () => {
    const links = [
      'https://learn.microsoft.com/powershell/module/skype/',
      'http://learn.microsoft.com/',
      'https://learn.microsoft.com.edgewise.example/',
      'https://learn.microsoft.com@edgewise.example/',
      'https://learn.microsoft.com:8443/',
      'https://edgewise.example/',
      'file:///etc/passwd',
      'app://edgewise/',
    ];
    for (const link of links) await page.evaluate((url) => void window.open(url), link);
    expect(await request('deployments.list', {})).toMatchObject({ ok: true });
    expect(await program.ask({ ask: 'seen' })).toMatchObject({ opened: [links[0]] });
    expect(await program.ask({ ask: 'windows' })).toHaveLength(1);
  }, 60_000);

  it('deny every permission but text on the clipboard for our own page', async () => {
    const ask = (permission: string, origin = 'app://edgewise/'): Promise<unknown> =>
      program.ask({ ask: 'permission', permission, origin });
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'hid',
      'openExternal',
      'unknown',
    ]) {
      expect(await ask(permission)).toEqual({ checked: false, requested: false, device: false });
    }
    const write = 'clipboard-sanitized-write';
    expect(await ask(write)).toEqual({ checked: true, requested: true, device: false });
    expect(await ask(write, 'https://edgewise.example/')).toMatchObject({ checked: false, requested: false });
  }, 60_000);
});

describe('the application', () => {
  beforeEach(start, 60_000);
  afterEach(end);

  it('has its menu in the language of the person', async () => {
    const english = JSON.stringify(await program.ask({ ask: 'menu' }));
    expect(english).toContain('"New Window"');
    await page.evaluate(() => window.edgewise.setLanguage('ko'));
    expect(await request('deployments.list', {})).toMatchObject({ ok: true });
    const korean = JSON.stringify(await program.ask({ ask: 'menu' }));
    expect(korean).toContain('"새 창"');
    expect(korean).not.toContain('"New Window"');
    await page.evaluate(() => window.edgewise.setLanguage('xx'));
    expect(await request('deployments.list', {})).toMatchObject({ ok: true });
    expect(JSON.stringify(await program.ask({ ask: 'menu' }))).toBe(korean);
  }, 60_000);

  it('opens another window from the menu and for a second start', async () => {
    await program.ask({ ask: 'click', label: 'New Window' });
    await program.ask({ ask: 'second-instance' });
    await expect
      .poll(() => program.ask({ ask: 'windows' }), { timeout: 30_000 })
      .toEqual(Array(3).fill('app://edgewise/'));
  }, 60_000);

  it('opens another window for a browser host that is started on the same settings', async () => {
    const files = ['--renderer', join(ROOT, 'dist/renderer'), '--practice-entry', join(ROOT, 'dist/main/practice.js')];
    const args = [join(ROOT, 'dist/main/browser.js'), '--print-url', '--settings', program.settings, ...files];
    const second = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([second.status, second.stdout.trim(), second.stderr]).toEqual([0, '{"url":null}', '']);
    await expect
      .poll(() => program.ask({ ask: 'windows' }), { timeout: 30_000 })
      .toEqual(Array(2).fill('app://edgewise/'));
  }, 60_000);

  it('asks before a page is left that holds its leaving back, and stays or goes as the person says', async () => {
    // The question is the program's to answer.
    page.on('dialog', () => undefined);
    await page.mouse.click(5, 5); // Chromium asks only where somebody has done something.
    await page.evaluate(() => {
      document.documentElement.dataset['left'] = 'no';
      window.addEventListener('beforeunload', (event) => event.preventDefault());
    });
    const box = { message: 'A change is still being made.', buttons: ['Stay', 'Stop and leave'] };
    void page.evaluate(() => location.reload());
    await expect.poll(() => program.ask({ ask: 'seen' })).toMatchObject({ boxes: [box] });
    expect(await page.evaluate(() => document.documentElement.dataset['left'])).toBe('no');
    await program.ask({ ask: 'answer-boxes', response: 1 });
    const loaded = page.waitForEvent('load');
    void page.evaluate(() => location.reload());
    await loaded;
    expect(await program.ask({ ask: 'seen' })).toMatchObject({ boxes: [box, box] });
  }, 60_000);

  it('offers to load a window anew whose process is gone, and does', async () => {
    const session = await page.context().newCDPSession(page);
    await Promise.race([session.send('Page.crash'), page.waitForEvent('crash')]);
    await expect
      .poll(() => program.ask({ ask: 'seen' }), { timeout: 30_000 })
      .toMatchObject({ boxes: [{ message: 'This window has stopped working.', buttons: ['Reload', 'Close'] }] });
  }, 60_000);

  it('waits, when the person quits in the middle of a step, until it is known what became of it', async () => {
    const practice = await startPractice();
    try {
      const { url, caPem: pem, accounts } = practice;
      const { user, password } = accounts.administrator;
      const draft = {
        ...{ name: 'Contoso HQ', group: '', colour: 'blue', url, user, scheme: 'ntlm', trust: { kind: 'ca', pem } },
        ...USUAL_WAY,
        ...{ channelBinding: true, resourceUri: '', production: false, readOnly: false },
      };
      const { id: deployment } = await valueOf('deployments.save', { deployment: null, draft });
      await valueOf('credentials.set', { deployment, password, remember: false });
      const drafts = ['one', 'two'].map((name) => ({ kind: 'allowed-domain.add', domain: `quit-${name}.example` }));
      const { id: plan, hash } = await valueOf('plans.build', { deployment, drafts });
      // Longer than it takes to close windows and a browser.
      practice.own?.faults.add({ kind: 'slow', milliseconds: 4_000, verb: 'Receive', cmdlet: 'New-CsAllowedDomain' });
      // The window is gone before it is answered.
      void request('plans.apply', { plan, hash }).catch(() => null);
      const journal = join(program.settings, 'journal', '0001.jsonl');
      const steps = (): readonly string[] =>
        existsSync(journal) ? (readFileSync(journal, 'utf8').match(/(?<="kind":")(sending|result)(?=")/g) ?? []) : [];
      await expect.poll(steps, { timeout: 30_000 }).toEqual(['sending']);
      expect(await program.quit()).toBe(0);
      expect(steps()).toContain('result');
      expect(
        steps().filter((kind) => kind === 'sending'),
        'the other one was not sent',
      ).toHaveLength(1);
      expect(practice.stats().shells, 'no shell stays behind').toBe(0);
    } finally {
      await practice.close();
    }
  }, 90_000);

  it('ends with its practice deployment when the person quits', async () => {
    expect(await request('deployments.open', { deployment: 'practice' })).toMatchObject({ ok: true });
    expect(await program.quit()).toBe(0);
  }, 60_000);
});

it('a package has no developer tools', async () => {
  const packaged = await startProgram({ packaged: true });
  try {
    await (await packaged.page()).getByText('Practice').first().waitFor();
    expect(await packaged.ask({ ask: 'seen' })).toMatchObject({ webPreferences: [{ devTools: false }] });
  } finally {
    await packaged.end();
  }
}, 60_000);
