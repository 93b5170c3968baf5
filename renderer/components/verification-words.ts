import type { MessageId } from '../../shared/i18n/index.ts';
import type { VerificationLevel } from '../../shared/models/federated-domain.ts';

/** The words of each verification level, the server's default first. */
export const verificationWords: Readonly<Record<VerificationLevel, MessageId>> = {
  UseSourceVerification: 'domains.verification.use-source',
  AlwaysVerifiable: 'domains.verification.always-verifiable',
  AlwaysUnverifiable: 'domains.verification.always-unverifiable',
};

/** Microsoft's words for the levels of each kind, in the order of its page; the first is what its form begins with. */
export const providerLevelWords: Readonly<
  Record<'public-provider' | 'hosting-provider', Readonly<Record<VerificationLevel, MessageId>>>
> = {
  'public-provider': {
    AlwaysUnverifiable: 'providers.level.public.contacts',
    AlwaysVerifiable: 'providers.level.public.everyone',
    UseSourceVerification: 'providers.level.public.verified',
  },
  'hosting-provider': {
    AlwaysUnverifiable: 'providers.level.hosted.contacts',
    AlwaysVerifiable: 'providers.level.hosted.everyone',
    UseSourceVerification: 'providers.level.hosted.verified',
  },
};

/** Every verification level, in the order of a choice. Literal keys of our own record. */
export const LEVELS = Object.keys(verificationWords) as readonly VerificationLevel[];

/** Whether a text is the name of a verification level. */
export function isVerificationLevel(text: string): text is VerificationLevel {
  return Object.hasOwn(verificationWords, text);
}
