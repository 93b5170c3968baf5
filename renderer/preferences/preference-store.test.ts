// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../shared/errors.ts';
import type { KeptPreferences } from '../../shared/models/preferences.ts';
import { createMemoryBridge } from '../api/memory-bridge.fixture.ts';
import { createPreferenceStore, UNTOUCHED } from './preference-store.ts';

const kept: KeptPreferences = { language: 'en', theme: 'light', tables: [] };
const hq = { panel: 'domains', deployment: 'hq' };
const lab = { panel: 'domains', deployment: 'lab' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the preferences of a window', () => {
  it('remember a table a deployment, and write the first and the last of what is done in a hurry', async () => {
    const bridge = createMemoryBridge({ 'preferences.write': () => null });
    const store = createPreferenceStore(bridge, kept);
    for (const filter of ['c', 'co', 'con']) store.setTable(hq, { ...UNTOUCHED, filter });
    store.setTable(lab, { ...UNTOUCHED, filter: 'x' });
    await vi.runAllTimersAsync();
    expect(store.table(hq).filter).toBe('con');
    expect(bridge.sent.map(([, input]) => JSON.stringify(input).match(/"filter":"(\w*)"/)?.[1])).toEqual([
      'c',
      'x',
      'con',
    ]);
  });

  it('begin with what is kept, and give the same object until it is changed', () => {
    const view = { ...UNTOUCHED, filter: 'kept' };
    const store = createPreferenceStore(createMemoryBridge({}), { ...kept, tables: [{ ...hq, view }] });
    expect(store.table(hq)).toBe(store.table(hq));
    expect([store.table(hq).filter, store.table(lab)]).toEqual(['kept', UNTOUCHED]);
  });

  it('follow the language and theme another window chose, and tell', () => {
    const bridge = createMemoryBridge({});
    const store = createPreferenceStore(bridge, kept);
    const told = vi.fn();
    store.subscribe(told);
    bridge.emit({ name: 'preferences.changed', payload: { language: 'ko', theme: 'dark' } });
    bridge.emit({ name: 'preferences.changed', payload: { language: 'ko', theme: 'dark' } });
    expect([store.look(), told.mock.calls.length]).toEqual([{ language: 'ko', theme: 'dark' }, 1]);
    expect(bridge.sent).toEqual([]);
  });

  it('hold for the window and say why when they cannot be kept', async () => {
    let refuse = true;
    const bridge = createMemoryBridge({
      'preferences.write': () => {
        if (refuse) throw failure('workstation.settings-newer', { path: '/x' });
        return null;
      },
    });
    const store = createPreferenceStore(bridge, kept);
    store.setLook({ language: 'ko', theme: 'light' });
    await vi.runAllTimersAsync();
    expect([store.look().language, store.refusal()?.code]).toEqual(['ko', 'workstation.settings-newer']);
    refuse = false;
    store.setLook({ language: 'en', theme: 'light' });
    await vi.runAllTimersAsync();
    expect(store.refusal()).toBeNull();
  });
});
