import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands before the fuses in Electron's binary (@electron/fuses), the wire's version, and its length. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;

/** An asar archive of no files: sizes of the two pickles, length of the header, header. */
const EMPTY_ASAR = Buffer.concat([Buffer.from(new Uint32Array([4, 20, 16, 12]).buffer), Buffer.from('{"files":{}}')]);

/**
 * Writes what electron-builder takes for an unpacked Electron for Linux: a file with a fuse wire (every
 * fuse on, so that each one off was flipped), and the files it expects beside it. It runs nothing: a test of packing, never to be shipped.
 */
export function writeFakeElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.alloc(FUSES, '1')]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/false\n'), wire, Buffer.from('\n')]));
  chmodSync(join(folder, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    writeFileSync(join(folder, name), '');
  }
  writeFileSync(join(folder, 'resources', 'default_app.asar'), EMPTY_ASAR);
  for (const locale of ['en-US', 'ko', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  writeFileSync(join(folder, 'version'), version);
}

/** The fuses of a packed binary in their order (FuseV1Options): true = on, false = off. */
export function readFuses(binary: Buffer): readonly boolean[] {
  const start = binary.indexOf(SENTINEL) + SENTINEL.length + 2;
  return [...binary.subarray(start, start + FUSES)].map((state) => state === '1'.charCodeAt(0));
}
