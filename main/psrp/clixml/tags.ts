import type { PsListKind, PsScalarKind } from './values.ts';

/** The primitives that keep their text, by tag (MS-PSRP 2.2.5.1). */
export const SCALAR_TAGS: ReadonlyMap<string, PsScalarKind> = new Map(
  (
    [
      ...['C', 'DT', 'TS', 'By', 'SB', 'U16', 'I16', 'U32', 'U64', 'Sg', 'Db', 'D', 'BA', 'G', 'URI', 'Version'],
      ...['XD', 'SBK', 'SS'],
    ] as const
  ).map((kind) => [kind, kind]),
);

/** The containers that hold their items one after another, by tag (MS-PSRP 2.2.5.2.6.1 to 2.2.5.2.6.3). */
export const LIST_TAGS: ReadonlyMap<string, PsListKind> = new Map(
  (['LST', 'IE', 'QUE', 'STK'] as const).map((kind) => [kind, kind]),
);

/** The children of PR, and the property of a ProgressRecord each one holds (MS-PSRP 2.2.5.1.25). */
export const PROGRESS_TAGS: ReadonlyMap<string, { readonly property: string; readonly leaf: 'S' | 'I32' }> = new Map([
  ['AV', { property: 'Activity', leaf: 'S' }],
  ['AI', { property: 'ActivityId', leaf: 'I32' }],
  ['PI', { property: 'ParentActivityId', leaf: 'I32' }],
  ['PC', { property: 'PercentComplete', leaf: 'I32' }],
  ['T', { property: 'RecordType', leaf: 'S' }],
  ['SR', { property: 'SecondsRemaining', leaf: 'I32' }],
  ['SD', { property: 'StatusDescription', leaf: 'S' }],
]);

/** Objects within objects, at most: PowerShell's own reader gives up there too (serialization.cs, MaxDepthBelowTopLevel). */
export const DEPTH_LIMIT = 50;
