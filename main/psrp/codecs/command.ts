import { failure } from '../../../shared/errors.ts';
import { listOf, psObject } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import { asText, itemsOf, property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import type { Command, CommandArgument } from '../records.ts';
import { noMerge, noStreamOptions, unknownApartmentState } from './enums.ts';
import type { HostFacts } from '../host/host.ts';
import { hostInfo, isHostNull, nullHostInfo, usesPoolHost } from './host-info.ts';
import { isAtLeast } from './protocol-version.ts';

/** What CREATE_PIPELINE asks for (MS-PSRP 2.2.2.10). */
export interface CommandPipeline {
  /** The commands of the first (mostly the only) statement, piped one into the next. */
  readonly commands: readonly Command[];
  /** Every statement in order, the first included. */
  readonly statements: readonly (readonly Command[])[];
  /** True: no PIPELINE_INPUT will come. */
  readonly noInput: boolean;
  readonly hostIsNull: boolean;
  /** The pool's host is this pipeline's too, and `hostIsNull` says nothing. */
  readonly usesPoolHost: boolean;
}

const OBJECT_LIST: readonly string[] = [
  'System.Collections.Generic.List`1[[System.Management.Automation.PSObject, System.Management.Automation, ' +
    'Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]',
  'System.Object',
];

/**
 * Writes the data of CREATE_PIPELINE for one statement, with a host or with the null host, and nothing merged (MS-PSRP 2.2.2.10, 2.2.3.11
 * to 2.2.3.13). The merge fields a server of `protocolVersion` does not know are left out.
 */
export function encodeCommandPipeline(
  commands: readonly Command[],
  options: { readonly noInput: boolean; readonly protocolVersion: string; readonly host?: HostFacts },
): string {
  const cmds = listOf(
    commands.map((command) => encodeCommand(command, options.protocolVersion)),
    OBJECT_LIST,
  );
  const extraCommands: Readonly<Record<string, PsValue>> = isAtLeast(options.protocolVersion, 2, 2)
    ? { ExtraCmds: null }
    : {};
  const powerShell = psObject({
    extended: { IsNested: false, ...extraCommands, Cmds: cmds, History: null, RedirectShellErrorOutputPipe: false },
  });
  return encodeClixml(
    psObject({
      extended: {
        NoInput: options.noInput,
        ApartmentState: unknownApartmentState(),
        RemoteStreamOptions: noStreamOptions(),
        AddToHistory: false,
        HostInfo: options.host === undefined ? nullHostInfo() : hostInfo(options.host),
        PowerShell: powerShell,
        IsNested: false,
      },
    }),
  );
}

/**
 * Reads the data of CREATE_PIPELINE. A parameter name loses the dash and the colon of `-Name:`, as PowerShell's own
 * binder takes it off. Throws powershell.message-malformed where a command has no name.
 */
export function decodeCommandPipeline(data: string): CommandPipeline {
  const value = decodeClixml(data);
  const powerShell = property(value, 'PowerShell');
  const commands = decodeCommands(property(powerShell, 'Cmds'));
  const extra = itemsOf(property(powerShell, 'ExtraCmds')).map((statement) =>
    decodeCommands(property(statement, 'Cmds')),
  );
  return {
    commands,
    statements: extra.length > 0 ? extra : [commands],
    noInput: property(value, 'NoInput') === true,
    hostIsNull: isHostNull(property(value, 'HostInfo')),
    usesPoolHost: usesPoolHost(property(value, 'HostInfo')),
  };
}

function encodeCommand(command: Command, protocolVersion: string): PsObject {
  const merged: Record<string, PsValue> = {};
  if (isAtLeast(protocolVersion, 2, 2)) {
    for (const stream of ['Error', 'Warning', 'Verbose', 'Debug']) merged[`Merge${stream}`] = noMerge();
  }
  if (isAtLeast(protocolVersion, 2, 3)) merged['MergeInformation'] = noMerge();
  return psObject({
    extended: {
      Cmd: command.name,
      IsScript: command.isScript ?? false,
      UseLocalScope: null,
      MergeMyResult: noMerge(),
      MergeToResult: noMerge(),
      MergePreviousResults: noMerge(),
      Args: listOf(command.arguments.map(encodeArgument), OBJECT_LIST),
      ...merged,
    },
  });
}

function encodeArgument(argument: CommandArgument): PsObject {
  return psObject({ extended: { N: argument.name ?? null, V: argument.value } });
}

function decodeCommands(list: PsValue | undefined): readonly Command[] {
  const commands = itemsOf(list).map(decodeCommand);
  if (commands.length === 0) throw failure('powershell.message-malformed', { reason: 'a pipeline without a command' });
  return commands;
}

function decodeCommand(value: PsValue): Command {
  const name = asText(property(value, 'Cmd'));
  if (name === null) throw failure('powershell.message-malformed', { reason: 'a command without a name' });
  const isScript = property(value, 'IsScript') === true;
  const parsed = { name, arguments: itemsOf(property(value, 'Args')).map(decodeArgument) };
  return isScript ? { ...parsed, isScript } : parsed;
}

function decodeArgument(value: PsValue): CommandArgument {
  const argument = property(value, 'V') ?? null;
  const name = asText(property(value, 'N'));
  return name === null || name === '' ? { value: argument } : { name: bareName(name), value: argument };
}

function bareName(name: string): string {
  return name.replace(/^-/, '').replace(/:$/, '');
}
