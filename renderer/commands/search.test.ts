import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { searchCommands } from './search.ts';

function command(id: string, rest: Pick<Command, 'group' | 'title'> & Partial<Command>): Command {
  return { id, unavailable: null, run: () => undefined, ...rest };
}

const commands: readonly Command[] = [
  command('dark', { group: 'shell.theme', title: 'shell.theme.dark' }),
  command('open', { group: 'palette.group.open', title: 'palette.open-deployment', values: { name: 'Contoso 본사' } }),
  command('journal', { group: 'palette.group.go-to', title: 'journal.title' }),
  command('refresh', { group: 'palette.group.panel', title: 'table.refresh' }),
];

function found(query: string): readonly string[] {
  return searchCommands(commands, query).map(({ id }) => id);
}

describe('searching commands', () => {
  it('finds all for nothing, in the order of the groups', () => {
    expect(found('  ')).toEqual(['refresh', 'journal', 'open', 'dark']);
  });

  it('finds a command by its words in either language, and by its group', () => {
    expect(found('refresh')).toEqual(['refresh']);
    expect(found('새로 고침')).toEqual(['refresh']);
    expect(found('테마')).toEqual(['dark']);
    expect(found('DARK theme')).toEqual(['dark']);
  });

  it('finds a deployment by its name, however its Hangul is composed', () => {
    expect(found('본사'.normalize('NFD'))).toEqual(['open']);
    expect(found('contoso refresh')).toEqual([]);
  });

  it('finds a command by what its menu calls it', () => {
    const many = command('many', {
      group: 'palette.group.panel',
      title: 'domains.many.title',
      also: 'domains.new.many',
    });
    expect(searchCommands([many], 'many domains')).toEqual([many]);
    expect(searchCommands([many], '여러 도메인')).toEqual([many]);
  });

  it('puts what cannot be used after all that can, each in its order', () => {
    const off = (id: string) =>
      command(id, { group: 'palette.group.panel', title: 'table.refresh', unavailable: 'why' });
    const ids = searchCommands([off('a'), ...commands, off('b')], '').map(({ id }) => id);
    expect(ids).toEqual(['refresh', 'journal', 'open', 'dark', 'a', 'b']);
    expect(searchCommands([off('refresh-not'), ...commands], 're').map(({ id }) => id)).toEqual([
      'refresh',
      'refresh-not',
    ]);
  });

  it('puts a name that begins with the query before one that holds it', () => {
    expect(found('o')[0]).toBe('open');
  });
});
