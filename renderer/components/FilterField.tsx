import { useRef, type ReactNode } from 'react';
import { useFilterKey } from '../commands/use-command-keys.ts';
import { isApple } from '../commands/shortcuts.ts';
import { useCommands } from '../commands/registry.ts';
import { useText } from '../i18n/language.ts';
import { SearchField } from './SearchField.tsx';

interface FilterFieldProps {
  readonly value: string;
  /** Whether the rows are domains: the filter's short form for all below one is then worth a hint. */
  readonly ofDomains?: boolean;
  readonly onChange: (value: string) => void;
}

/** The filter of a panel's table. Ctrl+F or ⌘F goes there. */
export function FilterField({ value, ofDomains = false, onChange }: FilterFieldProps): ReactNode {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);

  /** Whether it has the focus then: hidden behind a pane it takes none. */
  function goTo(): boolean {
    field.current?.focus();
    field.current?.select();
    return field.current !== null && field.current === document.activeElement;
  }

  useFilterKey(goTo);
  useCommands([
    {
      id: 'filter/go-to',
      group: 'palette.group.panel',
      title: 'table.filter.go-to',
      keys: isApple() ? '⌘F' : 'Ctrl+F',
      unavailable: null,
      run: goTo,
    },
  ]);

  return (
    <SearchField
      value={value}
      onChange={onChange}
      label={text('table.filter')}
      placeholder={text(ofDomains ? 'table.filter.domains' : 'table.filter')}
      inputRef={field}
    />
  );
}
