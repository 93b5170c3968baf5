import type { Bridge } from '../api/bridge.ts';

/** What a window has open, over its reloads. */
export interface KeptSessions {
  /** The deployments that were opened in this window. */
  readonly opened: readonly string[];
  /** The practice deployment that opened by itself, for it was the only one; it stays in front where nothing else is. */
  readonly first: string | null;
}

const KEY = 'edgewise.sessions';

/** A window that has nothing open yet. */
export const NO_SESSIONS: KeptSessions = { opened: [], first: null };

/**
 * What this window had open before its reload, as far as the console still has a session for it: going on with those
 * signs in nowhere. One that broke off, or belonged to a console that has ended, is opened by a person and not by a reload.
 */
export async function takeUpSessions(bridge: Bridge): Promise<KeptSessions> {
  const kept = keptSessions();
  if (kept === null) return NO_SESSIONS;
  const standing = await bridge.request('deployments.standing', {});
  const stands = (id: string): boolean => standing.ok && standing.value.includes(id);
  return {
    opened: kept.opened.filter(stands),
    first: kept.first !== null && stands(kept.first) ? kept.first : null,
  };
}

/** Keeps what this window has open, for its next reload. */
export function keepSessions(sessions: KeptSessions): void {
  sessionStorage.setItem(KEY, JSON.stringify(sessions));
}

function keptSessions(): KeptSessions | null {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isKeptSessions(kept) ? kept : null;
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}

function isKeptSessions(kept: unknown): kept is KeptSessions {
  if (typeof kept !== 'object' || kept === null || !('opened' in kept) || !('first' in kept)) return false;
  const { opened, first } = kept;
  const ids = Array.isArray(opened) && opened.every((id) => typeof id === 'string');
  return ids && (first === null || typeof first === 'string');
}
