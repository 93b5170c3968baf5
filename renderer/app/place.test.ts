// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderHook, act, waitFor } from '@testing-library/react';
import { goTo, goToJournal, takeToken, usePlace } from './place.ts';

describe('the address', () => {
  it('gives the one-time token once and does not keep it', () => {
    location.hash = '#token=AbC_-123';
    expect(takeToken()).toBe('AbC_-123');
    expect(location.href).not.toContain('AbC');
    expect(takeToken()).toBeNull();
  });

  it('keeps the deployment and the panel in front', async () => {
    const { result } = renderHook(usePlace);
    expect(result.current).toEqual({ deployment: null, panel: null, journal: false });
    act(() => goTo('a/b 가', 'sip-federated-domains'));
    await waitFor(() =>
      expect(result.current).toEqual({ deployment: 'a/b 가', panel: 'sip-federated-domains', journal: false }),
    );
    act(() => goToJournal());
    await waitFor(() => expect(result.current).toEqual({ deployment: null, panel: null, journal: true }));
  });
});
