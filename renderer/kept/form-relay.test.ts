// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { createMemoryBridge, type Answers, type MemoryBridge } from '../api/memory-bridge.fixture.ts';
import { relayForms, type FormRelay } from './form-relay.ts';
import { forgetKept, keepText, keptText } from './kept-forms.ts';

const nothing = { forms: [], setAside: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  sessionStorage.clear();
  vi.useRealTimers();
});

async function relayed(
  answers: Answers,
): Promise<{ readonly bridge: MemoryBridge; readonly relay: FormRelay; readonly kept: () => unknown }> {
  const bridge = createMemoryBridge({ 'forms.take': () => nothing, 'forms.keep': () => null, ...answers });
  const relay = await relayForms(bridge);
  const kept = (): unknown =>
    bridge.sent.filter(([name]) => name === 'forms.keep').map(([, input]) => (input as { text: unknown }).text);
  return { bridge, relay, kept };
}

describe('what is typed', () => {
  it('is given back to a window that has nothing, and not over what it has', async () => {
    keepText('edge', 'mine');
    const forms = [
      { name: 'domain', text: 'left' },
      { name: 'edge', text: 'left' },
    ];
    await relayed({ 'forms.take': () => ({ forms, setAside: null }) });
    expect(keptText('domain')).toBe('left');
    expect(keptText('edge')).toBe('mine');
  });

  it('is kept by the console, the first and the last of it, and forgotten there too', async () => {
    const { kept } = await relayed({});
    for (const text of ['c', 'co', 'con']) keepText('domain', text);
    await vi.runAllTimersAsync();
    forgetKept('domain');
    await vi.runAllTimersAsync();
    expect(kept()).toEqual(['c', 'con', null]);
  });

  it('while the console is away is sent when it is back', async () => {
    let gone = true;
    const { bridge, relay, kept } = await relayed({
      'forms.keep': () => {
        if (gone) throw failure('workstation.console-gone', {});
        return null;
      },
    });
    keepText('domain', 'half');
    await vi.runAllTimersAsync();
    expect(relay.refusal(), 'the frame says that it is gone').toBeNull();
    gone = false;
    bridge.connection('up');
    await vi.runAllTimersAsync();
    expect(kept()).toEqual(['half', 'half']);
  });

  it('that cannot be kept is said, until it can', async () => {
    let full = true;
    const { relay } = await relayed({
      'forms.keep': () => {
        if (full) throw failure('workstation.settings-unwritable', { path: 'forms.json', reason: 'ENOSPC' });
        return null;
      },
    });
    keepText('domain', 'half');
    await vi.runAllTimersAsync();
    expect(relay.refusal()?.code).toBe('workstation.settings-unwritable');
    full = false;
    keepText('domain', 'more');
    await vi.runAllTimersAsync();
    expect(relay.refusal()).toBeNull();
  });

  it('is of one window over its reloads', async () => {
    const ids = new Set<unknown>();
    for (let load = 0; load < 2; load += 1) {
      await relayed({
        'forms.take': ({ window }) => {
          ids.add(window);
          return nothing;
        },
      });
    }
    expect(ids.size).toBe(1);
  });
});
