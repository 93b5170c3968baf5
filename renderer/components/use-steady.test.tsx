// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { memo, useState, type ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useSteady } from './use-steady.ts';

afterEach(cleanup);

const drawn: string[] = [];

const Child = memo(function Child({ onTell }: { readonly onTell: (word: string) => void }): ReactNode {
  drawn.push('child');
  return <button onClick={() => onTell('told')}>tell</button>;
});

function Parent({ heard }: { readonly heard: string[] }): ReactNode {
  const [count, setCount] = useState(0);
  const deeds = useSteady({ onTell: (word: string) => heard.push(`${word} at ${count}`) });
  return (
    <>
      <button onClick={() => setCount(count + 1)}>count</button>
      <Child {...deeds} />
    </>
  );
}

it('gives a memoised child the same functions, and each does what the newest one does', () => {
  const heard: string[] = [];
  render(<Parent heard={heard} />);
  fireEvent.click(screen.getByText('count'));
  fireEvent.click(screen.getByText('count'));
  fireEvent.click(screen.getByText('tell'));
  expect(heard).toEqual(['told at 2']);
  expect(drawn).toEqual(['child']);
});
