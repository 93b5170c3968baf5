import type { FieldValue } from '../../shared/conflict.ts';
import { isMessageId, type MessageId } from '../../shared/i18n/index.ts';
import type { Text } from '../i18n/language.ts';

const DOMAIN_FIELDS: Readonly<Record<string, MessageId>> = {
  comment: 'domains.column.comment',
  proxyFqdn: 'domains.column.proxy',
  verificationLevel: 'domains.column.verification',
  markForMonitoring: 'domains.form.monitoring',
};

const LEVELS: Readonly<Record<string, MessageId>> = {
  UseSourceVerification: 'domains.verification.use-source',
  AlwaysVerifiable: 'domains.verification.always-verifiable',
  AlwaysUnverifiable: 'domains.verification.always-unverifiable',
};

/** The name of a field of a server's object, as its panel calls it; else the parameter's own name. */
export function fieldName(text: Text, field: string): string {
  const id = DOMAIN_FIELDS[field] ?? `access-edge.field.${field}`;
  return isMessageId(id) ? text(id) : `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

/** A value of such a field in words. */
export function fieldValue(text: Text, value: FieldValue): string {
  if (value === null || value === '') return text('journal.value.none');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  const level = typeof value === 'string' ? LEVELS[value] : undefined;
  return level === undefined ? String(value) : text(level);
}
