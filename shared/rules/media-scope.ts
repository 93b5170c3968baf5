import { failure } from '../errors.ts';

/** What media settings are of. */
export interface MediaScope {
  readonly kind: 'global' | 'site' | 'service';
  /** Of the site, without its prefix; of the service its role and pool; '' for Global. */
  readonly name: string;
}

/** Roles whose services can have media settings: Mediation, A/V Conferencing and Application Server (New-CsMediaConfiguration help). */
const ROLES: ReadonlySet<string> = new Set(['mediationserver', 'conferencingserver', 'applicationserver']);

/**
 * The scope an identity is of, with or without `service:` before a service; null = it is of none that media settings
 * have: they are given to nobody (Get- and New-CsMediaConfiguration help).
 */
export function mediaScopeOf(identity: string): MediaScope | null {
  if (identity.trim().toLowerCase() === 'global') return { kind: 'global', name: '' };
  const [, scope = '', rest = ''] = /^(\w+):(.*\S.*)$/s.exec(identity) ?? [];
  switch (scope.toLowerCase()) {
    case '':
    case 'tag':
      return null;
    case 'site':
      return { kind: 'site', name: rest.trim() };
    case 'service':
      return { kind: 'service', name: rest.trim() };
    default:
      return { kind: 'service', name: identity.trim() };
  }
}

/** Whether a service, by role and pool, can have media settings. */
export function takesMediaSettings(service: string): boolean {
  return ROLES.has(service.slice(0, Math.max(0, service.indexOf(':'))).toLowerCase());
}

/** Throws input.media-scope-malformed for an identity that settings cannot be made for. */
export function requireMediaScope(identity: string): void {
  const scope = mediaScopeOf(identity);
  if (scope === null || (scope.kind === 'service' && !takesMediaSettings(scope.name))) {
    throw failure('input.media-scope-malformed', { identity });
  }
}
