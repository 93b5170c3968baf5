import { describe, expect, it } from 'vitest';
import { Unanswered, type FieldKind, type HostField, type TypedValue } from '../../psrp/host/host.ts';
import { askChoice, askChoices, plainLabel, type Asking } from './choices.ts';
import { askCredential, askFields } from './fields.ts';

const ESCAPE = '\u001b[31m';

/** Types these lines in turn; what was asked and said is kept, a question for a secret marked. */
function typing(...lines: readonly string[]): Asking & { readonly screen: string[] } {
  const screen: string[] = [];
  const left = [...lines];
  return {
    screen,
    language: 'en',
    say: (text) => void screen.push(text),
    ask: (question, echo = true) => {
      screen.push(echo ? question : `(hidden) ${question}`);
      const line = left.shift();
      return line === undefined ? Promise.reject(new Unanswered()) : Promise.resolve(line);
    },
  };
}

const CHOICES = [
  { label: '&Yes', help: 'Go on.' },
  { label: 'Yes to &All', help: '' },
  { label: `No${ESCAPE}`, help: 'Stop.' },
];
const QUESTION = { caption: `Confirm${ESCAPE}`, message: 'Sure?', choices: CHOICES, defaults: [1] };

describe('a choice', () => {
  it.each([
    ['y', 0],
    [' YES ', 0],
    ['a', 1],
    ['yes to all', 1],
    ['', 1],
    ['no\\u001b[31m', 2],
  ])('is made with %j', async (line, place) => {
    expect(await askChoice(QUESTION, typing(line))).toBe(place);
  });

  it('is offered with its keys and its default, and nothing of the server moves the cursor', async () => {
    const asking = typing('y');
    await askChoice(QUESTION, asking);
    expect(asking.screen).toEqual([
      'Confirm\\u001b[31m\n',
      'Sure?\n',
      '[Y] Yes  [A] Yes to All  [No\\u001b[31m]  [?] Help (default is “A”): ',
    ]);
  });

  it('is asked again after help, and after what is none', async () => {
    const asking = typing('?', 'perhaps', 'y');
    expect(await askChoice(QUESTION, asking)).toBe(0);
    expect(asking.screen).toContain('Y - Go on.\n');
    expect(asking.screen).toContain('A - Yes to All\n');
  });

  it('without a default is not made by Enter', async () => {
    const asking = typing('', '', 'y');
    expect(await askChoice({ ...QUESTION, defaults: [] }, asking)).toBe(0);
    expect(asking.screen.at(-1)).toMatch(/Help: $/);
  });
});

describe('several choices', () => {
  it('are made one after another, each once, until an empty line', async () => {
    const asking = typing('y', '?', 'Y', 'nothing', 'a', '');
    expect(await askChoices(QUESTION, asking)).toEqual([0, 1]);
    expect(asking.screen).toContain('Choice[0]: ');
    expect(asking.screen).toContain('Choice[2]: ');
  });

  it('are the defaults where none is made', async () => {
    const asking = typing('');
    expect(await askChoices({ ...QUESTION, defaults: [0, 1] }, asking)).toEqual([0, 1]);
    expect(asking.screen).toContain('Defaults: Y,A\n');
  });
});

describe('fields', () => {
  const field = (kind: FieldKind, more: Partial<HostField> = {}): HostField => ({
    ...{ name: 'Name', label: '', help: '', kind, preset: null },
    ...more,
  });
  const ask = (fields: readonly HostField[], asking: Asking): Promise<readonly TypedValue[]> =>
    askFields({ caption: '', message: '', fields }, asking);

  it.each<[FieldKind, readonly string[], TypedValue]>([
    ['text', ['a line'], 'a line'],
    ['list', ['x', 'y', ''], ['x', 'y']],
    ['list', [''], []],
    ['boolean', ['maybe', '$TRUE'], true],
    ['boolean', ['0'], false],
    ['secret', ['!?'], '!?'],
    ['credential', ['ana', 'pw'], { userName: 'ana', password: 'pw' }],
  ])('of kind %s take %j', async (kind, lines, value) => {
    expect(await ask([field(kind)], typing(...lines))).toEqual([value]);
  });

  it('hide what is secret, and nothing else', async () => {
    const asking = typing('a', 'b', 'c', 'd');
    await ask([field('text'), field('secret', { name: 'Pin' }), field('credential')], asking);
    expect(asking.screen).toEqual(['Name: ', '(hidden) Pin: ', 'Name\n', 'User: ', '(hidden) Password for c: ']);
  });

  it('show their help when it is asked for', async () => {
    const asking = typing('!?', 'x');
    expect(await ask([field('text', { help: 'Which one?' })], asking)).toEqual(['x']);
    expect(asking.screen).toEqual(['(Type !? for help.)\n', 'Name: ', 'Which one?\n', 'Name: ']);
  });

  it('have their label, and what an empty line stands for', async () => {
    const asking = typing('');
    expect(await ask([field('text', { label: '&Domain', preset: 'contoso.com' })], asking)).toEqual(['contoso.com']);
    expect(asking.screen).toEqual(['Domain [contoso.com]: ']);
  });

  it('that nobody fills in are not answered', async () => {
    await expect(ask([field('text')], typing())).rejects.toBeInstanceOf(Unanswered);
  });
});

describe('a credential', () => {
  it('of a known user is its password alone', async () => {
    const asking = typing('pw');
    const question = { caption: 'Sign in', message: '', userName: 'ana', target: '' };
    expect(await askCredential(question, asking)).toEqual({ userName: 'ana', password: 'pw' });
    expect(asking.screen).toEqual(['Sign in\n', '(hidden) Password for ana: ']);
  });
});

describe('a label', () => {
  it.each([
    ['&Yes', 'Y', 'Yes'],
    ['No to A&ll', 'L', 'No to All'],
    ['plain', '', 'plain'],
    ['end&', '', 'end'],
    ['R& D', '', 'R D'],
  ])('%s has the key %j', (label, key, text) => {
    expect(plainLabel(label)).toEqual({ key, label: text });
  });
});
