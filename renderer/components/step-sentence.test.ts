import { describe, expect, it } from 'vitest';
import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import type { Text } from '../i18n/language.ts';
import { stepSentence } from './step-sentence.ts';

function say(language: Language, values: Readonly<Record<string, string>>): string {
  const text: Text = (id, given) => formatMessage(language, id, given);
  return stepSentence(text, 'plan.words.external-access-policy.remove', values);
}

const given = { identity: 'Tag:Partner managers', holders: 'known', holderCount: '1931' };

describe('the sentence of a deleted policy', () => {
  it('calls policies by their names, and says of how many nobody knows the site', () => {
    const values = { ...given, fallback: 'Global (1420), Site:Tacoma, (north) (473), ? (38)' };
    expect(say('en', values)).toBe(
      'Delete the external access policy Partner managers. 1,931 users have it and fall back to: Global (1,420), site Tacoma, (north) (473), site not known (38).',
    );
    expect(say('ko', values)).toContain('Partner managers');
    expect(say('ko', values)).not.toMatch(/Tag:|Site:|\?/);
  });

  it('of the journal stays as it was written where it is written otherwise', () => {
    expect(say('en', { ...given, fallback: 'something else' })).toContain('fall back to: something else.');
  });
});
