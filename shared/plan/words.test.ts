import { describe, expect, it } from 'vitest';
import { formatMessage } from '../i18n/index.ts';
import { messages, type MessageId } from '../i18n/messages.ts';
import type { DomainDraft } from './draft.ts';
import type { DomainState } from './expectations.ts';
import { rowVersion } from './row-version.ts';
import { domainSteps } from './domain-steps.ts';

const sha256 = (text: string): string => text;
const abilities = new Map(
  ['new', 'set', 'remove'].flatMap((verb) =>
    ['allowed', 'blocked'].map((list): [string, null] => [`${verb}-cs${list}domain`, null]),
  ),
);
const allowed = {
  identity: 'a.example',
  domain: 'a.example',
  proxyFqdn: 'edge.a.example',
  comment: 'old',
  markForMonitoring: false,
  verificationLevel: null,
};
const blocked = { identity: 'b.example', domain: 'b.example', comment: 'old' };
const nowhere: DomainState = { allowed: null, blocked: null };
const onAllowed: DomainState = { allowed, blocked: null };
const onBlocked: DomainState = { allowed: null, blocked };
const a = { domain: 'a.example', versionRead: rowVersion({ status: 'allowed', ...allowed }, sha256) };
const b = { domain: 'b.example', versionRead: rowVersion({ status: 'blocked', ...blocked }, sha256) };

function words(draft: DomainDraft, state: DomainState, language: 'en' | 'ko' = 'en'): string {
  const { id, values } = domainSteps({ draft, state, abilities }, sha256)[0]!.words;
  return formatMessage(language, id, values);
}

describe('what a step changes, in words', () => {
  it.each<[DomainDraft, DomainState, string, string]>([
    [
      { kind: 'allowed-domain.add', domain: 'a.example' },
      nowhere,
      'Add a.example to the allowed domains. Its Access Edge service is found by DNS.',
      'a.example 도메인을 허용 도메인에 추가합니다. 액세스 에지 서비스는 DNS로 찾습니다.',
    ],
    [
      {
        kind: 'allowed-domain.add',
        domain: 'a.example',
        proxyFqdn: 'edge.a.example',
        comment: '<b>{x}</b>',
        verificationLevel: 'AlwaysVerifiable',
        markForMonitoring: true,
      },
      nowhere,
      'Add a.example to the allowed domains. Access Edge service (FQDN): edge.a.example. Comment: <b>{x}</b>. Verification level: Always verifiable. Mark for monitoring: yes.',
      'a.example 도메인을 허용 도메인에 추가합니다. 액세스 에지 서비스(FQDN): edge.a.example. 설명: <b>{x}</b>. 확인 수준: 항상 확인됨. 모니터링 대상으로 표시: 예.',
    ],
    [
      { kind: 'allowed-domain.set', ...a, proxyFqdn: '', comment: '' },
      onAllowed,
      'Change the allowed domain a.example. Its Access Edge service is found by DNS. The comment is removed.',
      '허용된 a.example 도메인을 변경합니다. 액세스 에지 서비스는 DNS로 찾습니다. 설명을 지웁니다.',
    ],
    [
      { kind: 'federated-domain.remove', status: 'allowed', ...a },
      onAllowed,
      'Delete a.example from the allowed domains.',
      'a.example 도메인을 허용 도메인에서 삭제합니다.',
    ],
    [
      { kind: 'blocked-domain.add', domain: 'b.example', comment: 'abuse' },
      nowhere,
      'Add b.example to the blocked domains: its messages are rejected. Comment: abuse.',
      'b.example 도메인을 차단된 도메인에 추가합니다. 이 도메인의 메시지는 거부됩니다. 설명: abuse.',
    ],
    [
      { kind: 'blocked-domain.set', ...b, comment: 'new' },
      onBlocked,
      'Change the blocked domain b.example. Comment: new.',
      '차단된 b.example 도메인을 변경합니다. 설명: new.',
    ],
    [
      { kind: 'federated-domain.remove', status: 'blocked', ...b },
      onBlocked,
      'Delete b.example from the blocked domains.',
      'b.example 도메인을 차단된 도메인에서 삭제합니다.',
    ],
  ])('says %j in both languages', (draft, state, english, korean) => {
    expect(words(draft, state)).toBe(english);
    expect(words(draft, state, 'ko')).toBe(korean);
  });
});

describe('a verification level', () => {
  const level = {
    AlwaysVerifiable: 'domains.verification.always-verifiable',
    AlwaysUnverifiable: 'domains.verification.always-unverifiable',
    UseSourceVerification: 'domains.verification.use-source',
  } as const satisfies Readonly<Record<string, MessageId>>;

  it.each(['en', 'ko'] as const)('is called in a plan what its panel calls it (%s)', (language) => {
    for (const id of [
      'plan.words.allowed-domain.add',
      'plan.words.allowed-domain.set',
      'plan.words.access-edge.set',
    ] as const) {
      // The sentence of one value alone: what is not said to change is left out.
      const parts =
        messages[language][id].match(/\{\w*erificationLevelChange, select, given \{.*?\} other \{\}\}/g) ?? [];
      expect(parts.length, id).toBe(id === 'plan.words.access-edge.set' ? 2 : 1);
      for (const part of parts) {
        for (const [name, words] of Object.entries(level))
          expect(part).toContain(`${name} {${messages[language][words]}}`);
      }
    }
  });
});
