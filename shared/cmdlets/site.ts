import { cmdletDefinition, LIST_OF_TEXT, outputType, property } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { FILTER, identityToGet } from './usual-parameters.ts';

const TYPE = outputType('Microsoft.Rtc.Management.Deploy.Internal.Site+CentralSite', 'public-sample', [
  property('Identity'),
  property('SiteId', 'System.Int32'),
  property('Services', LIST_OF_TEXT),
  property('Pools', LIST_OF_TEXT),
  property('FederationRoute'),
  property('XmppFederationRoute'),
  property('DefaultPersistentChatPool'),
  property('Description'),
  property('DisplayName'),
  property('SiteType'),
  property('ParentSite'),
]);

/** Sites of the topology. */
export const SITE: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsSite', [identityToGet('Site name without the site: prefix.'), FILTER], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
];
