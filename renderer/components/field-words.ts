import type { FieldValue } from '../../shared/conflict.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Text } from '../i18n/language.ts';
import { accessEdgeWords } from './access-edge-words.ts';
import { switchWords } from './policy-words.ts';
import { isVerificationLevel, verificationWords } from './verification-words.ts';

/** Of both kinds of object: a field that has the same name in both is of the domain. */
const FIELDS: Readonly<Record<string, MessageId>> = {
  ...accessEdgeWords,
  comment: 'domains.column.comment',
  proxyFqdn: 'domains.column.proxy',
  verificationLevel: 'domains.column.verification',
  markForMonitoring: 'domains.form.monitoring',
  ...switchWords,
  description: 'policies.description',
};

/** The name of a field of a server's object, as its panel calls it; else the parameter's own name. */
export function fieldName(text: Text, field: string): string {
  const id = FIELDS[field];
  return id === undefined ? `${field.charAt(0).toUpperCase()}${field.slice(1)}` : text(id);
}

/** A value of such a field in words. */
export function fieldValue(text: Text, value: FieldValue): string {
  if (value === null || value === '') return text('journal.value.none');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  return typeof value === 'string' && isVerificationLevel(value) ? text(verificationWords[value]) : String(value);
}
