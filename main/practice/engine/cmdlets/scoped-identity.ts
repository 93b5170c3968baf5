import { Refusal } from '../errors/store-errors.ts';
import type { Configuration } from '../store/configuration.ts';

/** The scope that always exists. */
export const GLOBAL = 'Global';

/**
 * The identity of a scope as the store keeps it: Global, Site:<site>, Service:<service>, Tag:<name>. `bare` is put
 * before a name without a scope: a bare name is a user policy's (New-CsExternalAccessPolicy help).
 */
export function scopedIdentity(written: string, configuration: Configuration, bare: 'Tag:' | ''): string {
  const [, scope = '', name = ''] = /^(site|tag|service):([^]*)$/i.exec(written) ?? [];
  switch (scope.toLowerCase()) {
    case 'tag':
      return `Tag:${name}`;
    case 'site':
      return `Site:${known(siteNames(configuration), name)}`;
    case 'service':
      return `Service:${known(serviceNames(configuration), name)}`;
    default:
      return written.toLowerCase() === GLOBAL.toLowerCase() ? GLOBAL : `${bare}${written}`;
  }
}

/** Throws the refusal for a scope New- cannot use: Global, one without a name, a site or service that is not there. */
export function refuseScope(identity: string, configuration: Configuration): void {
  if (identity === GLOBAL) {
    throw new Refusal('globalScope', 'Nothing can be created at the global scope: Global always exists.', GLOBAL);
  }
  const colon = identity.indexOf(':');
  const [scope, name] = [identity.slice(0, Math.max(0, colon)), identity.slice(colon + 1)];
  if (scope === '' || name.trim() === '') {
    throw new Refusal('malformed', `"${identity}" is no scope with a name.`, identity);
  }
  if (scope === 'Site' && !siteNames(configuration).includes(name)) {
    throw new Refusal('unknownSite', `Cannot find "Site" "${name}" because it does not exist.`, identity);
  }
  if (scope === 'Service' && !serviceNames(configuration).includes(name)) {
    throw new Refusal('unknownService', `Cannot find "Service" "${name}" because it does not exist.`, identity);
  }
}

function siteNames(configuration: Configuration): readonly string[] {
  return configuration.sites.map((site) => site.name);
}

function serviceNames(configuration: Configuration): readonly string[] {
  return configuration.services.map((service) => `${service.role}:${service.pool}`);
}

/** A name in the letters of the topology, or as it was written. */
function known(names: readonly string[], written: string): string {
  return names.find((name) => name.toLowerCase() === written.toLowerCase()) ?? written;
}
