import { listMembers, LIST_JOINT } from '../../../shared/nouns/noun.ts';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import type { XmppTemplate } from '../../../shared/facts/xmpp-templates.ts';
import { isCount, parameterRange, type CountRange } from '../../../shared/rules/count.ts';
import { checkDomainName, type DomainNameReason } from '../../../shared/rules/domain-name.ts';
import { negotiated, STANCE_FIELDS, stanceOf, type XmppRefusal } from '../../../shared/rules/xmpp-negotiation.ts';
import { checkXmppDomains, type XmppDomainProblems } from '../../../shared/rules/xmpp-partner.ts';
import { onlyShown } from '../../components/noun-panel/noun-fields.ts';
import {
  initialFields,
  newSubject,
  nounRowId,
  type NounFields,
  type NounSubject,
  type NounTableRow,
} from '../../components/noun-panel/noun-subject.ts';

const SET = 'Set-CsXmppAllowedPartner';

/** The numbers a partner's own limit takes. */
export const LIMIT_RANGE: CountRange = parameterRange(SET, 'ConnectionLimit');

/** What is wrong with each field; null = nothing. */
export interface PartnerProblems extends XmppDomainProblems {
  readonly stance: XmppRefusal | null;
  readonly proxyFqdn: DomainNameReason | null;
  readonly connectionLimit: CountRange | null;
}

/** A new partner: as New- makes it, or as a template has it, without what this server's New- does not take. */
export function newPartner(template: XmppTemplate | null, abilities: NounAbilities | null): NounSubject {
  return onlyShown(newSubject('xmpp-partner', template?.values ?? {}, template?.identity ?? ''), abilities);
}

/** The fields as the form begins: each further domain on a line of its own. */
export function typedFields(subject: NounSubject): NounFields {
  const { identity, values } = initialFields(subject);
  return { identity, values: { ...values, additionalDomains: domainsOf(values).join('\n') } };
}

/** The fields as they are sent. */
export function sentFields({ identity, values }: NounFields): NounFields {
  return { identity, values: { ...values, additionalDomains: domainsOf(values).join(LIST_JOINT) } };
}

/** The further domains, however they were typed one after the other. */
export function domainsOf(values: NounFields['values']): readonly string[] {
  return listMembers(String(values['additionalDomains'] ?? '').replaceAll(/[\s;]+/g, ','));
}

/** Checks the fields with the rules main checks them with again; what a server holds already is not refused. */
export function problemsOf(subject: NounSubject, fields: NounFields, rows: readonly NounTableRow[]): PartnerProblems {
  const before = subject.kind === 'existing' ? initialFields(subject).values : null;
  const { values } = fields;
  const self = subject.kind === 'existing' ? nounRowId(subject.row) : null;
  const had = before === null ? [] : domainsOf(before);
  return {
    ...checkXmppDomains({
      primary: fields.identity.trim(),
      isNew: subject.kind === 'new',
      additional: domainsOf(values),
      had,
      others: rows
        .filter((row) => nounRowId(row) !== self)
        .map((row) => ({
          primary: row.identity,
          additional: listMembers(String(row.values['additionalDomains'] ?? '')),
        })),
    }),
    stance:
      before !== null && STANCE_FIELDS.every((field) => values[field] === before[field]) ? null : refusalOf(values),
    proxyFqdn: proxyProblem(values['proxyFqdn'], before?.['proxyFqdn']),
    connectionLimit: limitProblem(values['connectionLimit'], before?.['connectionLimit']),
  };
}

/** Whether anything at all is wrong. */
export function isWrong({ primary, additional, stance, proxyFqdn, connectionLimit }: PartnerProblems): boolean {
  return [primary, stance, proxyFqdn, connectionLimit].some((each) => each !== null) || additional.length > 0;
}

function refusalOf(values: NounFields['values']): XmppRefusal | null {
  const { verdict } = negotiated(stanceOf(values));
  return verdict.kind === 'refused' ? verdict.reason : null;
}

function proxyProblem(value: unknown, before: unknown): DomainNameReason | null {
  if (typeof value !== 'string' || value === '' || value === before) return null;
  const check = checkDomainName(value);
  return check.ok ? null : check.reason;
}

/** A limit cannot be taken back to none: the cmdlet knows no such value. */
function limitProblem(value: unknown, before: unknown): CountRange | null {
  if (typeof value !== 'string' || value === (before ?? '')) return null;
  return /^\s*\d+\s*$/.test(value) && isCount(Number(value), LIMIT_RANGE) ? null : LIMIT_RANGE;
}
