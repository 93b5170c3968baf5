import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';
import { directoryBench } from '../deployments/directory.fixture.ts';
import { runEdgewise } from './run.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'edgewise-command-line-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command in this process; nothing on standard input, and nothing it could start or reach. */
async function edgewise(...argv: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const stdin = new PassThrough();
  stdin.end();
  const status = await runEdgewise(argv, {
    printer: { out: (text) => (out += text), err: (text) => (err += text) },
    streams: { stdin, stderr: new PassThrough() },
    environment: { XDG_CONFIG_HOME: folder, LANG: 'C' },
    version: '0.0.0',
    practiceProgram: join(folder, 'absent.js'),
    authenticatorProgram: join(folder, 'absent.js'),
    signal: new AbortController().signal,
    unwritten: () => Promise.resolve(null),
  });
  return { status, out, err };
}

const URL_OF = ['--url', 'https://pool.invalid/x'];
const NTLM = [...URL_OF, '--auth', 'ntlm', '--user', 'x'];

describe('what cannot be given together is refused by name', () => {
  it.each<[readonly string[], string]>([
    [['--practice', '--url', 'https://pool/x'], '--practice, --url'],
    [['--practice', '--proxy', 'p:80'], '--practice, --proxy'],
    [['--practice', '--client-certificate', '/a.pfx'], '--practice, --client-certificate'],
    [['--practice', '--spn', 'HTTP/pool'], '--practice, --spn'],
    [['--practice', '--resource-uri', 'urn:x'], '--practice, --resource-uri'],
    [['--practice', '--keychain'], '--practice, --keychain'],
    [['--practice', '--old-tls'], '--practice, --old-tls'],
    [['--practice', '--allow-redirection'], '--practice, --allow-redirection'],
    [['--practice', '--no-channel-binding'], '--practice, --no-channel-binding'],
    [[...NTLM, '--as', 'viewer'], '--as, --url'],
    [['--deployment', 'HQ', '--as', 'viewer'], '--as, --deployment'],
    [[...NTLM, '--spn', 'HTTP/pool'], '--auth ntlm, --spn'],
    [[...URL_OF, '--auth', 'basic', '--user', 'x', '--spn', 'HTTP/pool'], '--auth basic, --spn'],
    [[...NTLM, '--proxy', 'p:80', '--proxy-auth', 'none', '--proxy-user', 'y'], '--proxy-auth none, --proxy-user'],
  ])('%j', async (options, named) => {
    for (const command of [['invoke', 'Get-X'], ['doctor']]) {
      const { status, out, err } = await edgewise(...command, ...options);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain(named);
      expect(err).toContain('What to do: Leave one of them out.');
    }
  });
});

const HELP = '“edgewise help” lists the commands and their options.';

describe('a wrong command line says what is wrong and what to do', () => {
  it.each<[readonly string[], string, string]>([
    [['bogus'], 'There is no command bogus.', `Give invoke, doctor or password; ${HELP}`],
    [['invoke', '--bogus', 'Get-X'], 'there is no option --bogus', HELP],
    [['invoke', '--json', '--json', 'Get-X'], '--json was given twice', HELP],
    [['invoke', 'Get-X', '--url'], '--url needs a value', HELP],
    [['invoke', '--json=1', 'Get-X'], '--json takes no value', HELP],
    [['doctor', '--practice', 'Get-X'], 'Get-X was not expected', HELP],
    [['invoke', ...URL_OF, '--auth', 'ntlm', 'Get-X'], '--user is missing', `Add it; ${HELP}`],
    [['invoke', ...URL_OF, 'Get-X'], '--auth is missing', `Add it; ${HELP}`],
    [
      ['invoke', ...URL_OF, '--auth', 'digest', 'Get-X'],
      '--auth does not take “digest”.',
      'Give one of these: negotiate, kerberos, ntlm, basic.',
    ],
    [['invoke', '--lang', 'de', 'Get-X'], '--lang does not take “de”.', 'Give one of these: en, ko.'],
    [
      ['doctor', '--practice', '--as', 'ana'],
      '--as does not take “ana”.',
      'administrator, viewer, useradmin, helpdesk.',
    ],
    [
      ['doctor', ...NTLM, '--proxy', 'p:80', '--proxy-auth', 'digest'],
      '--proxy-auth does not take “digest”.',
      'none, basic, ntlm, negotiate.',
    ],
    [['password', 'has', '--secret', 'pin'], '--secret does not take “pin”.', 'password, proxy, client-certificate.'],
    [['password', 'show', ...NTLM], 'edgewise password does not take “show”.', 'set, forget, has.'],
    [['password'], 'set|forget|has is missing', `Add it; ${HELP}`],
    [['invoke', '--practice'], 'no cmdlet was given', 'Write it as PowerShell does'],
    [['invoke', '--practice', 'Get-X;'], '; means a script', 'Write it as PowerShell does'],
  ])('%j', async (argv, cause, next) => {
    const { status, out, err } = await edgewise(...argv);
    expect([status, out]).toEqual([2, '']);
    const [said, , todo] = err.split('\n');
    expect(said).toContain(cause);
    expect(todo).toContain(next);
    if (!next.includes('PowerShell')) expect(todo).not.toContain('PowerShell');
  });

  it.each<[readonly string[]]>([
    [['doctor']],
    [['doctor', '--json']],
    [['invoke', 'Get-X']],
    [['invoke', '--auth', 'ntlm', '--user', 'x', 'Get-X']],
    [['password', 'set']],
    [['password', 'has', '--user', 'x']],
  ])('%j: how a connection is given', async (argv) => {
    const { status, err } = await edgewise(...argv);
    expect(status).toBe(2);
    expect(err).toContain('It is not said where to connect.');
    for (const way of ['--practice', '--deployment NAME', '--url', '--auth', '--user']) expect(err).toContain(way);
  });

  it.each(['--user', '--spn', '--ca', '--proxy', '--proxy-user', '--resource-uri', '--client-certificate', '--url'])(
    'an empty %s, as of a variable that is not set, is none of its values',
    async (option) => {
      const others = [...URL_OF, '--auth', 'kerberos'].join(' ').replace(option, '').split(' ');
      const { status, err } = await edgewise('invoke', 'Get-X', ...others.filter(Boolean), option, '');
      expect([status, err]).toEqual([2, expect.stringContaining(`${option} has an empty value`)]);
      expect(await edgewise('doctor', `${option}=`)).toMatchObject({ status: 2, err });
    },
  );

  it.each(['pool', 'HTTP/', 'HTTP/pool@REALM', 'HTTP pool'])(
    'the service name %j is none, before anything is reached',
    async (spn) => {
      const { status, err } = await edgewise('invoke', ...URL_OF, '--auth', 'kerberos', '--spn', spn, 'Get-X');
      expect([status, err]).toEqual([2, expect.stringContaining(`“${spn}”`)]);
      expect(err).toContain('HTTP/pool.contoso.com');
    },
  );

  it.each([
    [['--url', 'https://CONTOSO\\ana:S3cret-pw@pool.contoso.com/OcsPowershell'], '“pool.contoso.com/OcsPowershell”'],
    [['--url', 'https://ana:S3cret-pw@pool.contoso.com/'], '“pool.contoso.com/”'],
    [['--url', 'https://ana:9/S3cret-pw@pool.contoso.com/'], '“pool.contoso.com/”'],
    [['--url', 'CONTOSO\\ana:S3cret-pw@pool.contoso.com'], '“pool.contoso.com”'],
    [['--url', 'https://CONTOSO\\ana:S3cret-pw'], '“https://CONTOSO\\…”'],
    [[...URL_OF, '--proxy', 'ana:S3cret-pw@proxy:8080'], '“proxy:8080”'],
    [[...URL_OF, '--proxy', 'http://CONTOSO\\ana:S3c@S3cret-pw@proxy:8080'], '“proxy:8080”'],
  ])('%j: an address with a password, which is not said again', async (way, named) => {
    for (const command of [['invoke', 'Get-X'], ['doctor'], ['doctor', '--json']]) {
      const { status, out, err } = await edgewise(...command, ...way, '--auth', 'ntlm', '--user', 'ana');
      expect([status, out + err]).toEqual([2, expect.not.stringContaining('S3c')]);
      expect(out + err).toContain(named);
    }
  });

  it('an unknown deployment, and which there are', async () => {
    const settings = join(folder, 'settings');
    const unknown = ['doctor', '--deployment', 'nosuch', '--settings', settings];
    const none = await edgewise(...unknown);
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('“nosuch”')]);
    expect(none.err).toContain('None is configured');
    expect(none.err).toContain(settings);
    mkdirSync(settings);
    const { directory } = directoryBench(settings);
    for (const name of ['Contoso HQ', 'Museum']) await directory.save(null, draft(name), null, []);
    const known = await edgewise(...unknown);
    expect([known.status, known.err]).toEqual([2, expect.stringContaining('Contoso HQ, Museum')]);
  });
});

function draft(name: string): DeploymentDraft {
  return {
    ...{ name, group: '', colour: 'red', url: 'https://pool.contoso.com/OcsPowershell', user: 'ana', scheme: 'ntlm' },
    ...{ trust: { kind: 'system' }, ...USUAL_WAY, channelBinding: true, resourceUri: '' },
    ...{ production: false, readOnly: false },
  };
}
