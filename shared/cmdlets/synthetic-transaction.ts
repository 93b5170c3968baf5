import { FORCE } from './common-parameters.ts';
import { cmdletDefinition, outputType, parameter, property, STRING } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { XMPP_VERSIONS } from './xmpp-partner.ts';

/** What every synthetic transaction returns (testing-ability-to-connect-to-a-federated-domain, testing-messaging-using-xmpp). */
const TASK_OUTPUT = outputType('Microsoft.Rtc.SyntheticTransactions.TaskOutput', 'documented', [
  property('TargetFqdn'),
  property('Result'),
  property('Latency', 'System.TimeSpan'),
  property('Error'),
  property('Diagnosis'),
]);

const OUT_LOGGER = parameter('OutLoggerVariable', STRING, 'Variable that receives the log.', { aliases: ['olv'] });
const OUT_VERBOSE = parameter('OutVerboseVariable', STRING, 'Variable that receives verbose output.', {
  aliases: ['ovv'],
});

/** Tests of the way to a SIP partner and to an XMPP partner: federation-domain section 9 and the help. */
export const SYNTHETIC_TRANSACTION: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Test-CsFederatedPartner',
    [
      parameter('TargetFqdn', STRING, 'Internal FQDN of the Edge that carries federation.', {
        mandatory: 'always',
        position: 0,
        aliases: ['t'],
      }),
      parameter('Domain', STRING, 'Federated domain; it must be on the allowed list.', {
        mandatory: 'always',
        position: 1,
        aliases: ['d'],
      }),
      parameter('Certificate', 'System.Security.Cryptography.X509Certificates.X509Certificate2', 'To sign in with.', {
        aliases: ['ce'],
      }),
      parameter('ProxyFqdn', STRING, 'The partner’s Access Edge.', { aliases: ['pe'] }),
      FORCE,
      OUT_LOGGER,
      OUT_VERBOSE,
    ],
    { outputTypes: [TASK_OUTPUT] },
  ),
  cmdletDefinition(
    'Test-CsXmppIM',
    [
      parameter('TargetFqdn', STRING, 'Registrar pool to test from.', {
        mandatory: ['ServerPlatform'],
        position: 0,
        aliases: ['t'],
      }),
      parameter('Receiver', STRING, 'SIP address of the XMPP user.', { mandatory: 'always' }),
      parameter('UserCredential', 'System.Management.Automation.PSCredential', 'Of the test user.', {
        sets: ['ClientPlatform'],
        mandatory: ['ClientPlatform'],
        aliases: ['uc'],
      }),
      parameter('UserSipAddress', STRING, 'Of the test user, with sip: before it.', {
        mandatory: ['ClientPlatform'],
        aliases: ['ua'],
      }),
      parameter(
        'Authentication',
        'Microsoft.Rtc.Management.SyntheticTransactions.SipSyntheticTransaction+AuthenticationMechanism',
        'How the test user signs in.',
        { values: ['TrustedServer', 'Negotiate', 'ClientCertificate', 'LiveID'], aliases: ['Ath'] },
      ),
      parameter('RegistrarPort', 'System.Int32', 'SIP port of the Registrar.', { defaultValue: 5061, aliases: ['rp'] }),
      FORCE,
      OUT_LOGGER,
      OUT_VERBOSE,
    ],
    {
      parameterSets: ['ServerPlatform', 'ClientPlatform'],
      outputTypes: [TASK_OUTPUT],
      versions: XMPP_VERSIONS,
      note: 'The XMPP gateway was removed in 2019, although the help lists 2019.',
    },
  ),
];
