import { Refusal } from '../errors/store-errors.ts';
import { mediaSettings, type Configuration, type MediaRow } from '../store/configuration.ts';
import { FRESH_MEDIA } from '../store/seed.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import type { CmdletImplementation } from './implementation.ts';
import { rowCmdlets, type RowList } from './row-list.ts';
import { withGiven, withInstance } from './row-values.ts';
import { GLOBAL, refuseScope, scopedIdentity } from './scoped-identity.ts';

const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Media.MediaSettings';

const LIST: RowList<MediaRow> = {
  list: 'media',
  kind: 'MediaSettings',
  type: TYPE,
  identity: (row) => row.identity,
  canonical,
  assumed: GLOBAL,
  refuseName,
  refuseTaken,
  object: (row, version) => catalogueObject(TYPE, version, row, { text: row.identity }),
  fresh: (identity) => ({ identity, ...FRESH_MEDIA }),
  changed: (row, call) => withGiven(mediaSettings, row, call, 'Set-CsMediaConfiguration'),
  fromObject: (row, instance) => withInstance(mediaSettings, row, instance, { type: TYPE, fixed: ['identity'] }),
  rows: (configuration) => configuration.media,
  withRows: (configuration, rows) => ({ ...configuration, media: [...rows] }),
  removed,
};

/** Get-, New-, Set- and Remove-CsMediaConfiguration; source: their help and federation-domain section 7. */
export const MEDIA_CONFIGURATION_CMDLETS: readonly CmdletImplementation[] = rowCmdlets('CsMediaConfiguration', LIST);

/** A service may be written by role and pool alone (New-CsMediaConfiguration help). */
function canonical(written: string, configuration: Configuration): string {
  const service = /^(global$|(site|tag|service):)/i.test(written) || !written.includes(':') ? '' : 'service:';
  return scopedIdentity(`${service}${written}`, configuration, '');
}

/** No tag scope: media settings are given to nobody. */
function refuseName(identity: string, configuration: Configuration): void {
  if (identity.startsWith('Tag:')) {
    throw new Refusal('malformed', `"${identity}" is not at the site or service scope.`, identity);
  }
  refuseScope(identity, configuration);
  // The help names three services: A/V Conferencing, Mediation and Application Server.
  if (identity.startsWith('Service:') && !/^Service:(Conferencing|Mediation|Application)Server:/.test(identity)) {
    throw new Refusal('malformed', `"${identity}" is no service with media settings.`, identity);
  }
}

function refuseTaken({ identity }: MediaRow, configuration: Configuration): void {
  const wanted = identity.toLowerCase();
  if (!configuration.media.some((row) => row.identity.toLowerCase() === wanted)) return;
  throw new Refusal('alreadyOnList', `"${identity}" already exists.`, identity);
}

/** Global is reset, never removed (Remove-CsMediaConfiguration help). */
function removed(row: MediaRow, configuration: Configuration): Configuration {
  const media =
    row.identity === GLOBAL
      ? configuration.media.map((each) => (each.identity === GLOBAL ? { identity: GLOBAL, ...FRESH_MEDIA } : each))
      : configuration.media.filter((each) => each.identity !== row.identity);
  return { ...configuration, media };
}
