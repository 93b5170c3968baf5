// @vitest-environment jsdom
import Dialog from '@mui/material/Dialog';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ThemeProvider } from '@mui/material/styles';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { themeFor } from '../app/theme.ts';
import { useCommandKeys } from './use-command-keys.ts';

afterEach(cleanup);

interface PageProps {
  readonly cover: 'menu' | 'dialog';
  readonly heard: string[];
}

function Page({ cover, heard }: PageProps): ReactNode {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  useCommandKeys((key) => heard.push(key));
  const close = (): void => setOpener(null);
  return (
    <ThemeProvider theme={themeFor('light', 'en')}>
      <button onClick={({ currentTarget }) => setOpener(currentTarget)}>opener</button>
      {cover === 'menu' ? (
        <Menu open={opener !== null} anchorEl={opener} onClose={close}>
          <MenuItem>one</MenuItem>
        </Menu>
      ) : (
        <Dialog open={opener !== null} onClose={close}>
          <button>one</button>
        </Dialog>
      )}
    </ThemeProvider>
  );
}

function open(cover: 'menu' | 'dialog', from: 'opener' | 'nowhere' = 'opener'): string[] {
  const heard: string[] = [];
  render(<Page cover={cover} heard={heard} />);
  const opener = screen.getByRole('button', { name: 'opener' });
  if (from === 'opener') opener.focus();
  fireEvent.click(opener);
  return heard;
}

function pressPalette(): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
}

describe.each(['menu', 'dialog'] as const)('a %s', (cover) => {
  it('keeps the keys of the window to itself while it is open', () => {
    const heard = open(cover);
    pressPalette();
    expect(heard).toEqual([]);
  });

  it('does so too where a click beside everything took the focus away', () => {
    const heard = open(cover);
    (document.activeElement as HTMLElement).blur(); // It is in the cover.
    expect(document.activeElement).toBe(document.body);
    pressPalette();
    expect(heard).toEqual([]);
  });

  it('swallows no key that follows the one which closed it, though it still stands in the page', () => {
    const heard = open(cover);
    fireEvent.keyDown(screen.getByRole(cover), { key: 'Escape' });
    expect(screen.queryByRole(cover, { hidden: true })).not.toBeNull();
    pressPalette();
    expect(heard).toEqual(['palette']);
  });
});

it('a dialog opened while nothing had the focus keeps none when it is closed', () => {
  const heard = open('dialog', 'nowhere');
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(screen.queryByRole('dialog', { hidden: true })).not.toBeNull();
  pressPalette();
  expect(heard).toEqual(['palette']);
});
