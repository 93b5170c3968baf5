// @vitest-environment jsdom
import Dialog from '@mui/material/Dialog';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
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
    <>
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
    </>
  );
}

describe.each(['menu', 'dialog'] as const)('a %s', (cover) => {
  function open(): string[] {
    const heard: string[] = [];
    render(<Page cover={cover} heard={heard} />);
    const opener = screen.getByRole('button', { name: 'opener' });
    opener.focus();
    fireEvent.click(opener);
    return heard;
  }

  function pressPalette(): void {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
  }

  it('keeps the keys of the window to itself while it is open', () => {
    const heard = open();
    pressPalette();
    expect(heard).toEqual([]);
  });

  it('does so too where a click beside everything took the focus away', () => {
    const heard = open();
    (document.activeElement as HTMLElement).blur(); // It is in the cover.
    expect(document.activeElement).toBe(document.body);
    pressPalette();
    expect(heard).toEqual([]);
  });

  it('swallows no key that follows the one which closed it, though it still stands in the page', () => {
    const heard = open();
    fireEvent.keyDown(screen.getByRole(cover), { key: 'Escape' });
    expect(screen.queryByRole(cover, { hidden: true })).not.toBeNull();
    pressPalette();
    expect(heard).toEqual(['palette']);
  });
});
