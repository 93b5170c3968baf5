// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider } from '../i18n/language.ts';
import { SearchField } from './SearchField.tsx';

function Field(): ReactNode {
  const [value, setValue] = useState('litware');
  return <SearchField value={value} onChange={setValue} label="Filter" />;
}

afterEach(cleanup);

it('keeps the focus when it is cleared by its button, which goes', () => {
  render(
    <LanguageProvider value="en">
      <Field />
    </LanguageProvider>,
  );
  const clear = screen.getByRole('button');
  clear.focus();
  fireEvent.click(clear);
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});
