import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/errors.ts';
import type { SignInExchange, SignInStep } from '../auth/index.ts';
import { withDeadline } from './deadline.ts';
import { DeadlinePassed } from './failures.ts';
import type { RawReply } from './send.ts';
import { signInWith, type CarryLeg } from './sign-in-legs.ts';
import { failureOf } from './testing/failure-of.ts';

const LAST: SignInStep = { authorization: 'Negotiate AAAA', last: true };
const { signal } = new AbortController();

function replyOf(status: number, token: string | null, contentType = 'application/soap+xml'): RawReply {
  const wwwAuthenticate = [token === null ? 'Negotiate' : `Negotiate ${token}`];
  return { status, contentType, headers: new Map(), body: '<ok/>', wwwAuthenticate, setCookie: [] };
}

function exchangeOf(parts: Partial<SignInExchange>): SignInExchange {
  return { httpScheme: 'Negotiate', bodyWithFirstLeg: true, next: () => Promise.resolve(LAST), ...parts };
}

/** Proves the server by the one token BBBB. */
const proving = exchangeOf({
  verify: (token) =>
    token === 'BBBB'
      ? Promise.resolve()
      : Promise.reject(failure('sign-in.server-unproven', { host: 'pool', scheme: 'Kerberos' })),
});

function carrying(...replies: readonly RawReply[]): { readonly carry: CarryLeg; readonly sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    carry: (body) => {
      const reply = replies[sent.length];
      sent.push(body);
      return reply === undefined ? Promise.reject(new Error('one leg too many')) : Promise.resolve(reply);
    },
  };
}

describe('a sign-in that waits for others', () => {
  test('is given up at the deadline, is told so, and sends nothing after', async () => {
    const { carry, sent } = carrying();
    let told = false;
    const answer = Promise.withResolvers<SignInStep>();
    const slow = exchangeOf({
      next: (_, within) => {
        within.addEventListener('abort', () => (told = true));
        return answer.promise;
      },
    });
    const limits = { timeoutMs: 20, signals: [], timedOut: () => new DeadlinePassed('pool', 20, false) };
    let legs: Promise<unknown> = Promise.resolve();
    const late = await failureOf(
      withDeadline(limits, (within) => (legs = signInWith(slow, 'ana', '<x/>', carry, within))),
    );
    answer.resolve(LAST);
    expect((await failureOf(legs)).error.code).toBe('network.timeout');
    expect([late.error.code, told, sent]).toEqual(['network.timeout', true, []]);
  });

  test('goes on as another way when the first is refused, without the body before the last leg', async () => {
    const steps: SignInStep[] = [LAST, { authorization: 'Negotiate CCCC', last: false }, LAST];
    const { carry, sent } = carrying(replyOf(401, null), replyOf(401, 'DDDD'), replyOf(200, null));
    const seen: (string | null)[] = [];
    const both = exchangeOf({
      next: (challenge) => {
        const step = steps[seen.length] ?? LAST;
        seen.push(challenge);
        return Promise.resolve(step);
      },
      refused: () => Promise.resolve(seen.length === 1),
    });
    const { signedIn } = await signInWith(both, 'ana', '<x/>', carry, signal);
    expect([signedIn, seen, sent]).toEqual([true, [null, null, 'DDDD'], ['<x/>', '', '<x/>']]);
  });
});

describe('mutual authentication', () => {
  test('is asked of the reply to the last leg', async () => {
    const { carry } = carrying(replyOf(200, 'BBBB'));
    expect((await signInWith(proving, 'ana', '<x/>', carry, signal)).signedIn).toBe(true);
  });

  test.each([
    ['no proof', replyOf(200, null)],
    ['another proof', replyOf(200, 'AAAA')],
    ['a fault without proof', replyOf(500, null)],
    ['a fault without proof that does not say what it is', replyOf(500, null, '')],
    ['a fault without proof that says no more than its letters', replyOf(500, null, ' ;charset=UTF-8')],
    ['a page that is no error, without proof', replyOf(200, null, 'text/html')],
  ])('%s is refused', async (_, reply) => {
    const failure = await failureOf(signInWith(proving, 'ana', '<x/>', carrying(reply).carry, signal));
    expect(failure.error.code).toBe('sign-in.server-unproven');
  });

  test.each([
    ['text/html', '<ok/>'],
    ['', ''],
    ['', '\n<!DOCTYPE html><html>'],
    ['', '<HTML>'],
    ['', 'Bad Gateway'],
  ])('an error page without proof is handed on, and nobody is signed in by it (%j, %j)', async (type, body) => {
    const page = { ...replyOf(503, null, type), body };
    expect(await signInWith(proving, 'ana', '<x/>', carrying(page).carry, signal)).toEqual({
      reply: page,
      signedIn: false,
    });
  });
});
