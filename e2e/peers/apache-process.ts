import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { untilListening } from './listening.ts';

export const APACHE = '/usr/sbin/apache2';
export const APACHE_MODULES = '/usr/lib/apache2/modules';

/** One Apache that runs. */
export interface ApacheProcess {
  /** Its error log so far. */
  log(): Promise<string>;
  /** Ends it, and resolves when it is gone. */
  close(): Promise<void>;
}

export interface ApacheSetting {
  /** Its folder, which is there already; its workers must be able to read it. */
  readonly root: string;
  readonly port: number;
  /** Names of modules without `mod_`; the event MPM and authorization are loaded without being named. */
  readonly modules: readonly string[];
  /** What else stands in its configuration. */
  readonly configuration: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs it in another time, as faketime understands it: `+1h`. */
  readonly time?: string | undefined;
}

/** Starts Apache on 127.0.0.1; resolves when it listens. Throws an Error with its log when it does not. */
export async function startApacheProcess(setting: ApacheSetting): Promise<ApacheProcess> {
  const { root, port, time } = setting;
  await writeFile(join(root, 'httpd.conf'), configuration(setting));
  const options = { env: { ...process.env, ...setting.environment }, stdio: 'ignore' } as const;
  const arguments_ = ['-d', root, '-f', join(root, 'httpd.conf'), '-DFOREGROUND'];
  const child =
    time === undefined
      ? spawn(APACHE, arguments_, options)
      : spawn('/usr/bin/faketime', ['-f', time, APACHE, ...arguments_], options);
  await untilListening(port, child).catch(async (caught: unknown) => {
    child.kill('SIGTERM');
    throw new Error(await readFile(join(root, 'error.log'), 'utf8').catch(() => 'no log'), { cause: caught });
  });
  return {
    log: () => readFile(join(root, 'error.log'), 'utf8'),
    async close() {
      const gone = once(child, 'exit');
      // Not `child`: faketime stays before Apache, and would leave it behind.
      process.kill(Number(await readFile(join(root, 'httpd.pid'), 'utf8')), 'SIGTERM');
      await gone;
    },
  };
}

function configuration({ root, port, modules, configuration: more }: ApacheSetting): string {
  const loaded = ['mpm_event', 'authn_core', 'authz_core', ...modules];
  return `ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${root}/httpd.pid
ErrorLog ${root}/error.log
DefaultRuntimeDir ${root}
${loaded.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
KeepAliveTimeout 60
${more}`;
}
