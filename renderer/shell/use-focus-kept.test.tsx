// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReactNode } from 'react';
import type { Place } from '../app/place.ts';
import { PANE_CLASS } from '../app/theme.ts';
import { useFocusKept } from './use-focus-kept.ts';

const place: Place = {
  deployment: 'hq',
  panel: 'one',
  journal: false,
  help: null,
  search: null,
  plan: null,
  governed: null,
};

interface ShownProps {
  readonly panel?: string;
  readonly deployment?: string;
  readonly grid?: boolean;
  readonly pane?: boolean;
  readonly link?: boolean;
}

function Shown({ panel = 'one', deployment = 'hq', grid = true, pane = false, link = false }: ShownProps): ReactNode {
  const places = useFocusKept<HTMLDivElement>({ ...place, deployment, panel });
  return (
    <>
      <button>header</button>
      <div ref={places}>
        <button aria-current="true">in the list</button>
        <main>
          <button role="tab" aria-selected="true">
            tab
          </button>
          <div role="tabpanel" key={panel}>
            {grid && <div role="grid" tabIndex={0} />}
            <button>in {panel}</button>
          </div>
          {pane && (
            <section className={PANE_CLASS}>
              <h2 tabIndex={-1}>pane</h2>
              {link && <button>link</button>}
            </section>
          )}
        </main>
      </div>
    </>
  );
}

function focus(name: string): void {
  act(() => screen.getByText(name).focus());
}

afterEach(cleanup);

describe('the focus, when another panel comes to the front', () => {
  it('goes to its table, from the old panel and from the header', () => {
    const { rerender } = render(<Shown />);
    focus('in one');
    rerender(<Shown panel="two" />);
    expect(document.activeElement).toBe(screen.getByRole('grid'));
    focus('header');
    rerender(<Shown panel="three" />);
    expect(document.activeElement).toBe(screen.getByRole('grid'));
  });

  it('goes to its tab where there is no table, and stays there where it is', () => {
    const { rerender } = render(<Shown />);
    focus('in one');
    rerender(<Shown panel="two" grid={false} />);
    expect(document.activeElement).toBe(screen.getByRole('tab'));
    rerender(<Shown panel="three" />);
    expect(document.activeElement).toBe(screen.getByRole('tab'));
  });

  it('stays on the deployment that was chosen from the list, but not on one whose panel is changed', () => {
    const { rerender } = render(<Shown />);
    focus('in the list');
    rerender(<Shown deployment="branch" />);
    expect(document.activeElement).toBe(screen.getByText('in the list'));
    rerender(<Shown deployment="branch" panel="two" />);
    expect(document.activeElement).toBe(screen.getByRole('grid'));
  });

  it('is not taken at the start', () => {
    render(<Shown />);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the focus, when what has it is gone', () => {
  it('goes to the heading of the pane it was in, or to the table', async () => {
    const { rerender } = render(<Shown pane link />);
    focus('link');
    rerender(<Shown pane />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')));
    rerender(<Shown />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')));
  });

  it('is left alone where it is elsewhere', async () => {
    const { rerender } = render(<Shown pane link />);
    focus('link');
    focus('header');
    rerender(<Shown pane />);
    // The observer is told at the end of the task.
    await Promise.resolve();
    expect(document.activeElement).toBe(screen.getByText('header'));
  });
});
