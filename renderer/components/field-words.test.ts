import { describe, expect, it } from 'vitest';
import { formatMessage, languages, messages, type Language } from '../../shared/i18n/index.ts';
import { isMessageId } from '../../shared/i18n/messages.ts';
import { NOUN_NAMES, NOUNS } from '../../shared/nouns/nouns.ts';
import { ACCESS_EDGE_FIELDS } from '../../shared/rules/access-edge.ts';
import type { Text } from '../i18n/language.ts';
import { fieldName, fieldValue, type FieldOwner } from './field-words.ts';

const idOf: Text = (id) => id;
const textIn =
  (language: Language): Text =>
  (id, values) =>
    formatMessage(language, id, values);

const nounFields = NOUN_NAMES.flatMap((noun) => NOUNS[noun].fields.map((field) => ({ noun, field })));

describe('a field of an object', () => {
  it.each(nounFields)('has a word: $field.name of $noun', ({ noun, field }) => {
    expect(isMessageId(fieldName(idOf, field.name, noun))).toBe(true);
  });

  /** A video rate is called alike in every language. */
  const choices = nounFields.filter(({ field }) => field.kind === 'choice' && field.name !== 'maxVideoRateAllowed');
  it.each(choices)('has a word for each choice: $field.name of $noun', ({ noun, field }) => {
    for (const choice of field.choices) {
      expect(isMessageId(fieldValue(idOf, field.name, choice, noun)), choice).toBe(true);
    }
  });

  it.each([
    ['externalAccessPolicy', null, 'user', '<Automatic>'],
    ['verificationLevel', 'AlwaysVerifiable', null, 'Always verifiable'],
    [
      'verificationLevel',
      'AlwaysVerifiable',
      'public-provider',
      'Allow users to communicate with everyone using this provider',
    ],
    ['routing', 'default-route', 'access-edge', 'Default route'],
    ['enabled', false, 'hosting-provider', 'Disabled'],
    ['isLocal', true, 'hosting-provider', 'Yes'],
    ['enableQoS', true, 'media-configuration', 'On'],
  ] as const)('has its value in words: %s %s of %s', (field, value, owner, words) => {
    expect(fieldValue(textIn('en'), field, value, owner)).toBe(words);
  });
});

describe.each(languages)('a plan calls a field what its form calls it (%s)', (language) => {
  /** A switch’s label says “Enable …” (… 사용); the plan says what it is: on or off. */
  function named(field: string, owner: FieldOwner): string {
    const label = fieldName(textIn(language), field, owner)
      .replace(/^Enable /, '')
      .replace(/ 사용$/, '');
    return `${label}: `.toLowerCase();
  }

  it.each(nounFields.filter(({ noun }) => noun !== 'user'))('$field.name of $noun', ({ noun, field }) => {
    const { add, set } = NOUNS[noun].words;
    for (const id of [add, set]) {
      if (id !== undefined) expect(messages[language][id].toLowerCase()).toContain(named(field.name, noun));
    }
  });

  it.each(['routing', ...ACCESS_EDGE_FIELDS])('%s of the Access Edge', (field) => {
    const sentence = messages[language]['plan.words.access-edge.set'].toLowerCase();
    expect(sentence).toContain(named(field, 'access-edge'));
  });

  it.each(['proxyFqdn', 'comment', 'verificationLevel', 'markForMonitoring'])('%s of a domain', (field) => {
    for (const id of ['plan.words.allowed-domain.add', 'plan.words.allowed-domain.set'] as const) {
      expect(messages[language][id].toLowerCase()).toContain(named(field, null));
    }
  });
});
