import { existsSync, readFileSync, renameSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { failure } from '../../../../shared/errors.ts';
import { configuration, type Configuration } from './configuration.ts';
import { contoso } from './seed.ts';

const stateFile = z.strictObject({ format: z.literal(1), configuration });
/** What earlier builds kept: the text of the only product there was. */
const NO_LONGER_KEPT: ReadonlySet<string> = new Set(['serverVersion']);
const earlierFile = z.looseObject({ configuration: z.record(z.string(), z.unknown()) });

/** What reading a state file gave: the configuration, or none, and what a person should know. */
export interface ReadState {
  readonly configuration: Configuration | null;
  /** Where an unreadable file was put aside, with why; null = nothing happened. */
  readonly setAside: { readonly path: string; readonly reason: string } | null;
}

/**
 * Reads the state file. A file that is not JSON, or not of this shape, is renamed to `<file>.unreadable-<time>` and said,
 * never overwritten and never guessed at. Throws workstation.file-unreadable where it may not be read or renamed.
 */
export function readStateFile(path: string, now: number): ReadState {
  if (!existsSync(path)) return { configuration: null, setAside: null };
  const text = guarded(path, () => readFileSync(path, 'utf8'));
  const parsed = parse(text);
  if (parsed.ok) return { configuration: parsed.configuration, setAside: null };
  const aside = `${path}.unreadable-${new Date(now).toISOString().replaceAll(':', '')}`;
  guarded(path, () => renameSync(path, aside));
  return { configuration: null, setAside: { path: aside, reason: parsed.reason } };
}

/**
 * Writes the state file whole: beside it, synced, then renamed over it, so that a crash leaves the old or the new one.
 * Only one process may write it, one write at a time: the half a crash leaves beside it is where the next write begins.
 * Throws workstation.file-unreadable where the folder cannot be written.
 */
export async function writeStateFile(path: string, state: Configuration): Promise<void> {
  const beside = `${path}.new`;
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify({ format: 1, configuration: state }));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (caught) {
    await rm(beside, { force: true });
    throw failure('workstation.file-unreadable', { path }, {}, caught);
  }
}

type Parsed =
  { readonly ok: true; readonly configuration: Configuration } | { readonly ok: false; readonly reason: string };

function parse(text: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (caught) {
    return { ok: false, reason: caught instanceof Error ? caught.message : String(caught) };
  }
  const checked = stateFile.safeParse(completed(json));
  if (!checked.success) return { ok: false, reason: z.prettifyError(checked.error) };
  return { ok: true, configuration: checked.data.configuration };
}

/** A file of an earlier build lacks the lists that came later: it gets the story's. */
function completed(json: unknown): unknown {
  const file = earlierFile.safeParse(json);
  if (!file.success) return json;
  const { externalAccessPolicies, people, grants, xmppPartners, xmppGateway, media, ...story } = contoso();
  const { version, legacyVersion } = story;
  const later = { version, legacyVersion, externalAccessPolicies, people, grants, xmppPartners, xmppGateway, media };
  const kept = Object.entries(file.data.configuration).filter(([name]) => !NO_LONGER_KEPT.has(name));
  return { ...file.data, configuration: { ...later, ...Object.fromEntries(kept) } };
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (caught) {
    throw failure('workstation.file-unreadable', { path }, {}, caught);
  }
}

/** Makes the rename durable. Windows has no handle on a folder to sync: there the rename is its own guarantee. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
