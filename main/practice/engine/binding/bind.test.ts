import { describe, expect, it } from 'vitest';
import { parameter, VERIFICATION_LEVEL, type CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import { COMMON_PARAMETERS } from '../../../../shared/cmdlets/index.ts';
import { listOf, psObject, scalar } from '../../../psrp/clixml/build.ts';
import { property } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import type { CommandArgument, ErrorRecord } from '../../../psrp/records.ts';
import { Terminating } from '../errors/terminating.ts';
import { bindCommand } from './bind.ts';
import { bindInput, callWithoutInput, type BoundCall } from './bind-input.ts';
import type { CommandShape } from './shape.ts';

/**
 * Expectations of this file were printed by System.Management.Automation 7.6 for C# cmdlets of these very shapes, in a
 * NoLanguage runspace with a null host.
 */
const SWITCH = 'System.Management.Automation.SwitchParameter';

function shape(
  name: string,
  implementingType: string,
  parameters: readonly CmdletParameter[],
  sets: readonly string[] = ['__AllParameterSets'],
): CommandShape {
  const all = [...parameters, ...COMMON_PARAMETERS];
  return { name, implementingType, parameters: all, parameterSets: sets, defaultParameterSet: sets[0] ?? '' };
}

const WHAT_IF = parameter('WhatIf', SWITCH, '', { aliases: ['wi'] });
const CONFIRM = parameter('Confirm', SWITCH, '', { aliases: ['cf'] });

const NEW = shape(
  'New-T',
  'NewT',
  [
    parameter('Identity', 'XId', '', { sets: ['Identity'], mandatory: ['Identity'], position: 0 }),
    parameter('Domain', 'System.String', '', { sets: ['Other'], mandatory: ['Other'] }),
    parameter('Comment', 'System.String', ''),
    parameter('MarkForMonitoring', 'System.Boolean', ''),
    parameter('VerificationLevel', 'Level', '', { values: VERIFICATION_LEVEL.values }),
    parameter('Count', 'System.UInt32', '', { range: { min: 1, max: 4 } }),
    parameter('Plain', 'System.UInt32', ''),
    parameter('Force', SWITCH, ''),
    parameter('InMemory', SWITCH, ''),
    WHAT_IF,
    CONFIRM,
  ],
  ['Identity', 'Other'],
);

const SET_EDGE = shape(
  'Set-E',
  'SetE',
  [
    parameter('Identity', 'XId', '', { sets: ['Identity'], position: 0 }),
    parameter('Instance', 'System.Management.Automation.PSObject', '', { sets: ['Instance'], pipeline: 'by-value' }),
    parameter('Allow', 'System.Boolean', '', { sets: ['Identity', 'Default', 'Dns'] }),
    parameter('Discover', 'System.Boolean', '', { sets: ['Dns'] }),
    parameter('UseDns', SWITCH, '', { sets: ['Dns'] }),
    parameter('UseDefault', SWITCH, '', { sets: ['Default'] }),
  ],
  ['Identity', 'Instance', 'Default', 'Dns'],
);

const REMOVE = shape('Remove-T', 'RemoveT', [
  parameter('Identity', 'XId', '', { mandatory: 'always', position: 0, pipeline: 'by-property-name' }),
  WHAT_IF,
  CONFIRM,
]);

type Named = Readonly<Record<string, PsValue>>;

function args(named: Named, ...positional: PsValue[]): readonly CommandArgument[] {
  return [
    ...Object.entries(named).map(([name, value]) => ({ name, value })),
    ...positional.map((value) => ({ value })),
  ];
}

function call(command: CommandShape, given: readonly CommandArgument[]): BoundCall {
  return callWithoutInput(bindCommand(command, given, false));
}

function errorOf(work: () => unknown): ErrorRecord {
  try {
    work();
  } catch (caught) {
    if (caught instanceof Terminating) return caught.record;
    throw caught;
  }
  throw new Error('nothing was refused');
}

function bound(named: Named, name: string): unknown {
  return call(NEW, args({ Identity: 'x', ...named })).parameters.get(name);
}

describe('names', () => {
  it.each([
    ['iDENTITY', 'Identity'],
    ['Veri', 'VerificationLevel'],
    // Verbose begins so too, but the command's own parameter wins.
    ['Ver', 'VerificationLevel'],
    ['ea', 'ErrorAction'],
    ['ErrorA', 'ErrorAction'],
    ['CF', 'Confirm'],
    ['wh', 'WhatIf'],
    ['Mark', 'MarkForMonitoring'],
    ['-Comment', 'Comment'],
    ['-Comment:', 'Comment'],
    ['\u2013Comment', 'Comment'],
  ])('-%s is %s', (written, name) => {
    const values: Named = { VerificationLevel: 'AlwaysVerifiable', ErrorAction: 'Stop', Confirm: false, WhatIf: true };
    const value = values[name] ?? (name === 'MarkForMonitoring' ? true : 'x');
    const given = name === 'Identity' ? args({ [written]: value }) : args({ Identity: 'x', [written]: value });
    expect(call(NEW, given).parameters.has(name)).toBe(true);
  });

  it.each([
    [args({ Identity: 'x', Nope: 'y' }), 'NamedParameterNotFound'],
    [args({ I: 'x' }), 'AmbiguousParameter'],
    [args({ Identity: 'x', w: true }), 'AmbiguousParameter'],
    [args({ Identity: 'x', Error: 'Stop' }), 'AmbiguousParameter'],
    [args({}, 'x', 'y'), 'PositionalParameterNotFound'],
    [args({ Domain: 'y' }, 'x'), 'PositionalParameterNotFound'],
    [args({ Identity: 'x' }, null), 'PositionalParameterNotFound'],
    [args({ Identity: 'x', Domain: 'y' }), 'AmbiguousParameterSet'],
    [args({ Identity: 'x', wi: true, WhatIf: true }), 'ParameterAlreadyBound'],
    [args({}), 'MissingMandatoryParameter'],
    [args({ '-Identity': null }), 'MissingArgument'],
    [
      [
        { name: '-Identity', value: null },
        { name: '-Force', value: null },
      ],
      'MissingArgument',
    ],
    // What is refused first when several things are wrong.
    [args({ Identity: 'x', Nope: 1, Count: 'abc' }), 'CannotConvertArgumentNoMessage'],
    [args({ Identity: 'x', Domain: 'y', Nope: 1 }), 'AmbiguousParameterSet'],
    [args({ Nope: 1 }), 'NamedParameterNotFound'],
  ])('%j is refused as %s', (given, id) => {
    const record = errorOf(() => call(NEW, given));
    expect(record).toMatchObject({
      fullyQualifiedErrorId: `${id},NewT`,
      category: 'InvalidArgument',
      activity: 'New-T',
      reason: 'ParameterBindingException',
    });
    expect(record.exceptionTypes).toContain('System.Management.Automation.RuntimeException');
  });

  it('refuses what is left over in the order it was given', () => {
    const given = [{ value: 'x' }, { value: 'y' }, { name: 'Nope', value: 1 }];
    expect(errorOf(() => call(NEW, given)).fullyQualifiedErrorId).toBe('PositionalParameterNotFound,NewT');
  });

  it('lets a bare -Name take the next argument, and a bare switch stand alone', () => {
    const given = [{ name: '-Identity', value: null }, { value: 'x' }, { name: '-Force', value: null }];
    const { parameters } = call(NEW, given);
    expect(parameters.get('Identity')).toBe('x');
    expect(parameters.get('Force')).toBe(true);
  });

  it('names every possible match of an ambiguous name', () => {
    expect(errorOf(() => call(NEW, args({ I: 'x' }))).message).toContain(
      '-Identity -InMemory -InformationAction -InformationVariable',
    );
  });
});

describe('values', () => {
  const decorated = psObject({ types: ['System.Boolean'], base: true, extended: { PSPath: 'x' } });
  it.each([
    ['MarkForMonitoring', true, true],
    ['MarkForMonitoring', 1, true],
    ['MarkForMonitoring', scalar('Db', '0'), false],
    ['MarkForMonitoring', decorated, true],
    ['Force', null, true],
    ['Force', false, false],
    ['Count', '3', 3],
    ['Count', ' 2 ', 2],
    ['Count', '0x2', 2],
    ['Count', '4e0', 4],
    ['Count', '2.5', 2],
    ['Count', '3.5', 4],
    ['Count', '+3', 3],
    ['Count', scalar('Db', '2.5'), 2],
    ['Count', scalar('D', '3.5'), 4],
    ['Count', true, 1],
    ['Count', 4n, 4],
    ['VerificationLevel', 'alwaysunverifiable', 'AlwaysUnverifiable'],
    ['VerificationLevel', 'Use', 'UseSourceVerification'],
    ['VerificationLevel', 2, 'UseSourceVerification'],
    ['VerificationLevel', '2', 'UseSourceVerification'],
    ['VerificationLevel', scalar('Db', '2'), 'UseSourceVerification'],
    ['VerificationLevel', 'AlwaysVerifiable,UseSourceVerification', 'UseSourceVerification'],
    ['VerificationLevel', listOf(['AlwaysVerifiable', 'UseSourceVerification']), 'UseSourceVerification'],
    ['Comment', 5, '5'],
    ['Comment', true, 'True'],
    ['Comment', null, null],
    ['Comment', scalar('DT', '2026-01-02T03:04:05.0000000'), '01/02/2026 03:04:05'],
    ['Comment', psObject({ extended: { a: 1, b: 'q' } }), '@{a=1; b=q}'],
    ['Identity', 5, '5'],
    ['Identity', '', ''],
  ])('-%s takes %o as %o', (name, value, expected) => {
    expect(bound({ [name]: value }, name)).toBe(expected);
  });

  it.each([
    ['MarkForMonitoring', 'true', 'CannotConvertArgument', 'InvalidArgument'],
    ['MarkForMonitoring', '$true', 'CannotConvertArgument', 'InvalidArgument'],
    ['MarkForMonitoring', null, 'ParameterArgumentValidationErrorNullNotAllowed', 'InvalidArgument'],
    ['MarkForMonitoring', listOf([true]), 'CannotConvertArgument', 'InvalidArgument'],
    ['Force', 'false', 'CannotConvertArgument', 'InvalidArgument'],
    ['Count', 'abc', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['Count', -1, 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['Count', 4294967296n, 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['Count', scalar('Db', 'NaN'), 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['Count', listOf([1, 2]), 'CannotConvertArgument', 'InvalidArgument'],
    ['Count', 5, 'ParameterArgumentValidationError', 'InvalidData'],
    ['Count', '', 'ParameterArgumentValidationError', 'InvalidData'],
    ['Count', '1kb', 'ParameterArgumentValidationError', 'InvalidData'],
    ['Count', '1,0', 'ParameterArgumentValidationError', 'InvalidData'],
    ['Count', scalar('C', '51'), 'ParameterArgumentValidationError', 'InvalidData'],
    ['Count', null, 'ParameterArgumentValidationError', 'InvalidData'],
    ['Plain', null, 'ParameterBindingFailed', 'WriteError'],
    ['VerificationLevel', 'Nope', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['VerificationLevel', 'Always', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['VerificationLevel', '', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['VerificationLevel', 9, 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['VerificationLevel', '9', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['VerificationLevel', true, 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['VerificationLevel', null, 'ParameterBindingFailed', 'WriteError'],
    ['VerificationLevel', 'AlwaysUnverifiable,UseSource', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['Comment', listOf(['a', 'b']), 'CannotConvertArgument', 'InvalidArgument'],
    ['Identity', null, 'ParameterArgumentValidationErrorNullNotAllowed', 'InvalidData'],
    ['Identity', listOf(['a']), 'CannotConvertArgument', 'InvalidArgument'],
    ['Identity', psObject({ extended: { a: 1 } }), 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['ErrorAction', 'Nope', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['ErrorAction', 'Suspend', 'ParameterBindingFailed', 'WriteError'],
    ['OutBuffer', -1, 'ParameterArgumentValidationError', 'InvalidData'],
    ['OutBuffer', 'x', 'CannotConvertArgumentNoMessage', 'InvalidArgument'],
    ['OutVariable', '', 'ParameterArgumentValidationError', 'InvalidData'],
  ])('-%s refuses %o as %s', (name, value, id, category) => {
    const record = errorOf(() => bound({ [name]: value }, name));
    expect(record).toMatchObject({ fullyQualifiedErrorId: `${id},NewT`, category, activity: 'New-T' });
  });

  it('refuses null and an empty text where a text is mandatory', () => {
    const id = (value: PsValue) => errorOf(() => call(NEW, args({ Domain: value }))).fullyQualifiedErrorId;
    expect(id('')).toBe('ParameterArgumentValidationErrorEmptyStringNotAllowed,NewT');
    expect(id(null)).toBe('ParameterArgumentValidationErrorNullNotAllowed,NewT');
  });
});

describe('parameter sets', () => {
  it.each([
    [args({}), 'Identity'],
    [args({ Allow: true }), 'Identity'],
    [args({ Discover: true }), 'Dns'],
    [args({ UseDns: true, Discover: true }), 'Dns'],
    [args({ UseDefault: true, Allow: true }), 'Default'],
    [args({ Instance: 'x' }), 'Instance'],
    [args({ Instance: null }), 'Instance'],
  ])('%j is of the set %s', (given, set) => {
    expect(call(SET_EDGE, given).set).toBe(set);
  });

  it.each([
    [args({ UseDefault: true, Discover: true })],
    [args({ UseDefault: true, UseDns: true })],
    [args({ Identity: 'global', Discover: true })],
    [args({ Instance: 'x', Allow: true })],
  ])('%j is of no set', (given) => {
    expect(errorOf(() => call(SET_EDGE, given)).fullyQualifiedErrorId).toBe('AmbiguousParameterSet,SetE');
  });
});

describe('objects from the pipeline', () => {
  const row = psObject({ extended: { identity: 'a' } });

  it('bind by property name without regard to case, and convert', () => {
    const binding = bindCommand(REMOVE, [], true);
    expect(bindInput(binding, row).parameters.get('Identity')).toBe('a');
    expect(bindInput(binding, psObject({ adapted: { Identity: 1 } })).parameters.get('Identity')).toBe('1');
  });

  it('bind by value, null included, and choose the set that takes them', () => {
    const binding = bindCommand(SET_EDGE, [], true);
    expect(bindInput(binding, row)).toMatchObject({ set: 'Instance' });
    expect(bindInput(binding, null).parameters.get('Instance')).toBeNull();
  });

  it('leave each other’s values alone', () => {
    const binding = bindCommand(REMOVE, [], true);
    bindInput(binding, row);
    expect(binding.values.size).toBe(0);
  });

  it.each([
    ['text', 'text', 'PSObject'],
    [psObject({ extended: { Nope: 1 } }), '@{Nope=1}', 'PSObject'],
    [null, '', ''],
  ])('that fit no parameter are InputObjectNotBound about %j', (input, targetName, targetType) => {
    expect(errorOf(() => bindInput(bindCommand(REMOVE, [], true), input))).toMatchObject({
      fullyQualifiedErrorId: 'InputObjectNotBound,RemoveT',
      category: 'InvalidArgument',
      targetName,
      targetType,
    });
  });

  it('cannot bind a parameter that has its value already, or one of another set', () => {
    const given = bindCommand(REMOVE, args({ Identity: 'zz' }), true);
    expect(errorOf(() => bindInput(given, row)).fullyQualifiedErrorId).toBe('InputObjectNotBound,RemoveT');
    const other = bindCommand(SET_EDGE, args({ Allow: true }), true);
    expect(errorOf(() => bindInput(other, row)).fullyQualifiedErrorId).toBe('InputObjectNotBound,SetE');
  });

  it('with null for what is mandatory are refused, and the record says which object', () => {
    const record = errorOf(() => bindInput(bindCommand(REMOVE, [], true), psObject({ extended: { identity: null } })));
    expect(record).toMatchObject({
      fullyQualifiedErrorId: 'ParameterArgumentValidationErrorNullNotAllowed,RemoveT',
      category: 'InvalidData',
      targetName: '@{identity=}',
    });
  });

  it('are waited for when a parameter is missing that they may bring, and for nothing else', () => {
    expect(bindCommand(REMOVE, [], true).sets).toHaveLength(1);
    expect(errorOf(() => bindCommand(REMOVE, [], false)).fullyQualifiedErrorId).toBe(
      'MissingMandatoryParameter,RemoveT',
    );
    expect(errorOf(() => bindCommand(NEW, [], true)).fullyQualifiedErrorId).toBe('MissingMandatoryParameter,NewT');
  });
});

describe('the exception of a binding error', () => {
  it('names the parameter, for a client to show without reading the message', () => {
    const record = errorOf(() => call(NEW, args({ Identity: 'x', Nope: 'y' })));
    expect(property(property(record.raw, 'Exception'), 'ParameterName')).toBe('Nope');
    expect(property(record.raw, 'FullyQualifiedErrorId')).toBe('NamedParameterNotFound,NewT');
  });

  it('keeps that name when the record is about an object from the pipeline', () => {
    const input = psObject({ extended: { identity: null } });
    const record = errorOf(() => bindInput(bindCommand(REMOVE, [], true), input));
    expect(property(property(record.raw, 'Exception'), 'ParameterName')).toBe('Identity');
    expect(property(record.raw, 'ErrorCategory_TargetName')).toBe('@{identity=}');
  });
});
