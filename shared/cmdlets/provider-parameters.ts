import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, parameter, STRING, SWITCH } from './define.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';
import { GLOBAL_RELATIVE_IDENTITY, instance, VERIFICATION_LEVEL } from './usual-parameters.ts';

/** `-Enabled` of New-: must be said. */
export const ENABLED: CmdletParameter = parameter('Enabled', BOOLEAN, 'Federation with the provider is active.', {
  mandatory: 'always',
});

/** `-VerificationLevel` of both kinds of provider. */
export const PROVIDER_VERIFICATION_LEVEL: CmdletParameter = parameter(
  'VerificationLevel',
  VERIFICATION_LEVEL.type,
  'How inbound messages are verified.',
  {
    values: VERIFICATION_LEVEL.values,
    defaultValue: 'AlwaysVerifiable',
    note: 'The help gives AlwaysVerifiable; the control panel begins with AlwaysUnverifiable.',
  },
);

/** What New- of both kinds takes: the name, and the proxy, which Set- cannot change. */
export function newProviderParameters(identity: string): readonly CmdletParameter[] {
  return [
    parameter('Identity', GLOBAL_RELATIVE_IDENTITY, identity, { mandatory: 'always', position: 0 }),
    parameter('ProxyFqdn', STRING, 'Access Edge of the provider; unique across both kinds, and not changed by Set-.', {
      mandatory: 'always',
    }),
    FORCE,
    parameter('InMemory', SWITCH, 'Build the object in memory only; commit it later with Set- and -Instance.'),
    WHAT_IF,
    CONFIRM,
  ];
}

/** Set-, Remove-, Enable- and Disable- of a kind; `values` are what Set- takes beside the switch and the level. */
export function switchProviderCmdlets(
  noun: string,
  identity: string,
  instanceOf: string,
  values: readonly CmdletParameter[],
): readonly CmdletDefinition[] {
  const named = parameter('Identity', GLOBAL_RELATIVE_IDENTITY, identity, { sets: ['Identity'], position: 0 });
  const parameterSets = ['Identity', 'Instance'];
  const switched = [named, instance(instanceOf), FORCE, WHAT_IF, CONFIRM];
  return [
    cmdletDefinition(
      `Set-${noun}`,
      [
        named,
        instance(instanceOf),
        { ...ENABLED, mandatory: 'never' },
        PROVIDER_VERIFICATION_LEVEL,
        ...values,
        FORCE,
        WHAT_IF,
        CONFIRM,
      ],
      { parameterSets, note: 'Has no ProxyFqdn: the proxy is changed by remove and add.' },
    ),
    cmdletDefinition(`Remove-${noun}`, [
      parameter('Identity', GLOBAL_RELATIVE_IDENTITY, identity, {
        mandatory: 'always',
        position: 0,
        pipeline: 'by-property-name',
      }),
      FORCE,
      WHAT_IF,
      CONFIRM,
    ]),
    cmdletDefinition(`Enable-${noun}`, switched, { parameterSets }),
    cmdletDefinition(`Disable-${noun}`, switched, { parameterSets }),
  ];
}
