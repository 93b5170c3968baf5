import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTerminal, talking, type Ended } from '../../../main/cli/program.fixture.ts';
import { buildHost } from './build-host.ts';
import { startFront, type EngineFront } from './front.ts';
import { startHost, type HostProcess } from './host-process.ts';
import { valueAt } from './json-paths.ts';
import { engineIsHere } from './presence.ts';

const CHOICES = /\[Y\] Yes .*default is .Y.*: /s;
const CONTROL_C = '\u0003';

describe.skipIf(!engineIsHere)("`edgewise invoke` at a terminal, and PowerShell's own server", () => {
  let server: HostProcess;
  let front: EngineFront;
  let folder: string;

  beforeAll(async () => {
    const dll = await buildHost();
    folder = mkdtempSync(join(tmpdir(), 'edgewise-engine-terminal-'));
    writeModule(folder, dll);
    server = startHost(dll, ['server', `ew-${process.pid}-t`], { PSModulePath: folder });
    front = await startFront(valueAt(await server.line(), 'socket'));
    writeFileSync(join(folder, 'ca.pem'), front.caPem);
  }, 400_000);
  afterAll(async () => {
    await front.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Signs in and answers what comes after. */
  function talk(words: readonly string[], ...steps: readonly (readonly [RegExp, string])[]): Promise<Ended> {
    const connection = ['--url', front.url, '--ca', join(folder, 'ca.pem'), '--auth', 'basic', '--user', front.user];
    const signIn = [/Password for engine: $/, `${front.password}\r`] as const;
    return atTerminal(['invoke', ...connection, '--yes', ...words], talking(signIn, ...steps));
  }

  it('a confirmation of the engine is asked here, and what is answered holds there', async () => {
    const yes = await talk(['Remove-Precious'], [CHOICES, '?\r'], [CHOICES, 'y\r']);
    expect(yes.out).toContain('Y - Continue with only the next step of the operation.');
    expect([yes.status, yes.out.includes('removed')]).toEqual([0, true]);
    const no = await talk(['Remove-Precious'], [CHOICES, 'n\r']);
    expect([no.status, no.out.includes('removed')]).toEqual([0, false]);
  });

  it('Ctrl+C at its question stops the pipeline there', async () => {
    expect((await talk(['Remove-Precious'], [CHOICES, CONTROL_C])).status).toBe(130);
  });

  it('mandatory parameters that were left out are asked for, with their help', async () => {
    const run = await talk(['Show-Mandatory'], [/Identity: /, '!?\r'], [/Identity: /, 'x\r'], [/Count: /, '7\r']);
    expect(run.out).toContain('Which one?');
    expect([run.status, run.out.includes('x 7')]).toEqual([0, true]);
  });

  it('several choices are made one after another', async () => {
    const steps = [
      [/Choice\[0\]: /, 'a\r'],
      [/Choice\[1\]: /, 'n\r'],
      [/Choice\[2\]: /, '\r'],
    ] as const;
    const run = await talk(['Request-Answer', 'Choices'], ...steps);
    expect(run.out).toContain('Defaults: Y,N');
    expect(run.out.trimEnd()).toMatch(/\n1\r?\n2$/);
  });

  it('secrets that the server asks for are typed here, not shown, and opened there', async () => {
    const line = await talk(['Request-Answer', 'Secret'], [/asks for a secret.*\n$/s, 'hush hush\r']);
    expect(line.out).toContain('The server 127.0.0.1 asks for a secret.');
    // The test cmdlet gives back in clear what it got: once, and not as an echo.
    expect(line.out.match(/hush hush/g)).toHaveLength(1);
    const both = await talk(['Request-Answer', 'Credential'], [/Password for CONTOSO\\ana: /, 'hush hush\r']);
    expect(both.out).toContain('CONTOSO\\ana hush hush');
    expect(both.out.match(/hush hush/g)).toHaveLength(1);
  });

  it('secrets that are parameters are typed here, and opened there', async () => {
    const steps = [
      [/-Password: /, 'one secret\r'],
      [/Password for CONTOSO\\ana: /, 'another\r'],
    ] as const;
    const run = await talk(['Show-Secret', '-Password', '-Credential', 'CONTOSO\\ana'], ...steps);
    expect(run.out).toContain('CONTOSO\\ana another');
    expect(run.out.match(/one secret/g)).toHaveLength(1);
    expect(run.status).toBe(0);
  });

  it('everything written to the host is shown once, and its exit status is heard', async () => {
    const run = await talk(['Write-ToHost']);
    const numbers = ['one', 'two', 'three', 'four', 'five', 'eight', 'ten', 'twelve'];
    expect(numbers.map((word) => run.out.split(word).length - 1)).toEqual(numbers.map(() => 1));
    expect(run.out).toContain('WARNING: eight');
    // Progress is drawn over: what is left of it is taken away.
    expect(run.out).toMatch(/nine - half way.*\r\u001b\[K/s);
    expect(run.status).toBe(1);
  });
});

/** A module of the test cmdlets that the engine loads by itself in every session. */
function writeModule(folder: string, dll: string): void {
  const names = ['Measure-Object', 'Select-Object', 'Remove-Precious', 'Request-Answer', 'Show-Mandatory'];
  const cmdlets = [...names, 'Show-Secret', 'Write-ToHost'].map((name) => `'${name}'`).join(', ');
  mkdirSync(join(folder, 'EngineHost'));
  const manifest = `@{ ModuleVersion = '1.0'; RootModule = '${dll}'; CmdletsToExport = @(${cmdlets}) }`;
  writeFileSync(join(folder, 'EngineHost', 'EngineHost.psd1'), manifest);
}
