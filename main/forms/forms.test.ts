import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathIn } from './forms-file.ts';
import { createForms, FORMS_KEPT, type FormStore } from './forms.ts';

const NOW = Date.UTC(2026, 0, 15, 9);
const NOBODY = 65_534;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-forms-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The store of another run. */
function run(): FormStore {
  return createForms({ folder, clock: () => NOW });
}

function taken(store: FormStore, window: string): readonly string[] {
  return store.take(window).forms.map(({ name, text }) => `${name}=${text}`);
}

describe('a form that was not finished', () => {
  it('is handed to the first window of the next run, and to no other', () => {
    const first = run();
    first.take('one');
    first.keep('one', 'domain', 'half');
    const second = run();
    expect(taken(second, 'two')).toEqual(['domain=half']);
    expect(taken(second, 'three')).toEqual([]);
    expect(taken(second, 'two'), 'after a reload').toEqual(['domain=half']);
  });

  it('stays with its window while that window is there', () => {
    const store = run();
    store.take('one');
    store.keep('one', 'domain', 'half');
    expect(taken(store, 'two')).toEqual([]);
    store.keep('two', 'domain', 'other');
    store.keep('two', 'domain', null);
    expect(taken(store, 'one')).toEqual(['domain=half']);
  });

  it('is the newest of its name; the other goes to the next window', () => {
    const first = run();
    first.keep('one', 'domain', 'older');
    first.keep('two', 'domain', 'newer');
    first.keep('one', 'edge', 'x');
    const second = run();
    expect(taken(second, 'three')).toEqual(['domain=newer', 'edge=x']);
    expect(taken(second, 'four')).toEqual(['domain=older']);
  });

  it('is gone for good once it is forgotten', () => {
    const first = run();
    first.keep('one', 'domain', 'half');
    first.keep('one', 'domain', null);
    expect(taken(run(), 'two')).toEqual([]);
  });

  it('is forgotten when too many others were kept since', () => {
    const store = run();
    for (let form = 0; form <= FORMS_KEPT; form += 1) store.keep('one', `form ${form}`, 'x');
    expect(taken(run(), 'two')).toHaveLength(FORMS_KEPT);
    expect(taken(run(), 'three')).not.toContain('form 0=x');
  });
});

describe('the file', () => {
  it.skipIf(process.platform === 'win32')('can be read by its owner alone, and nothing is left beside it', () => {
    run().keep('one', 'domain', 'half');
    expect(statSync(pathIn(folder)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['forms.json']);
  });

  it.each([
    ['what is no JSON', '{"version":1,"forms":[{"window":"o'],
    ['what is of another shape', '{"version":1,"forms":[{"name":"domain"}]}'],
  ])('that holds %s is set aside and said, and forms are kept again', (_what, text) => {
    writeFileSync(pathIn(folder), text);
    const store = run();
    const { forms, setAside } = store.take('one');
    expect(forms).toEqual([]);
    expect(readFileSync(setAside?.file ?? '', 'utf8')).toBe(text);
    store.keep('one', 'domain', 'half');
    expect(taken(run(), 'two')).toEqual(['domain=half']);
  });

  it.runIf(process.getuid?.() === 0)('that cannot be written is said, and what was kept before stays', () => {
    const store = run();
    store.keep('one', 'domain', 'before');
    chmodSync(folder, 0o555);
    chownSync(folder, NOBODY, NOBODY);
    process.seteuid?.(NOBODY);
    try {
      expect(() => store.keep('one', 'domain', 'after')).toThrow('workstation.settings-unwritable');
    } finally {
      process.seteuid?.(0);
    }
    expect(taken(run(), 'two')).toEqual(['domain=before']);
  });
});
