import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestInputs, type RequestInput } from '../../shared/contract/requests.ts';
import { readPreferences, TABLES_KEPT, writePreferences } from './preferences.ts';
import { openSettings, type SettingsStore } from './settings.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'edgewise-preferences-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): SettingsStore {
  return openSettings({ folder, clock: Date.now });
}

type Table = Extract<RequestInput<'preferences.write'>, { table: unknown }>;

function table(panel: string, deployment: string | null, view: Partial<Table['table']['view']> = {}): Table {
  return { table: { panel, deployment, view: { columns: [], sort: null, filter: '', ...view } } };
}

describe('preferences', () => {
  it('begin with the system’s theme and no language, and are read by the next program', async () => {
    expect(readPreferences(open())).toEqual({ language: null, theme: 'system', tables: [] });
    await writePreferences(open(), { look: { language: 'ko', theme: 'dark' } });
    expect(readPreferences(open())).toEqual({ language: 'ko', theme: 'dark', tables: [] });
  });

  it('keep a view a panel and deployment, each alone, whoever writes', async () => {
    const [one, other] = [open(), open()];
    await writePreferences(one, table('domains', 'hq', { filter: 'a' }));
    await writePreferences(other, table('domains', 'lab', { filter: 'b' }));
    await writePreferences(one, table('journal', null, { filter: 'c' }));
    await writePreferences(other, table('domains', 'hq', { filter: 'd' }));
    const kept = readPreferences(one).tables.map(({ panel, deployment, view }) => [panel, deployment, view.filter]);
    expect(kept).toEqual([
      ['domains', 'lab', 'b'],
      ['journal', null, 'c'],
      ['domains', 'hq', 'd'],
    ]);
  });

  it('forget the table left longest ago when there are too many', async () => {
    const settings = open();
    await settings.change((now) => ({
      ...now,
      preferences: {
        ...now.preferences,
        tables: Array.from({ length: TABLES_KEPT }, (_, at) => table('domains', `d${at}`).table),
      },
    }));
    await writePreferences(settings, table('domains', 'new'));
    const kept = readPreferences(settings).tables.map(({ deployment }) => deployment);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([TABLES_KEPT, 'd1', 'new']);
  });
});

describe('a request to keep preferences', () => {
  const manyColumns = Array.from({ length: 61 }, (_, at) => ({ id: `c${at}`, hidden: false, width: null }));
  const input = requestInputs['preferences.write'];

  it.each([
    ['a theme there is not', { look: { language: 'en', theme: 'pink' } }],
    ['both parts at once', { look: { language: 'en', theme: 'dark' }, ...table('p', null) }],
    ['neither part', {}],
    ['a field nobody knows', { look: { language: 'en', theme: 'dark', font: 'x' } }],
    ['a filter of any length', table('p', null, { filter: 'x'.repeat(501) })],
    ['a column of no width', table('p', null, { columns: [{ id: 'a', hidden: false, width: 0 }] })],
    ['more columns than any table has', table('p', null, { columns: manyColumns })],
  ])('with %s is refused', (_, value) => {
    expect(input.safeParse(value).success).toBe(false);
  });

  it('of one table or one look is taken', () => {
    expect(input.safeParse(table('p', 'd')).success).toBe(true);
    expect(input.safeParse({ look: { language: 'en', theme: 'system' } }).success).toBe(true);
  });
});
