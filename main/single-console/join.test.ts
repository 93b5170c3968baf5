import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeFrame, FRAME_LIMIT } from './frames.ts';
import { joinConsole, type ConsolePlace, type Joined } from './join.ts';
import { tryLock } from './lock.ts';
import { holderNote, type HolderNote } from './protocol.ts';

let settings: string;
const places: ConsolePlace[] = [];

beforeEach(() => {
  settings = mkdtempSync(join(tmpdir(), 'edgewise-join-'));
});
afterEach(async () => {
  for (const place of places.splice(0)) await place.leave();
  rmSync(settings, { recursive: true, force: true });
});

async function join1(folder = settings): Promise<Joined> {
  const joined = await joinConsole({
    settings: folder,
    ask: { kind: 'window' },
    signal: AbortSignal.timeout(20_000),
  });
  if (joined.kind === 'alone') places.push(joined.place);
  return joined;
}

async function running(folder = settings): Promise<ConsolePlace> {
  const joined = await join1(folder);
  if (joined.kind !== 'alone') throw new Error('another one runs');
  let windows = 0;
  joined.place.answer(() => ({ kind: 'window', url: `window ${(windows += 1)}` }));
  return joined.place;
}

/** What the lock of the running console says. */
function note(): HolderNote {
  const attempt = tryLock(join(settings, 'console'), '');
  if (attempt.kind !== 'held') throw new Error('nobody runs');
  return holderNote.parse(JSON.parse(attempt.holder.note));
}

/** Everything the console answers to these bytes. */
async function answerTo(bytes: Uint8Array, { end = false } = {}): Promise<string> {
  const socket = connect(note().address);
  let answer = '';
  socket.on('data', (data) => (answer += data.toString('latin1')));
  // It may be closed before all is written.
  socket.on('error', () => undefined);
  if (end) socket.end(bytes);
  else socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

describe('the place of the one console', () => {
  it('is taken by the first; the second is answered by it', async () => {
    await running();
    expect(await join1()).toEqual({ kind: 'answered', frame: { kind: 'window', url: 'window 1' } });
    expect(await join1()).toEqual({ kind: 'answered', frame: { kind: 'window', url: 'window 2' } });
  });

  it('brings 20,000 rows of an answer, whole and in order', async () => {
    const place = await running();
    const rows = Array.from({ length: 20_000 }, (_, row) => `${JSON.stringify({ row, Comment: '가'.repeat(150) })}\n`);
    place.answer(async (_ask, say) => {
      for (const [row, text] of rows.entries()) {
        say({ kind: 'out', text });
        // As rows come from a server: some hundreds at a time.
        if (row % 500 === 0) await nextTurn();
      }
      return { kind: 'done', clean: true };
    });
    let come = '';
    const joined = await joinConsole({
      settings,
      ask: { kind: 'window' },
      signal: AbortSignal.timeout(20_000),
      onFrame: (frame) => (come += frame.kind === 'out' ? frame.text : ''),
    });
    expect(joined).toEqual({ kind: 'answered', frame: { kind: 'done', clean: true } });
    expect(come === rows.join('')).toBe(true);
  });

  it('is waited for while the first ends, and taken then', async () => {
    const first = await running();
    first.end();
    const second = join1();
    await places.pop()?.leave();
    expect((await second).kind).toBe('alone');
  });

  it('is taken by exactly one of two that start at the same moment, a hundred times', async () => {
    for (let time = 0; time < 100; time += 1) {
      const folder = join(settings, String(time));
      const pair = [joinAndAnswer(folder), joinAndAnswer(folder)];
      const kinds = (await Promise.all(pair)).sort();
      expect(kinds).toEqual(['alone', 'answered']);
      await places.pop()?.leave();
    }
  });

  it('in a path too long for a socket listens elsewhere, for this user alone', async () => {
    const deep = join(settings, 'x'.repeat(120));
    const place = await running(deep);
    expect(await join1(deep)).toMatchObject({ kind: 'answered' });
    places.splice(places.indexOf(place), 1);
    await place.leave();
    expect((await join1(deep)).kind).toBe('alone');
  });

  it('is not taken where the folder cannot be written, and the sentence says where', async () => {
    const file = join(settings, 'a-file');
    writeFileSync(file, '');
    await expect(join1(file)).rejects.toMatchObject({
      error: { code: 'workstation.settings-unwritable', values: { path: join(file, 'console') } },
    });
  });

  it.runIf(process.platform === 'linux')('below /proc is refused at once', async () => {
    await expect(join1('/proc/nope')).rejects.toMatchObject({ error: { code: 'workstation.settings-unwritable' } });
  });
});

async function joinAndAnswer(folder: string): Promise<string> {
  const joined = await join1(folder);
  if (joined.kind === 'alone') joined.place.answer(() => ({ kind: 'window', url: null }));
  return joined.kind;
}

describe.skipIf(process.platform === 'win32')('another user', () => {
  it('can enter neither folder nor socket, whatever the folder was before', async () => {
    const folder = join(settings, 'console');
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    await running();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it.runIf(process.getuid?.() === 0)('who made the folder himself keeps it: nothing of ours goes there', async () => {
    const { chownSync } = await import('node:fs');
    mkdirSync(join(settings, 'console'));
    chownSync(join(settings, 'console'), 65_534, 65_534);
    await expect(join1()).rejects.toMatchObject({ error: { code: 'workstation.settings-unwritable' } });
  });
});

describe('the socket', () => {
  const ask = { kind: 'window' };

  it('answers who knows the key', async () => {
    await running();
    expect(await answerTo(encodeFrame({ key: note().key, ask }))).toContain('window 1');
  });

  it.each([
    ['no key', (): Uint8Array => encodeFrame({ ask })],
    ['another key', (): Uint8Array => encodeFrame({ key: 'x'.repeat(43), ask })],
    ['something else', (): Uint8Array => encodeFrame({ key: note().key, ask: { kind: 'format-disk' } })],
    ['more than is known', (): Uint8Array => encodeFrame({ key: note().key, ask, also: 1 })],
    ['what is no JSON', (): Uint8Array => Buffer.from([0, 0, 0, 2, 0x7b, 0x7b])],
    ['what is no UTF-8', (): Uint8Array => Buffer.from([0, 0, 0, 1, 0xff])],
    ['a frame too large', (): Uint8Array => Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['a web page’s request', (): Uint8Array => Buffer.from('POST / HTTP/1.1\r\nHost: x\r\n\r\n')],
  ])('says nothing to %s, and goes on', async (_what, bytes) => {
    await running();
    expect(await answerTo(bytes())).toBe('');
    expect(await join1()).toMatchObject({ kind: 'answered' });
  });

  it('does not wait for who stops in the middle of a frame and leaves', async () => {
    await running();
    const half = Buffer.alloc(FRAME_LIMIT / 2);
    half.writeUInt32BE(FRAME_LIMIT);
    expect(await answerTo(half, { end: true })).toBe('');
    expect(await join1()).toMatchObject({ kind: 'answered' });
  });
});
