import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readTypedLine } from './typed-line.ts';

const NEVER = new AbortController().signal;

function typed(stdin: PassThrough): Promise<string | null> {
  return readTypedLine({ streams: { stdin, stderr: new PassThrough() }, question: '?', echo: false, signal: NEVER });
}

function piped(text: string | Buffer): PassThrough {
  const stdin = new PassThrough();
  stdin.end(text);
  return stdin;
}

describe('a line of standard input', () => {
  it('is what stands in it, whatever Windows has put around it', async () => {
    const stdin = piped('\ufeffpröxy\r\nsecond');
    expect(await typed(stdin)).toBe('pröxy');
    expect(await typed(stdin)).toBe('second');
    expect(await typed(stdin)).toBeNull();
  });

  it.each([
    ['with an end', `${'a'.repeat(65_537)}\n`],
    ['without', 'a'.repeat(200_000)],
  ])('has an end somewhere: a longer one (%s) is refused', async (_, text) => {
    await expect(typed(piped(text))).rejects.toMatchObject({
      error: { code: 'input.line-too-long', values: { limit: 65_536 } },
    });
    expect(await typed(piped(`${'a'.repeat(65_536)}\nb`))).toHaveLength(65_536);
  });
});

it('a terminal that is closed at a question is an interrupt', async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const line = typed(stdin);
  stdin.destroy(Object.assign(new Error('read EIO'), { code: 'EIO' }));
  await expect(line).rejects.toMatchObject({ error: { code: 'workstation.cancelled' } });
});
