import type { MessageId } from '../../shared/i18n/index.ts';
import type { VerificationLevel } from '../../shared/models/federated-domain.ts';

/** The words of each verification level, the server's default first. */
export const verificationWords: Readonly<Record<VerificationLevel, MessageId>> = {
  UseSourceVerification: 'domains.verification.use-source',
  AlwaysVerifiable: 'domains.verification.always-verifiable',
  AlwaysUnverifiable: 'domains.verification.always-unverifiable',
};

/** Every verification level, in the order of a choice. Literal keys of our own record. */
export const LEVELS = Object.keys(verificationWords) as readonly VerificationLevel[];

/** Whether a text is the name of a verification level. */
export function isVerificationLevel(text: string): text is VerificationLevel {
  return Object.hasOwn(verificationWords, text);
}
