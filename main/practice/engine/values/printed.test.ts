import { describe, expect, it } from 'vitest';
import { decodeClixml, listOf, psObject } from '../../../psrp/index.ts';
import { printed } from './printed.ts';

describe('what a value is as text', () => {
  it('gives an object’s properties and a list’s items, one level deep', () => {
    const inner = psObject({ extended: { a: 1 } });
    expect(printed(psObject({ extended: { n: 1, o: inner, l: listOf(['x']) } }))).toBe(
      '@{n=1; o=; l=System.Collections.ArrayList}',
    );
    expect(printed(listOf(['x', 2, null]))).toBe('x 2 ');
  });

  it('ends for an object that contains itself, as a signed-in client may send it', () => {
    const cyclic = decodeClixml('<Obj RefId="0"><MS><S N="name">x</S><Ref N="self" RefId="0" /></MS></Obj>');
    expect(printed(cyclic)).toBe('@{name=x; self=}');
  });
});
