import { z } from 'zod';
import { accessEdgeFields } from './access-edge-draft.ts';
import { nounDrafts } from './noun-draft.ts';
import { DRAFT_TEXT_LIMIT, digest, read, verificationLevel } from './draft-parts.ts';

const domainName = z.string().min(1).max(DRAFT_TEXT_LIMIT);
const freeText = z.string().max(DRAFT_TEXT_LIMIT);
const status = z.enum(['allowed', 'blocked']);
const allowedFields = {
  proxyFqdn: freeText.optional(),
  comment: freeText.optional(),
  verificationLevel: verificationLevel.optional(),
  markForMonitoring: z.boolean().optional(),
};
const blockedFields = { comment: freeText.optional() };

/**
 * What a person wants changed, as the form sends it: object, changed fields, and the version of the values it was
 * filled from. Never PowerShell text. `main/console` turns it into a plan. A field left out stays as it is; an empty
 * text is no text. `read` = the values the form was filled from, for the three values of a conflict alone.
 */
export const draft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allowed-domain.add'), domain: domainName, ...allowedFields }),
  z.strictObject({ kind: z.literal('blocked-domain.add'), domain: domainName, ...blockedFields }),
  z.strictObject({
    kind: z.literal('allowed-domain.set'),
    domain: domainName,
    versionRead: digest,
    read,
    ...allowedFields,
  }),
  z.strictObject({
    kind: z.literal('blocked-domain.set'),
    domain: domainName,
    versionRead: digest,
    read,
    ...blockedFields,
  }),
  z.strictObject({
    kind: z.literal('federated-domain.remove'),
    status,
    domain: domainName,
    /** Version of the row as it was read; a row changed since is a conflict. */
    versionRead: digest,
    read,
  }),
  /** From the list it is on to the other one; the comment goes with it unless another is given. */
  z.strictObject({
    kind: z.literal('federated-domain.move'),
    status,
    domain: domainName,
    versionRead: digest,
    read,
    ...allowedFields,
  }),
  z.strictObject({ kind: z.literal('access-edge.set'), versionRead: digest, read, ...accessEdgeFields }),
  ...nounDrafts,
]);

export type Draft = z.infer<typeof draft>;
export type AccessEdgeDraft = Extract<Draft, { kind: 'access-edge.set' }>;
export type NounDraft = Extract<Draft, { kind: 'noun.add' | 'noun.set' | 'noun.remove' }>;
export type DomainDraft = Exclude<Draft, AccessEdgeDraft | NounDraft>;
