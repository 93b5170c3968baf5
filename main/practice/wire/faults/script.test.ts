import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFaultsFile } from './fault.ts';
import { FaultScript, type Occasion } from './script.ts';

const RECEIVE: Occasion = { verb: 'Receive', cmdlets: [] };

test('a fault comes once unless told otherwise', () => {
  const script = new FaultScript([{ kind: 'drop', moment: 'before' }]);
  expect(script.strike(['drop'], RECEIVE)).toMatchObject({ moment: 'before' });
  expect(script.strike(['drop'], RECEIVE)).toBeNull();
  expect(script.pending).toBe(0);
});

test('a counted fault lets so many by, then strikes so often', () => {
  const script = new FaultScript([{ kind: 'shell-gone', skip: 2, times: 2 }]);
  const struck = Array.from({ length: 6 }, () => script.strike(['shell-gone'], RECEIVE) !== null);
  expect(struck).toEqual([false, false, true, true, false, false]);
});

test('only at its verb, and only of the kinds asked for', () => {
  const script = new FaultScript([{ kind: 'slow', milliseconds: 5, verb: 'Command' }]);
  expect(script.strike(['slow'], RECEIVE)).toBeNull();
  expect(script.strike(['drop'], { verb: 'Command', cmdlets: [] })).toBeNull();
  expect(script.strike(['slow'], { verb: 'Command', cmdlets: [] })).toMatchObject({ milliseconds: 5 });
});

test('only at its cmdlet, without regard to case', () => {
  const script = new FaultScript([{ kind: 'drop', moment: 'after', cmdlet: 'New-CsAllowedDomain' }]);
  expect(script.strike(['drop'], { verb: 'Receive', cmdlets: ['Get-CsAllowedDomain'] })).toBeNull();
  expect(script.strike(['drop'], { verb: 'Receive', cmdlets: ['new-csalloweddomain'] })).not.toBeNull();
});

test('before a request is read, only a fault for every request can strike', () => {
  const unread: Occasion = { verb: null, cmdlets: [] };
  const script = new FaultScript([{ kind: 'status', status: 503, verb: 'Create' }]);
  expect(script.strike(['status'], unread)).toBeNull();
  script.add({ kind: 'status', status: 404 });
  expect(script.strike(['status'], unread)).toMatchObject({ status: 404 });
});

test('lose-write passes over what only reads', () => {
  const script = new FaultScript([{ kind: 'lose-write' }]);
  expect(
    script.strike(['lose-write'], { verb: 'Receive', cmdlets: ['Get-CsAllowedDomain', 'Select-Object'] }),
  ).toBeNull();
  expect(script.strike(['lose-write'], { verb: 'Receive', cmdlets: ['Set-CsAccessEdgeConfiguration'] })).not.toBeNull();
});

test('a faults file is read, and a wrong entry is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-faults-'));
  const file = join(folder, 'faults.json');
  writeFileSync(file, '[{"kind":"status","status":503,"verb":"Create","times":2}]');
  expect(readFaultsFile(file)).toEqual([{ kind: 'status', status: 503, verb: 'Create', times: 2 }]);
  writeFileSync(file, '[{"kind":"status","status":418}]');
  expect(() => readFaultsFile(file)).toThrow(/status/);
  rmSync(folder, { recursive: true, force: true });
});
