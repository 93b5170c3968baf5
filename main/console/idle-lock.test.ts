import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
let source: EngineSource;
let bench: ConsoleBench;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  source = engineSource(deployment);
  bench = consoleBench(source);
});
afterEach(async () => {
  vi.useRealTimers();
  await bench.console.close();
});

/** Lets minutes pass in which nobody uses anything, and the console look at its clock. */
function pass(minutes: number): void {
  bench.clock.now += minutes * 60_000;
  vi.advanceTimersByTime(5_000);
}

const locked = async (): Promise<boolean> => (await bench.get('idle.read', {})).locked;
const read = () => bench.ask('domains.list', { deployment });

describe('when nobody uses Edgewise', () => {
  it('nothing happens unless a time was chosen', async () => {
    await read();
    pass(10_000);
    expect(await locked()).toBe(false);
    expect(source.sessions.map((session) => session.closed())).toEqual([false]);
  });

  it('every session is closed once the time is over, and none is opened until somebody has come back', async () => {
    await read();
    await bench.get('idle.set', { minutes: 30 });
    pass(29);
    expect(await locked()).toBe(false);
    pass(1);
    expect(bench.events.at(-1)).toMatchObject({ name: 'idle.changed', payload: { minutes: 30, locked: true } });
    await vi.waitFor(() => expect(source.sessions.map((session) => session.closed())).toEqual([true]));
    expect(await read()).toMatchObject({ ok: false, error: { code: 'workstation.locked' } });
    expect(await bench.ask('deployments.open', { deployment })).toMatchObject({ ok: false });
    expect(source.sessions).toHaveLength(1);

    await bench.get('idle.unlock', {});
    expect(await locked()).toBe(false);
    expect(await read()).toMatchObject({ ok: true });
    expect(source.sessions).toHaveLength(2);
  });

  it('a sign-in that was refused before is not tried again because somebody has come back', async () => {
    let tries = 0;
    const refusal = failure('sign-in.refused', { user: 'ana', scheme: 'NTLM' });
    bench = consoleBench({ ...source, connect: () => ((tries += 1), Promise.reject(refusal)) });
    await read();
    await bench.get('idle.set', { minutes: 30 });
    pass(30);
    expect(await locked()).toBe(true);
    await bench.get('idle.unlock', {});
    expect(await bench.ask('deployments.open', { deployment })).toMatchObject({ error: { code: 'sign-in.refused' } });
    expect(tries).toBe(1);
  });

  it('a window that is used puts it off; one that is locked is not unlocked by that', async () => {
    await bench.get('idle.set', { minutes: 15 });
    pass(14);
    await bench.get('idle.seen', {});
    pass(14);
    expect(await locked()).toBe(false);
    pass(1);
    await bench.get('idle.seen', {});
    expect(await locked()).toBe(true);
  });

  it('a change that is being written is not cut off', async () => {
    await bench.get('idle.set', { minutes: 15 });
    const draft = { kind: 'blocked-domain.add', domain: 'slow.example' } as const;
    const { id, hash } = await bench.get('plans.build', { deployment, drafts: [draft] });
    const held = Promise.withResolvers<undefined>();
    source.intercept = async (command, proceed) => {
      if (command.name === 'New-CsBlockedDomain') await held.promise;
      return await proceed();
    };
    const applying = bench.ask('plans.apply', { plan: id, hash });
    await vi.waitFor(() => expect(source.ran().length).toBeGreaterThan(0));
    pass(60);
    expect(await locked()).toBe(false);
    held.resolve(undefined);
    expect(await applying).toMatchObject({ ok: true });
    pass(15);
    expect(await locked()).toBe(true);
  });

  it('is kept for the next console of these settings', async () => {
    await bench.get('idle.set', { minutes: 240 });
    expect(await bench.again().get('idle.read', {})).toEqual({ minutes: 240, locked: false });
    expect(bench.settingsText()).toContain('"idleMinutes": 240');
  });
});
