import { describe, expect, it } from 'vitest';
import { listOf, psObject, scalar, version } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import { asInteger, asText, isPsObject, property } from '../clixml/read.ts';
import { MessageType } from '../messages/message-type.ts';
import type { CommandMetadata, PipelineEvent } from '../records.ts';
import { HOST_FACTS } from '../testing/host.ts';
import { NASTY_TEXT } from '../testing/nasty-text.ts';
import { decodeCommandPipeline, encodeCommandPipeline } from './command.ts';
import {
  decodeMetadataAnswer,
  decodeMetadataRequest,
  encodeCommandMetadata,
  encodeMetadataCount,
  encodeMetadataRequest,
} from './command-metadata.ts';
import { commandTypes } from './enums.ts';
import { errorCategoryName, errorCategoryNumber } from './error-category.ts';
import { decodeErrorRecord, encodeErrorRecord, type ErrorRecordParts } from './error-record.ts';
import { decodeHostResponse, encodeHostRefusal } from './host-call.ts';
import { decodePipelineEvent, encodePipelineEvent } from './pipeline-event.ts';
import {
  decodeApplicationPrivateData,
  decodeInitRunspacePool,
  decodePoolState,
  decodeSessionCapability,
  encodeApplicationPrivateData,
  encodeInitRunspacePool,
  encodePoolState,
  encodeSessionCapability,
} from './pool.ts';
import { isAtLeast, lowerVersion } from './protocol-version.ts';

const ERROR: ErrorRecordParts = {
  message: `Cannot find ${NASTY_TEXT}`,
  fullyQualifiedErrorId: 'RecordNotFound,Microsoft.Rtc.Management.Xds.GetAllowedDomainCmdlet',
  category: 'ObjectNotFound',
  activity: 'Get-CsAllowedDomain',
  reason: 'ManagementException',
  targetName: 'fabrikam.com',
  targetType: 'String',
  recommendedAction: '',
  exceptionTypes: ['Microsoft.Rtc.Management.ManagementException', 'System.Exception', 'System.Object'],
};

/** What a reader gets, but for the record as it came. */
function readBack(record: ErrorRecordParts): ErrorRecordParts {
  const { raw, ...rest } = decodeErrorRecord(decodeClixml(encodeClixml(encodeErrorRecord(record))));
  expect(isPsObject(raw)).toBe(true);
  return rest;
}

describe('an error record', () => {
  it('is read back, with and without a recommended action', () => {
    expect(readBack(ERROR)).toEqual(ERROR);
    expect(readBack({ ...ERROR, recommendedAction: 'Check the name.' })).toEqual({
      ...ERROR,
      recommendedAction: 'Check the name.',
    });
  });

  it('has the category line PowerShell makes', () => {
    expect(asText(property(encodeErrorRecord(ERROR), 'ErrorCategory_Message'))).toBe(
      'ObjectNotFound: (fabrikam.com:String) [Get-CsAllowedDomain], ManagementException',
    );
  });

  it('shows the details first, then the exception, then ToString', () => {
    const exception = psObject({ adapted: { Message: 'from the exception' } });
    const all = { ErrorDetails_Message: 'from the details', Exception: exception };
    expect(decodeErrorRecord(psObject({ text: 'text', extended: all })).message).toBe('from the details');
    expect(decodeErrorRecord(psObject({ text: 'text', extended: { Exception: exception } })).message).toBe(
      'from the exception',
    );
    expect(decodeErrorRecord(psObject({ text: 'text' })).message).toBe('text');
  });

  it('carries what its exception has of its own, and nothing twice', () => {
    const own = { CommandName: 'Get-Nothing', message: 'an older one' };
    const raw = psObject({ extended: { Exception: psObject({ adapted: own }) } });
    const { raw: read } = decodeErrorRecord(decodeClixml(encodeClixml(encodeErrorRecord({ ...ERROR, raw }))));
    const exception = property(read, 'Exception');
    expect(property(exception, 'CommandName')).toBe('Get-Nothing');
    expect(property(exception, 'Message')).toBe(ERROR.message);
    expect(isPsObject(exception) && [...exception.adapted.keys()].filter((name) => /^message$/i.test(name))).toEqual([
      'Message',
    ]);
  });

  it('is an error whatever stands there', () => {
    expect(decodeErrorRecord('only text')).toMatchObject({ message: 'only text', category: 'NotSpecified' });
    expect(decodeErrorRecord(null)).toMatchObject({ message: '', fullyQualifiedErrorId: '', exceptionTypes: [] });
  });

  it('knows every category by its number', () => {
    expect([0, 13, 18, 31].map(errorCategoryName)).toEqual([
      'NotSpecified',
      'ObjectNotFound',
      'PermissionDenied',
      'NotEnabled',
    ]);
    for (let number = 0; number < 32; number++) expect(errorCategoryNumber(errorCategoryName(number))).toBe(number);
    expect(errorCategoryName(99)).toBe('99');
    expect(errorCategoryNumber('Nothing')).toBe(0);
  });
});

describe('an event of a pipeline', () => {
  const record = { ...decodeErrorRecord(null), ...ERROR };
  const events: readonly PipelineEvent[] = [
    { kind: 'output', value: psObject({ types: ['A'], adapted: { Domain: NASTY_TEXT } }) },
    { kind: 'output', value: null },
    { kind: 'error', record },
    { kind: 'warning', text: NASTY_TEXT },
    { kind: 'verbose', text: 'v' },
    { kind: 'debug', text: '' },
    {
      kind: 'progress',
      record: {
        activity: 'Copying',
        activityId: 1,
        parentActivityId: -1,
        status: ' ',
        currentOperation: '',
        percentComplete: 40,
        secondsRemaining: -1,
        completed: true,
      },
    },
    { kind: 'information', record: { data: 'said', text: 'said', source: 'Write-Information', tags: ['a', 'b'] } },
    { kind: 'host-call', callId: 1n, method: 26, parameters: ['caption', null] },
    { kind: 'state', state: 'running', reason: null },
    { kind: 'state', state: 'completed', reason: null },
    { kind: 'state', state: 'failed', reason: record },
    { kind: 'state', state: 'stopped', reason: record },
  ];

  it.each(events)('is read back: $kind', (event) => {
    const { type, data } = encodePipelineEvent(event, new Date(0));
    const read = decodePipelineEvent(type, data);
    expect(withoutRaw(read)).toEqual(withoutRaw(event));
  });

  it('carries a null output as a message without data, as PowerShell does', () => {
    expect(encodePipelineEvent({ kind: 'output', value: null }, new Date(0)).data).toBe('');
  });

  it('is none for a type nobody knows', () => {
    expect(decodePipelineEvent(0x00041012, '<S />')).toBeNull();
  });

  it('keeps a text record of another form', () => {
    expect(decodePipelineEvent(MessageType.WARNING_RECORD, '<S>plain</S>')).toEqual({ kind: 'warning', text: 'plain' });
  });

  it('reads what Write-Host sends by its message', () => {
    const data = psObject({ text: 'HostInformationMessage', adapted: { Message: 'hello', NoNewLine: false } });
    const xml = encodeClixml(psObject({ extended: { MessageData: data, Tags: listOf(['PSHOST']) } }));
    expect(decodePipelineEvent(MessageType.INFORMATION_RECORD, xml)).toMatchObject({
      record: { text: 'hello', tags: ['PSHOST'] },
    });
  });

  it.each([
    ['a state that is none', MessageType.PIPELINE_STATE, '<Obj><MS><I32 N="PipelineState">9</I32></MS></Obj>'],
    ['a state without its number', MessageType.PIPELINE_STATE, '<Obj />'],
    ['a host call without its id', MessageType.PIPELINE_HOST_CALL, '<Obj><MS><I32 N="mi">26</I32></MS></Obj>'],
  ])('is malformed: %s', (_what, type, data) => {
    expect(() => decodePipelineEvent(type, data)).toThrow(/powershell.message-malformed/);
  });
});

function withoutRaw(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => {
      if (key === 'raw') return undefined;
      if (typeof part === 'bigint') return part.toString();
      return part instanceof Map ? [...part.entries()] : part;
    }),
  );
}

describe('CREATE_PIPELINE', () => {
  const commands = [
    {
      name: 'New-CsAllowedDomain',
      arguments: [
        { name: 'Identity', value: NASTY_TEXT },
        { name: 'Force', value: true },
        { name: 'Comment', value: null },
        { name: 'Confirm', value: false },
        { name: 'List', value: listOf(['a', 1, scalar('D', '1.0')]) },
        { value: 'positional' },
      ],
    },
    { name: 'Select-Object', arguments: [] },
  ];

  it('is read back: several commands, a switch, null, an array, a position', () => {
    const read = decodeCommandPipeline(encodeCommandPipeline(commands, { noInput: true, protocolVersion: '2.3' }));
    expect(read).toEqual({ commands, statements: [commands], noInput: true, hostIsNull: true, usesPoolHost: true });
  });

  it('declares a host of its own, with what a server need not ask then', () => {
    const data = encodeCommandPipeline(commands, { noInput: true, protocolVersion: '2.3', host: HOST_FACTS });
    expect(decodeCommandPipeline(data)).toMatchObject({ hostIsNull: false, usesPoolHost: false });
    const known = property(property(property(decodeClixml(data), 'HostInfo'), '_hostDefaultData'), 'data');
    const entries = isPsObject(known) ? (known.dictionary ?? []) : [];
    expect(entries.map(([id]) => id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const [, window] = entries[6] ?? [];
    expect(property(window, 'T')).toBe('System.Management.Automation.Host.Size');
    expect(asInteger(property(property(window, 'V'), 'width'))).toBe(HOST_FACTS.columns);
    expect(property(entries[9]?.[1], 'V')).toBe(HOST_FACTS.windowTitle);
  });

  it('says that it is a script only when it is one', () => {
    const script = [{ name: '$x', arguments: [], isScript: true }];
    const data = encodeCommandPipeline(script, { noInput: false, protocolVersion: '2.3' });
    expect(decodeCommandPipeline(data)).toMatchObject({ commands: script, noInput: false });
  });

  it('leaves out what an older server does not know', () => {
    const fieldsFor = (protocolVersion: string) => {
      const data = encodeCommandPipeline(commands, { noInput: true, protocolVersion });
      return ['ExtraCmds', 'MergeError', 'MergeInformation'].map((field) => data.includes(`N="${field}"`));
    };
    expect(fieldsFor('2.1')).toEqual([false, false, false]);
    expect(fieldsFor('2.2')).toEqual([true, true, false]);
    expect(fieldsFor('2.3')).toEqual([true, true, true]);
  });

  it('reads names with dash and colon, and every statement', () => {
    const command = (name: string) =>
      psObject({
        extended: { Cmd: name, IsScript: false, Args: listOf([psObject({ extended: { N: '-A:', V: 1 } })]) },
      });
    const statement = (name: string) => psObject({ extended: { Cmds: listOf([command(name)]) } });
    const powerShell = psObject({
      extended: { Cmds: listOf([command('One')]), ExtraCmds: listOf([statement('One'), statement('Two')]) },
    });
    const read = decodeCommandPipeline(
      encodeClixml(psObject({ extended: { PowerShell: powerShell, NoInput: false } })),
    );
    expect(read.commands).toEqual([{ name: 'One', arguments: [{ name: 'A', value: 1 }] }]);
    expect(read.statements.map(([first]) => first?.name)).toEqual(['One', 'Two']);
    expect(read.hostIsNull).toBe(false);
  });

  it('is malformed without a command, and without a name for one', () => {
    const withCmds = (...cmds: Parameters<typeof listOf>[0]) =>
      encodeClixml(psObject({ extended: { PowerShell: psObject({ extended: { Cmds: listOf(cmds) } }) } }));
    expect(() => decodeCommandPipeline(withCmds())).toThrow(/powershell.message-malformed/);
    expect(() => decodeCommandPipeline(withCmds(psObject({})))).toThrow(/powershell.message-malformed/);
  });
});

describe('messages of a pool', () => {
  it('are read back', () => {
    const capability = { protocolVersion: '2.2', psVersion: '2.0', serializationVersion: '1.1.0.1' };
    expect(decodeSessionCapability(encodeSessionCapability(capability))).toEqual(capability);
    expect(decodeInitRunspacePool(encodeInitRunspacePool(1, 5, null))).toEqual({
      minRunspaces: 1,
      maxRunspaces: 5,
      hostIsNull: true,
    });
    expect(decodePoolState(encodePoolState('opened'))).toEqual({ state: 'opened', reason: null });
    expect(decodePoolState(encodePoolState('broken', ERROR))).toMatchObject({ state: 'broken', reason: ERROR });
  });

  it('tell the version of PowerShell where the server does', () => {
    const data = encodeApplicationPrivateData([['PSVersion', version('5.1.14393.2248')]]);
    expect(decodeApplicationPrivateData(data).powerShellVersion).toBe('5.1.14393.2248');
    expect(decodeApplicationPrivateData('<Obj><MS><Nil N="ApplicationPrivateData" /></MS></Obj>')).toEqual({
      value: null,
      powerShellVersion: null,
    });
  });

  it('pass over the states that MS-PSRP and PowerShell number differently', () => {
    expect(decodePoolState('<Obj><MS><I32 N="RunspaceState">7</I32></MS></Obj>').state).toBeNull();
  });

  it.each([
    ['a capability without a version', () => decodeSessionCapability('<Obj />')],
    ['a pool without counts', () => decodeInitRunspacePool('<Obj />')],
    ['a state without its number', () => decodePoolState('<Obj />')],
    ['a host response without its id', () => decodeHostResponse(null)],
  ])('are malformed: %s', (_what, decode) => {
    expect(decode).toThrow(/powershell.message-malformed/);
  });

  it('compare versions as numbers', () => {
    expect(isAtLeast('2.10', 2, 3)).toBe(true);
    expect(isAtLeast('2.1', 2, 2)).toBe(false);
    expect(isAtLeast('3.0', 2, 2)).toBe(true);
    expect(isAtLeast('none', 0, 0)).toBe(false);
    expect(lowerVersion('2.4', '2.3')).toBe('2.3');
    expect(lowerVersion('2.1', '2.3')).toBe('2.1');
  });
});

describe('a refused host call', () => {
  it('answers with the same id and an error', () => {
    const call = { callId: 3n, method: 26, parameters: [] };
    const response = decodeHostResponse(decodeClixml(encodeClixml(encodeHostRefusal(call, 'Nobody is here.'))));
    expect(response).toMatchObject({ callId: 3n, result: null });
    expect(decodeErrorRecord(response.error).fullyQualifiedErrorId).toBe('HostFunctionNotImplemented');
  });
});

describe('command metadata', () => {
  const commands: readonly CommandMetadata[] = [
    {
      name: 'Get-CsAllowedDomain',
      commandType: 8,
      namespace: 'Lync',
      outputTypes: ['Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain'],
      parameters: [
        { name: 'Identity', type: 'System.String', aliases: ['id'], isSwitch: false, isDynamic: false },
        {
          name: 'LocalStore',
          type: 'System.Management.Automation.SwitchParameter',
          aliases: [],
          isSwitch: true,
          isDynamic: true,
        },
      ],
    },
    { name: 'Out-Default', commandType: 2, namespace: '', outputTypes: [], parameters: [] },
  ];
  const outputs = [encodeMetadataCount(2), ...commands.map(encodeCommandMetadata)];

  it('is asked for by wildcards, all names where none are given', () => {
    const request = { patterns: ['*-Cs*', 'Get-Command'], commandTypes: 511 };
    expect(decodeMetadataRequest(encodeMetadataRequest(request))).toEqual(request);
    expect(decodeMetadataRequest('<Obj />')).toEqual({ patterns: ['*'], commandTypes: 511 });
    expect(commandTypes(2 | 8).text).toBe('Function, Cmdlet');
  });

  it('is read back from its outputs', () => {
    expect(decodeMetadataAnswer(outputs.map((output) => decodeClixml(encodeClixml(output))))).toEqual(commands);
    expect(decodeMetadataAnswer([encodeMetadataCount(0)])).toEqual([]);
  });

  it.each([
    ['nothing came', []],
    ['the count is missing', outputs.slice(1)],
    ['one is missing', outputs.slice(0, 2)],
    ['one has no name', [encodeMetadataCount(1), psObject({})]],
  ])('is not half believed: %s', (_what, some) => {
    expect(() => decodeMetadataAnswer(some)).toThrow(/powershell.message-malformed/);
  });
});
