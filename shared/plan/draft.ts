import { z } from 'zod';

/** SHA-256 in lower-case hex: the version of what was read, a plan's hash. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What fits into a request at all: a name too long is refused by its rule, a comment too long by the server, each with its reason. */
const TEXT_LIMIT = 250_000;
const domainName = z.string().min(1).max(TEXT_LIMIT);
const freeText = z.string().max(TEXT_LIMIT);
const verificationLevel = z.enum(['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification']);

/**
 * What a person wants changed, as the form sends it: object, changed fields, and the version of the values it was
 * filled from. Never PowerShell text. `main/console` turns it into a plan. A field left out stays as it is; an empty
 * text is no text.
 */
export const draft = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('allowed-domain.add'),
    domain: domainName,
    proxyFqdn: freeText.optional(),
    comment: freeText.optional(),
    verificationLevel: verificationLevel.optional(),
    markForMonitoring: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('blocked-domain.add'),
    domain: domainName,
    comment: freeText.optional(),
  }),
  z.strictObject({
    kind: z.literal('allowed-domain.set'),
    domain: domainName,
    versionRead: digest,
    proxyFqdn: freeText.optional(),
    comment: freeText.optional(),
    verificationLevel: verificationLevel.optional(),
    markForMonitoring: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('blocked-domain.set'),
    domain: domainName,
    versionRead: digest,
    comment: freeText.optional(),
  }),
  z.strictObject({
    kind: z.literal('federated-domain.remove'),
    status: z.enum(['allowed', 'blocked']),
    domain: domainName,
    /** Version of the row as it was read; a row changed since is a conflict. */
    versionRead: digest,
  }),
]);

export type Draft = z.infer<typeof draft>;
