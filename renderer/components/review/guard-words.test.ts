import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../shared/i18n/index.ts';
import type { Posture } from '../../../shared/plan/plan.ts';
import { guardWords } from './guard-words.ts';

const off: Posture = { kind: 'off' };
const closed = (allowedDomains: number): Posture => ({ kind: 'closed', allowedDomains });
const open: Posture = { kind: 'open', blockedDomains: 3 };
const route: Posture = { kind: 'default-route', fqdn: 'edge.partner.example' };

function sentence(before: Posture, after: Posture): string {
  const { id, values } = guardWords({ before, after });
  return formatMessage('en', id, values);
}

describe('what a change of posture means', () => {
  it.each([
    [
      'discovery switched off with a list',
      open,
      closed(14),
      /Everybody who is not among the 14 allowed domains is cut/,
    ],
    ['discovery switched off without one', open, closed(0), /closed to everybody/],
    ['the last domain taken off the list', closed(1), closed(0), /closed to everybody/],
    ['federation switched off', open, off, /Nobody outside/],
    ['federation switched on for a list', off, closed(14), /the 14 allowed domains/],
    ['federation switched on for nobody', off, closed(0), /closed to everybody/],
    ['discovery switched on', closed(14), open, /Anybody whose domain DNS finds/],
    ['a default route', closed(14), route, /edge\.partner\.example/],
    ['back from a default route', route, closed(14), /14 allowed domains/],
  ])('of %s', (_what, before, after, words) => expect(sentence(before, after)).toMatch(words));
});
