import { cmdletDefinition, type CmdletDefinition, type CmdletParameter } from '../../../../shared/cmdlets/index.ts';

/** A command of PowerShell itself, with its page in PowerShell's own documentation as the source. */
export function companionDefinition(
  name: string,
  module: 'Core' | 'Utility',
  parameters: readonly CmdletParameter[],
): CmdletDefinition {
  const page = `MicrosoftDocs/PowerShell-Docs:reference/5.1/Microsoft.PowerShell.${module}/${name}.md`;
  return { ...cmdletDefinition(name, parameters), source: { current: page, lync2013: page } };
}
