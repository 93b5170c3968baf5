import { failure } from '../errors.ts';

/** What media settings are of. */
export interface MediaScope {
  readonly kind: 'global' | 'site' | 'service';
  /** Of the site or service; '' for Global. */
  readonly name: string;
}

/**
 * The scope an identity is of; null = it is of none that media settings have: they are given to nobody (New- and
 * Get-CsMediaConfiguration help).
 */
export function mediaScopeOf(identity: string): MediaScope | null {
  if (identity.trim().toLowerCase() === 'global') return { kind: 'global', name: '' };
  const [, scope = '', name = ''] = /^(site|service):(.*\S.*)$/is.exec(identity) ?? [];
  switch (scope.toLowerCase()) {
    case 'site':
      return { kind: 'site', name: name.trim() };
    case 'service':
      return { kind: 'service', name: name.trim() };
    default:
      return null;
  }
}

/** The identity of a site's or a service's media settings, as New- takes it. */
export function mediaIdentity({ kind, name }: MediaScope): string {
  return kind === 'global' ? 'Global' : `${kind}:${name}`;
}

/** Throws input.media-scope-malformed for an identity that can have no media settings. */
export function requireMediaScope(identity: string): void {
  if (mediaScopeOf(identity) === null) throw failure('input.media-scope-malformed', { identity });
}
