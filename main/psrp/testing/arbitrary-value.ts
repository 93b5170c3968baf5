import fc from 'fast-check';
import { psObject, scalar } from '../clixml/build.ts';
import type { PsObject, PsScalar, PsScalarKind, PsValue } from '../clixml/values.ts';
import { NASTY_TEXT } from './nasty-text.ts';

const SCALAR_KINDS: readonly PsScalarKind[] = [
  ...(['C', 'DT', 'TS', 'By', 'SB', 'U16', 'I16', 'U32', 'U64', 'Sg', 'Db', 'D', 'BA', 'G', 'URI', 'Version'] as const),
  ...(['XD', 'SBK', 'SS'] as const),
];

/** Any UTF-16 text: lone surrogates, control characters and things that look like escapes among it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))).map((units) => units.join('')),
  fc
    .array(fc.constantFrom('_', 'x', 'X', '0', '04', '1', '_x0041_', '\ufffe', '\ud800', '\n'))
    .map((all) => all.join('')),
  fc.constant(NASTY_TEXT),
);

const anyScalar: fc.Arbitrary<PsScalar> = fc
  .tuple(fc.constantFrom(...SCALAR_KINDS), anyText)
  .map(([kind, text]) => scalar(kind, text));

/** Any value that is no complex object. */
const anyPrimitive: fc.Arbitrary<PsValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  anyText,
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  anyScalar,
);

/** A part of an object: a primitive, or the number of an object that stands there. */
type Part = { readonly value: PsValue } | { readonly object: number };

const OBJECTS = 6;
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  anyPrimitive.map((value) => ({ value })),
  fc.integer({ min: 0, max: OBJECTS - 1 }).map((object) => ({ object })),
);
const anyMembers = fc.array(fc.tuple(anyText, anyPart), { maxLength: 4 });
const anyShape = fc.record({
  types: fc.array(fc.oneof(fc.constantFrom('System.Object', 'System.Enum'), anyText), { maxLength: 3 }),
  text: fc.option(anyText),
  base: fc.option(anyPart, { nil: undefined }),
  adapted: anyMembers,
  extended: anyMembers,
  list: fc.option(
    fc.record({
      kind: fc.constantFrom('LST' as const, 'IE' as const, 'QUE' as const, 'STK' as const),
      items: fc.array(anyPart, { maxLength: 4 }),
    }),
    { nil: undefined },
  ),
  dictionary: fc.option(fc.array(fc.tuple(anyPart, anyPart), { maxLength: 3 }), { nil: undefined }),
});
type Shape = typeof anyShape extends fc.Arbitrary<infer Value> ? Value : never;

/** Any object: its parts may be shared between places, and lead back to it. */
const anyObject: fc.Arbitrary<PsObject> = fc.array(anyShape, { minLength: OBJECTS, maxLength: OBJECTS }).map(linked);

/** Any value. */
export const anyValue: fc.Arbitrary<PsValue> = fc.oneof(anyPrimitive, anyObject);

type Draft = { -readonly [Field in keyof PsObject]: PsObject[Field] };

function linked(shapes: readonly Shape[]): PsObject {
  const objects: Draft[] = shapes.map((shape) => psObject({ types: shape.types, text: shape.text }));
  const valueOf = (part: Part): PsValue => ('object' in part ? (objects[part.object] ?? null) : part.value);
  objects.forEach((object, index) => {
    const shape = shapes[index];
    if (shape === undefined) return;
    object.base = shape.base === undefined ? undefined : valueOf(shape.base);
    object.adapted = new Map(shape.adapted.map(([name, part]) => [name, valueOf(part)]));
    object.extended = new Map(shape.extended.map(([name, part]) => [name, valueOf(part)]));
    object.list = shape.list && { kind: shape.list.kind, items: shape.list.items.map(valueOf) };
    object.dictionary = shape.dictionary?.map(([key, value]) => [valueOf(key), valueOf(value)] as const);
  });
  return objects[0] ?? psObject({});
}
