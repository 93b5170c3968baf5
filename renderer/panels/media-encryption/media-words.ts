import type { ENCRYPTION_LEVELS } from '../../../shared/cmdlets/media-configuration.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { MediaScope } from '../../../shared/rules/media-scope.ts';

export type EncryptionLevel = (typeof ENCRYPTION_LEVELS)[number];

/** The words of each level, the default first, and what it means. */
export const levelWords: Readonly<Record<EncryptionLevel, { readonly label: MessageId; readonly help: MessageId }>> = {
  RequireEncryption: { label: 'media.level.require', help: 'media.level.require-help' },
  SupportEncryption: { label: 'media.level.support', help: 'media.level.support-help' },
  DoNotSupportEncryption: { label: 'media.level.none', help: 'media.level.none-help' },
};

/** Every level, in the order of a choice. Literal keys of our own record. */
export const LEVELS = Object.keys(levelWords) as readonly EncryptionLevel[];

/** Whether a text is the name of a level. */
export function isLevel(text: string): text is EncryptionLevel {
  return Object.hasOwn(levelWords, text);
}

export const scopeWords: Readonly<Record<MediaScope['kind'], MessageId>> = {
  global: 'media.scope.global',
  site: 'media.scope.site',
  service: 'media.scope.service',
};

/** What new settings can be of. */
export type NewScope = 'site' | 'service';

export const newWords: Readonly<Record<NewScope, { readonly menu: MessageId; readonly title: MessageId }>> = {
  site: { menu: 'media.new.site', title: 'media.new-site' },
  service: { menu: 'media.new.service', title: 'media.new-service' },
};
