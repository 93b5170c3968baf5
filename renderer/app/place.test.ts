// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderHook, act, waitFor } from '@testing-library/react';
import { goTo, goToGoverned, goToHelp, goToJournal, takeToken, usePlace, type Place } from './place.ts';

const nowhere: Place = {
  deployment: null,
  panel: null,
  journal: false,
  help: null,
  search: null,
  plan: null,
  governed: null,
};

describe('the address', () => {
  it('gives the one-time token once and does not keep it', () => {
    location.hash = '#token=AbC_-123';
    expect(takeToken()).toBe('AbC_-123');
    expect(location.href).not.toContain('AbC');
    expect(takeToken()).toBeNull();
  });

  it('keeps the deployment and the panel in front', async () => {
    const { result } = renderHook(usePlace);
    expect(result.current).toEqual({ ...nowhere });
    act(() => goTo('a/b 가', 'sip-federated-domains'));
    await waitFor(() =>
      expect(result.current).toEqual({ ...nowhere, deployment: 'a/b 가', panel: 'sip-federated-domains' }),
    );
    act(() => goToGoverned('a/b 가', 'Tag:가 & b?'));
    await waitFor(() =>
      expect(result.current).toEqual({ ...nowhere, deployment: 'a/b 가', panel: 'users', governed: 'Tag:가 & b?' }),
    );
    act(() => goToJournal());
    await waitFor(() => expect(result.current).toEqual({ ...nowhere, journal: true }));
    act(() => goToJournal({ search: '=a&b.example 가' }));
    await waitFor(() => expect(result.current).toEqual({ ...nowhere, journal: true, search: '=a&b.example 가' }));
    act(() => goToJournal({ plan: 'x_-1' }));
    await waitFor(() => expect(result.current).toEqual({ ...nowhere, journal: true, plan: 'x_-1' }));
  });

  it('keeps the page of help, and the deployment it is read beside', async () => {
    const { result } = renderHook(usePlace);
    act(() => goToHelp('kinds-of-federation', { deployment: 'a/b 가', panel: 'users' }));
    await waitFor(() =>
      expect(result.current).toEqual({
        ...nowhere,
        deployment: 'a/b 가',
        panel: 'users',
        help: 'kinds-of-federation',
      }),
    );
    act(() => goToHelp('kinds-of-federation', { deployment: null, panel: null }));
    await waitFor(() => expect(result.current).toEqual({ ...nowhere, help: 'kinds-of-federation' }));
    act(() => void (location.hash = '#help/none-of-ours'));
    await waitFor(() => expect(result.current).toEqual(nowhere));
  });
});
