import { describe, expect, it } from 'vitest';
import { Writable } from 'node:stream';
import type { ProgressRecord } from '../../psrp/index.ts';
import { createProgressLine, progressText, shortened } from './progress-line.ts';

const ERASE = '\r\u001b[K';

function record(parts: Partial<ProgressRecord> = {}): ProgressRecord {
  return {
    ...{ activity: 'Copying', activityId: 1, parentActivityId: -1, status: '', currentOperation: '' },
    ...{ percentComplete: -1, secondsRemaining: -1, completed: false },
    ...parts,
  };
}

/** Standard error that keeps what is written. */
function stderr(isTTY: boolean, columns = 20) {
  const written: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return { written, stream: Object.assign(stream, { isTTY, columns }) };
}

describe('the progress line', () => {
  it('is written over, and taken away at the end', () => {
    const { stream, written } = stderr(true, 40);
    let time = 0;
    const line = createProgressLine(stream, () => time);
    line.show(record({ percentComplete: 10 }));
    time = 200;
    line.show(record({ percentComplete: 20 }));
    line.show(record({ completed: true }));
    line.clear();
    expect(written).toEqual([`${ERASE}Copying - 10 %`, `${ERASE}Copying - 20 %`, ERASE]);
  });

  it('is not drawn for every object', () => {
    const { stream, written } = stderr(true);
    let time = 0;
    const line = createProgressLine(stream, () => time);
    for (; time < 1000; time++) line.show(record());
    expect(written).toHaveLength(10);
  });

  it('is there at a terminal only', () => {
    const { stream, written } = stderr(false);
    const line = createProgressLine(stream, () => 0);
    line.show(record());
    line.clear();
    expect(written).toEqual([]);
  });

  it('fits into the window, and holds nothing that moves the cursor', () => {
    const { stream, written } = stderr(true, 13);
    createProgressLine(stream, () => 0).show(record({ activity: '\u001b[2J\n복사하는 중' }));
    expect(written).toEqual([`${ERASE}\\u001b[2J 복`]);
  });
});

describe('a record as one line', () => {
  it('has what there is of it', () => {
    const all = record({ status: 'half way', currentOperation: 'file', percentComplete: 150 });
    expect(progressText(all)).toBe('Copying - 100 % - half way - file');
    expect(progressText(record())).toBe('Copying');
  });

  it.each([
    ['abcdef', 3, 'abc'],
    ['한국어', 5, '한국'],
    ['a한국', 2, 'a'],
    ['\u{1f600}\u{1f600}', 3, '\u{1f600}'],
    ['short', 80, 'short'],
  ])('%s in %i columns is %s', (text, columns, shown) => {
    expect(shortened(text, columns)).toBe(shown);
  });
});
