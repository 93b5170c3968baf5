import { z } from 'zod';

/** SHA-256 in lower-case hex: the version of what was read, a plan's hash. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What fits into a request at all: a name too long is refused by its rule, a comment too long by the server, each with its reason. */
export const DRAFT_TEXT_LIMIT = 250_000;

/** VerificationLevelType. */
export const verificationLevel = z.enum(['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification']);

/** The values a form was filled from, by field. */
export const read = z
  .record(z.string().max(100), z.union([z.string().max(DRAFT_TEXT_LIMIT), z.number(), z.boolean(), z.null()]))
  .optional();
