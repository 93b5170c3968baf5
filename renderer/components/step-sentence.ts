import type { MessageId } from '../../shared/i18n/index.ts';
import { policyScope } from '../../shared/rules/external-access-policy.ts';
import type { Text } from '../i18n/language.ts';

const OF_POLICIES = 'plan.words.external-access-policy.';

/**
 * The sentence of a step, from the words a plan or the journal carries. They name a policy as a server does, which is put
 * here as it is called on the screen: the journal keeps them, and no word of a language stands in them.
 */
export function stepSentence(text: Text, id: MessageId, values: Readonly<Record<string, string>>): string {
  return text(id, id.startsWith(OF_POLICIES) ? policyValues(text, values) : values);
}

function policyValues(text: Text, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { identity, fallback } = values;
  return {
    ...values,
    ...(identity !== undefined && { identity: withoutTag(identity) }),
    ...(fallback !== undefined && { fallback: fallbackWords(text, fallback) }),
  };
}

function withoutTag(identity: string): string {
  const scope = policyScope(identity);
  return scope.kind === 'user' ? scope.name : identity;
}

/** One `<identity or ?> (<how many>)` after the other (shared/plan/noun-steps.ts). */
const ONE = /(.+?) \((\d+)\)(?:, |$)/g;

function fallbackWords(text: Text, fallback: string): string {
  const all = [...fallback.matchAll(ONE)].map(([, to = '', count = '']) => oneFallback(text, to, Number(count)));
  return all.length === 0 ? fallback : all.join(', ');
}

function oneFallback(text: Text, to: string, count: number): string {
  if (to === '?') return text('review.fallback.unknown', { count });
  const scope = policyScope(to);
  return scope.kind === 'global'
    ? text('review.fallback.global', { count })
    : text('review.fallback.site', { site: scope.name, count });
}
