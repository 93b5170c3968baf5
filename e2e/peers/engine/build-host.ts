import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SOURCES = join(import.meta.dirname, 'host');
const CACHE = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'edgewise', 'engine-host');
const BUILD_DEADLINE_MS = 300_000;

/** What the host's processes run with: no telemetry, no pipe besides ours, a zone other than UTC so that local times differ. */
export const HOST_ENVIRONMENT: Readonly<NodeJS.ProcessEnv> = {
  ...process.env,
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_NOLOGO: '1',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  POWERSHELL_DIAGNOSTICS_OPTOUT: '1',
  TZ: 'Asia/Seoul',
};

/** Whether there is a .NET SDK that can build the host (10 or later). */
export async function dotnetIsHere(): Promise<boolean> {
  try {
    const { stdout } = await run('dotnet', ['--list-sdks'], { env: HOST_ENVIRONMENT });
    return stdout.split('\n').some((line) => Number.parseInt(line, 10) >= 10);
  } catch (caught) {
    if (caught instanceof Error && 'code' in caught && caught.code === 'ENOENT') return false;
    throw caught;
  }
}

/**
 * Gives the path of EngineHost.dll, restoring (locked) and building it once per state of its sources. Two callers at
 * once both build; the first to finish is kept. Throws with the compiler's words when the build fails.
 */
export async function buildHost(): Promise<string> {
  const kept = join(CACHE, stateOfSources());
  const host = join(kept, 'bin', 'EngineHost.dll');
  if (existsSync(host)) return host;
  await mkdir(CACHE, { recursive: true });
  const fresh = mkdtempSync(join(CACHE, 'building-'));
  try {
    await build(fresh);
    if (!existsSync(kept)) renameSync(fresh, kept);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return host;
}

async function build(into: string): Promise<void> {
  const options = ['-c', 'Release', '-v', 'quiet', '-o', join(into, 'bin')];
  const properties = ['-p:RestoreLockedMode=true', `-p:BaseIntermediateOutputPath=${join(into, 'obj')}/`];
  try {
    await run('dotnet', ['build', SOURCES, ...options, ...properties], {
      env: HOST_ENVIRONMENT,
      timeout: BUILD_DEADLINE_MS,
      maxBuffer: 1 << 24,
    });
  } catch (caught) {
    const said = caught instanceof Error && 'stdout' in caught ? String(caught.stdout) : '';
    throw new Error(`the engine's host does not build: ${said === '' ? String(caught) : said}`, { cause: caught });
  }
}

function stateOfSources(): string {
  const hash = createHash('sha256');
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(cs|csproj|json)$/.test(name) && !/^(bin|obj)\//.test(name))
    .sort();
  for (const name of names) hash.update(name).update(readFileSync(join(SOURCES, name)));
  return hash.digest('hex').slice(0, 16);
}
