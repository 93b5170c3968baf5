import { z } from 'zod';
import { edgewiseError, type EdgewiseError } from '../../shared/errors.ts';
import { isMessageId } from '../../shared/i18n/messages.ts';
import { NOUN_NAMES } from '../../shared/nouns/nouns.ts';
import { accessEdge } from './access-edge-record.ts';

const text = z.string();
const list = z.enum(['allowed', 'blocked']);
const fieldValue = z.union([text, z.boolean(), z.number(), z.null()]);
const fieldValues = z.record(text, fieldValue);

const noun = z.enum(NOUN_NAMES);

const conflict = z.object({
  object: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('domain'), domain: text, status: list }),
    z.object({ kind: z.literal('access-edge') }),
    z.object({ kind: z.literal('noun'), noun, identity: text }),
  ]),
  now: z.enum(['changed', 'gone', 'other-list']),
  versionNow: text.nullable(),
  fields: z
    .array(z.object({ field: text, reviewed: fieldValue, now: fieldValue, wanted: fieldValue.optional() }))
    .readonly(),
});

const errorShape = z.object({
  code: text,
  layer: text,
  values: z.record(text, z.unknown()),
  retry: z.boolean(),
  details: z.object({
    serverText: text.optional(),
    cmdlet: text.optional(),
    fullyQualifiedErrorId: text.optional(),
    deployment: text.optional(),
  }),
  conflict: conflict.optional(),
});

/** An error as it was written; one whose code this version no longer has is shown as unexpected, with the code. */
export const storedError = errorShape.transform((stored): EdgewiseError => {
  // Written by us from this very type; a code that is gone has no sentence any more, and that is what is looked for.
  if (isMessageId(`error.${stored.code}.cause`)) return stored as unknown as EdgewiseError;
  return edgewiseError('workstation.unexpected', { reason: stored.code });
});

const allowedDomain = z.object({
  identity: text,
  domain: text,
  proxyFqdn: text.nullable(),
  comment: text.nullable(),
  markForMonitoring: z.boolean().nullable(),
  verificationLevel: z.enum(['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification']).nullable(),
});
const blockedDomain = z.object({ identity: text, domain: text, comment: text.nullable() });
const domainState = z.object({ allowed: allowedDomain.nullable(), blocked: blockedDomain.nullable() });
const nounState = z.object({
  row: z.object({ identity: text, values: fieldValues }).nullable(),
  givenTo: z.array(text).readonly().optional(),
});
const state = z.union([domainState, z.object({ edge: accessEdge }), nounState]);

/** A journal from before there was any other object does not say it. */
const domainObject = z.literal('domain').default('domain');

const step = z.object({
  cmdlet: text,
  arguments: z
    .array(
      z.object({ name: text, value: z.union([text, z.boolean(), z.number(), z.null(), z.array(text).readonly()]) }),
    )
    .readonly(),
  words: z.object({ id: text, values: z.record(text, text) }),
  powershell: text,
  expects: z
    .array(
      z.union([
        z.object({ object: domainObject, list, domain: text, version: text.nullable() }),
        z.object({ object: z.literal('access-edge'), version: text }),
        z.object({ object: z.literal('noun'), noun, identity: text, version: text.nullable() }),
      ]),
    )
    .readonly(),
  result: z.union([
    z.object({ object: domainObject, list, domain: text, present: z.boolean(), values: fieldValues }),
    z.object({ object: z.literal('access-edge'), values: fieldValues }),
    z.object({
      object: z.literal('noun'),
      noun,
      identity: text,
      present: z.boolean(),
      values: fieldValues,
      reset: z.literal(true).optional(),
    }),
  ]),
});

const posture = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('closed'), allowedDomains: z.number() }),
  z.object({ kind: z.literal('open'), blockedDomains: z.number() }),
  z.object({ kind: z.literal('default-route'), fqdn: text }),
]);

const deployment = z.object({ id: text, name: text });
const index = z.number().int().nonnegative();

/**
 * What a line of the journal can say. An entry is a `plan`, then for each step `sending`, with
 * its object as read just before, and `result`; `found` is what a later look at the server told of a step without one.
 * The others speak of the journal itself. Unknown members are left out, so that an older version reads a newer file.
 */
export const journalRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan'),
    entry: text,
    plan: text,
    deployment,
    url: text,
    user: text,
    posture: z.object({ before: posture, after: posture }),
    steps: z.array(step).readonly(),
  }),
  z.object({ kind: z.literal('sending'), entry: text, step: index, before: state.nullable() }),
  z.object({
    kind: z.literal('result'),
    entry: text,
    step: index,
    error: storedError.nullable(),
    after: state.nullable(),
  }),
  z.object({
    kind: z.literal('found'),
    entry: text,
    step: index,
    found: z.enum(['done', 'not-done', 'changed']),
    after: state,
  }),
  /** A pipeline of the command line, secrets out; nothing is known of what it changes. */
  z.object({
    kind: z.literal('direct'),
    entry: text,
    deployment,
    url: text,
    user: text,
    cmdlet: text,
    powershell: text,
  }),
  z.object({ kind: z.literal('direct-end'), entry: text, clean: z.boolean(), error: storedError.nullable() }),
  z.object({ kind: z.literal('segment'), format: z.literal(1), reason: z.enum(['new', 'full', 'key-lost']) }),
  z.object({ kind: z.literal('sealed'), from: index, to: index }),
  z.object({ kind: z.literal('torn'), file: text }),
  z.object({ kind: z.literal('damage'), what: z.enum(['cut', 'altered']), records: index }),
]);

export type JournalRecord = z.infer<typeof journalRecord>;
