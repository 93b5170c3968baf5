import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestIdentity } from '../../../main/transport/testing/certificates.ts';
import { DEBIAN_PYTHON } from '../missing.ts';

/** gss-ntlmssp listening: sign in to it at `url`. */
export interface GssAcceptor {
  readonly url: URL;
  close(): Promise<void>;
}

export interface GssAcceptorOptions {
  readonly identity: TestIdentity;
  /** Lines of gss-ntlmssp's user file: `DOMAIN:user:password`. */
  readonly users: readonly string[];
  /** Requires nothing, but refuses a binding to any certificate but this one. */
  readonly boundTo?: { readonly certPem: string; readonly hash: string };
}

/** Starts the acceptor on a free port; its files go with it. */
export async function startGssAcceptor(options: GssAcceptorOptions): Promise<GssAcceptor> {
  const folder = await mkdtemp(join(tmpdir(), 'edgewise-gss-'));
  const put = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const users = await put('users', `${options.users.join('\n')}\n`);
  const files = [await put('cert.pem', options.identity.certPem), await put('key.pem', options.identity.keyPem)];
  const { boundTo } = options;
  if (boundTo !== undefined) files.push(await put('bound.pem', boundTo.certPem), boundTo.hash);
  const child = spawn(DEBIAN_PYTHON, [scriptPath('gss_acceptor.py'), ...files], {
    env: { ...process.env, NTLM_USER_FILE: users },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const firstLine = once(createInterface(child.stdout), 'line').then(([line]) => String(line));
  const line = await Promise.race([firstLine, exited.then(() => '')]);
  if (line === '') {
    await rm(folder, { recursive: true });
    throw new Error('the gss-ntlmssp acceptor did not start');
  }
  // The script's first line is exactly this.
  const { port } = JSON.parse(line) as { port: number };
  return {
    url: new URL(`https://localhost:${port}/OcsPowershell`),
    async close() {
      child.stdin.end();
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}

/** What a peer's client saw at the end. */
export interface PeerOutcome {
  readonly status: number;
  readonly body: string;
  /** Of gss-ntlmssp alone: whether it is satisfied with the server too. */
  readonly complete?: boolean;
}

/** Runs a Python client of this folder to its end, with `input` on its standard input, and gives what it printed. */
export async function runPythonClient(
  script: string,
  arguments_: readonly string[],
  input: string,
): Promise<PeerOutcome> {
  const printed = await run(DEBIAN_PYTHON, [scriptPath(script), ...arguments_], input);
  // Every client script prints exactly this.
  return JSON.parse(printed) as PeerOutcome;
}

/** Runs a program to its end and gives its standard output; throws with its standard error when it fails. */
export async function run(program: string, arguments_: readonly string[], input = ''): Promise<string> {
  const child = spawn(program, arguments_, { stdio: ['pipe', 'pipe', 'pipe'] });
  const output: string[] = [];
  const errors: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  // One that reads nothing may be gone by now; how it ended is what counts.
  child.stdin.on('error', () => undefined).end(input);
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${program} ended with ${String(child.exitCode)}: ${errors.join('')}`);
  return output.join('');
}

function scriptPath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
