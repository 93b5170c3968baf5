/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import { edgewiseError, layerOf, type ErrorCode } from '../errors.ts';
import { formatError, formatMessage, languages, messages, type MessageId } from './index.ts';
import { errorSamples } from './error-samples.fixture.ts';

/** Every source that may use a message, as text; the catalogues and the tests are not uses. */
const sources: Readonly<Record<string, string>> = import.meta.glob<string>(
  ['../../{main,renderer,shared}/**/*.{ts,tsx}', '!../**/i18n/**', '!../../**/*.test.{ts,tsx}'],
  { query: '?raw', import: 'default', eager: true },
);
// The catalogues are literal records: their keys are the ids.
const ids = Object.keys(messages.en) as readonly MessageId[];
const codes = Object.keys(errorSamples) as readonly ErrorCode[];

function placeholders(text: string): readonly string[] {
  const found = new Set<string>();
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      // 0 is a literal in the parser's own numbering, which it does not export through intl-messageformat.
      if ('value' in element && (element.type as number) !== 0) found.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

function sampleError(code: ErrorCode): ReturnType<typeof edgewiseError> {
  return edgewiseError(code, errorSamples[code]);
}

describe.each(languages)('the catalogue in %s', (language) => {
  it.each(codes)('has both sentences of %s, with nothing but its values', (code) => {
    const text = formatError(language, sampleError(code));
    expect(text.cause).not.toMatch(/[{}]/);
    expect(text.next).not.toMatch(/[{}]/);
    expect(text.cause).not.toBe(text.next);
    expect(text.layer).toBe(formatMessage(language, `layer.${layerOf(code)}`));
  });

  it.each(ids)('has the placeholders of the English in %s', (id) => {
    expect(placeholders(messages[language][id])).toEqual(placeholders(messages.en[id]));
    expect(messages[language][id].trim()).not.toBe('');
  });

  it('has no straight quotation mark that a sentence needs to be spoken', () => {
    for (const id of ids) if (!id.startsWith('cli.')) expect(messages[language][id], id).not.toMatch(/['"]/);
  });
});

describe('the Korean catalogue', () => {
  it('has no particle directly after a value that would have to follow its last sound', () => {
    // After a noun with the value in brackets it follows the noun.
    const particle =
      /\{\w+(, number)?\}[”’]?(\((은|는|이|가|을|를|과|와|으)\)|([은는이가을를과와]|으?로)(?!\p{L})|이어야|이므로)/u;
    for (const id of ids) expect(messages.ko[id], id).not.toMatch(particle);
  });

  it('speaks to the reader in one way', () => {
    for (const id of ids) expect(messages.ko[id], id).not.toMatch(/십시오/);
  });
});

describe('message ids', () => {
  const written = new Set(
    Object.values(sources)
      .flatMap((text) => [...text.matchAll(/['"`]([a-z]+(?:\.[a-z0-9-]+)+)['"`]/g)])
      .map((m) => m[1]),
  );
  /** Ids made from a closed union, checked by their types: every template of the sources, with any word in its gaps. */
  const templates = Object.values(sources)
    .flatMap((text) => [...text.matchAll(/`([a-z]+\.[^`\s]*\$\{[^`]*)`/g)])
    .map((m) => (m[1] ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[a-z0-9.-]+'));
  // The formatter beside this test makes those of errors; their types say that none is too many.
  const made = [/^(error|layer)\./, ...[...new Set(templates)].map((template) => new RegExp(`^${template}$`))];

  it('sees the sources', () => expect(Object.keys(sources).length).toBeGreaterThan(30));

  it('are all used', () => {
    expect(ids.filter((id) => !written.has(id) && !made.some((template) => template.test(id)))).toEqual([]);
  });

  it('that the sources write all exist', () => {
    const areas = new Set(ids.map((id) => id.slice(0, id.indexOf('.'))));
    const known = new Set<string>([...ids, ...codes]);
    // Names of requests, events and theme colours look like ids and are none.
    const others =
      /^(domains|deployments|plans|journal|overview)\.(list|read|open|close|build|apply|changed|progress|entry|undo|resume)$|\.main$/;
    const unknown = [...written].filter(
      (id) => id !== undefined && areas.has(id.slice(0, id.indexOf('.'))) && !known.has(id) && !others.test(id),
    );
    expect(unknown).toEqual([]);
  });
});

describe('a reason', () => {
  it('of a rule is put into the language of the sentence', () => {
    const error = edgewiseError('input.domain-malformed', { domain: 'fabrikam.com.', reason: 'trailing-dot' });
    expect(formatError('en', error).cause).toContain(messages.en['rules.domain-name.trailing-dot']);
    expect(formatError('ko', error).cause).toContain(messages.ko['rules.domain-name.trailing-dot']);
  });

  it('in the server’s own words stays as it came', () => {
    const error = edgewiseError('ws-management.fault', { faultCode: 5, reason: 'Zugriff verweigert' });
    expect(formatError('ko', error).cause).toContain('Zugriff verweigert');
  });
});

describe('formatMessage', () => {
  it('refuses to make a sentence with a hole in it', () => {
    expect(() => formatMessage('en', 'shell.signed-in')).toThrow(/user/);
  });

  it('counts as each language counts', () => {
    expect(formatMessage('en', 'table.count', { count: 1 })).toBe('1 row');
    expect(formatMessage('en', 'table.count', { count: 20_000 })).toBe('20,000 rows');
    expect(formatMessage('ko', 'table.count', { count: 20_000 })).toBe('20,000개 행');
  });
});
