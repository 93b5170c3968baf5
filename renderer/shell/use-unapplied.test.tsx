// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetKept, keepText } from '../kept/kept-forms.ts';
import { useUnapplied } from './use-unapplied.ts';

afterEach(() => sessionStorage.clear());

function keep(name: string, value: unknown): void {
  act(() => keepText(name, JSON.stringify(value)));
}

describe('a deployment', () => {
  it('has unapplied changes on the panels whose form holds something typed, and on no others', () => {
    const { result } = renderHook(() => useUnapplied('hq'));
    expect(result.current).toEqual([]);
    keep('domain-pane/hq', { kind: 'add-many' });
    expect(result.current, 'an open form alone is none').toEqual([]);
    keep('domain-form/hq/many', { status: 'allowed', pasted: 'fabrikam.example' });
    keep('users-pane/hq', { kind: 'paste' });
    keep('users-form/hq/pasted', 'ana@contoso.example');
    keep('domain-form/hq/new allowed', { domain: 'of-a-pane-that-is-closed.example' });
    expect(result.current).toEqual(['sip-federated-domains', 'users']);
    act(() => forgetKept('domain-pane/hq'));
    expect(result.current).toEqual(['users']);
  });

  it('has none of another', () => {
    keep('domain-pane/lab', { kind: 'add-many' });
    keep('domain-form/lab/many', { status: 'allowed', pasted: 'fabrikam.example' });
    expect(renderHook(() => useUnapplied('hq')).result.current).toEqual([]);
    expect(renderHook(() => useUnapplied('lab')).result.current).toEqual(['sip-federated-domains']);
  });
});
