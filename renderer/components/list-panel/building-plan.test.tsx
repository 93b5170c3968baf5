// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { App } from '../../app/App.tsx';
import { createUnstyledCache } from '../../app/unstyled-cache.fixture.ts';
import { DOMAINS, OPENED, PRACTICE, drawWholeWindow } from '../../app/whole-window.fixture.ts';

drawWholeWindow();

/** The window of a server that takes a draft and answers no more. */
function show(): void {
  const bridge = createMemoryBridge({
    'deployments.list': () => [PRACTICE],
    'deployments.open': () => OPENED,
    'domains.list': () => DOMAINS,
    'preferences.write': () => null,
    'plans.build': () => new Promise<never>(() => undefined),
  });
  render(
    <App bridge={bridge} cache={createUnstyledCache()} preferences={{ language: 'en', theme: 'light', tables: [] }} />,
  );
}

async function openForm(kind: RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'New' }));
  fireEvent.click(screen.getByRole('menuitem', { name: kind }));
}

async function domainField(): Promise<HTMLElement> {
  return await screen.findByRole('textbox', { name: /Domain name/ });
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

describe('Cancel of a form', () => {
  it('stops the plan that is being built and keeps what was typed, whether the server answers or not', async () => {
    show();
    await openForm(/Allowed domain/);
    fireEvent.change(await domainField(), { target: { value: 'contoso.example' } });
    press('Review …');
    expect(await screen.findByText('Building the plan …')).toBeTruthy();
    press('Cancel');
    expect(screen.queryByText('Building the plan …')).toBeNull();
    expect(await domainField()).toHaveProperty('value', 'contoso.example');
    expect(screen.queryByText('Discard what you changed?')).toBeNull();
    expect(screen.getByRole('button', { name: 'Review …' })).toHaveProperty('disabled', false);
  });

  it('stops the plan of a pasted list in the same way', async () => {
    show();
    await openForm(/Many domains/);
    fireEvent.change(await screen.findByRole('textbox', { name: /^Domains/ }), {
      target: { value: 'a.example\nb.example' },
    });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Review …' })).toHaveProperty('disabled', false));
    press('Review …');
    await screen.findByText('Building the plan …');
    press('Cancel');
    expect(screen.getByRole('textbox', { name: /^Domains/ })).toHaveProperty('value', 'a.example\nb.example');
  });

  it('asks before it gives up what was typed, as Esc does, and closes a form that holds nothing', async () => {
    show();
    await openForm(/Allowed domain/);
    fireEvent.change(await domainField(), { target: { value: 'contoso.example' } });
    press('Cancel');
    expect(screen.getByRole('alert').textContent).toBe('Discard what you changed?');
    press('Keep editing');
    expect(await domainField()).toHaveProperty('value', 'contoso.example');
    press('Cancel');
    press('Discard');
    expect(screen.queryByRole('textbox', { name: /Domain name/ })).toBeNull();
    await openForm(/Allowed domain/);
    await domainField();
    press('Cancel');
    expect(screen.queryByRole('textbox', { name: /Domain name/ })).toBeNull();
  });
});

describe('a plan that is long in being built', () => {
  it('says for how long it has been waited for, beside its form', async () => {
    show();
    await openForm(/Allowed domain/);
    fireEvent.change(await domainField(), { target: { value: 'contoso.example' } });
    vi.useFakeTimers();
    press('Review …');
    act(() => void vi.advanceTimersByTime(9_000));
    expect(screen.queryByText(/^Waiting for/)).toBeNull();
    act(() => void vi.advanceTimersByTime(3_000));
    expect(screen.getByText('Waiting for 12 s')).toBeTruthy();
  });

  it('is said under the table, with a way to stop it, where no form asked for it', async () => {
    show();
    fireEvent.click(await screen.findByRole('row', { name: /fabrikam/ }));
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Delete' });
    expect(await screen.findByText('Building the plan …')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText('Building the plan …')).toBeNull();
  });
});
