import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ACCOUNT_NAMES } from '../../state/accounts.ts';
import { CERTIFICATE_VARIANTS } from '../../state/certificates.ts';
import { GIVEABLE_ROLES } from '../../state/roles.ts';

/** The verbs a fault can be tied to. */
const VERBS = ['Create', 'Command', 'Send', 'Receive', 'Signal', 'Delete', 'Get'] as const;
export type Verb = (typeof VERBS)[number];

const OCCASION = {
  /** Only at this verb; every one when left out. */
  verb: z.enum(VERBS).optional(),
  /** Only at a command that runs this cmdlet, or at the Receives and Signals of one; without regard to case. */
  cmdlet: z.string().optional(),
  /** How many such occasions go by untouched first; 0 unless told otherwise. */
  skip: z.number().int().min(0).optional(),
  /** How many occasions it then strikes; 1 unless told otherwise. */
  times: z.number().int().min(1).optional(),
};

const COUNTED = { skip: OCCASION.skip, times: OCCASION.times };
const MOMENT = z.enum(['before', 'mid-reply', 'after']);

/** One scripted fault, as a test or a `--faults` file writes it. */
const SCRIPTED_FAULT = z.discriminatedUnion('kind', [
  /** Answers with a bare HTTP status, as a proxy or IIS in front does. Without a verb it comes even before sign-in. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.union([z.literal(403), z.literal(404), z.literal(502), z.literal(503), z.literal(504)]),
    ...OCCASION,
  }),
  /** Answers 200 with a page of HTML, as a captive portal does. Without a verb it comes even before sign-in. */
  z.strictObject({ kind: z.literal('html'), ...OCCASION }),
  /** Drops the connection: before the request is carried out, in the middle of the reply, or after it is carried out with no reply. */
  z.strictObject({ kind: z.literal('drop'), moment: MOMENT, ...OCCASION }),
  /** The whole server dies at that moment; `after` = once the reply is sent. */
  z.strictObject({ kind: z.literal('die'), moment: MOMENT, ...OCCASION }),
  /** The answer is held back that long. */
  z.strictObject({ kind: z.literal('slow'), milliseconds: z.number().int().min(0), ...OCCASION }),
  /** Refused as a used-up quota. */
  z.strictObject({
    kind: z.literal('quota'),
    quota: z.enum([
      'MaxShellsPerUser',
      'MaxShells',
      'MaxConcurrentUsers',
      'MaxConcurrentCommandsPerShell',
      'MaxConcurrentOperationsPerUser',
    ]),
    ...OCCASION,
  }),
  /** The request's shell is closed first, as by an administrator or a recycled application pool. */
  z.strictObject({ kind: z.literal('shell-gone'), ...OCCASION }),
  /**
   * Before the request is carried out the account, the caller's own when left out, is given another role; null takes it
   * away. Open sessions have it from then on.
   */
  z.strictObject({
    kind: z.literal('role'),
    account: z.enum(ACCOUNT_NAMES).optional(),
    role: z.enum(GIVEABLE_ROLES).nullable(),
    ...OCCASION,
  }),
  /** A writing command runs to its end, then everything it said is lost with its connection. */
  z.strictObject({ kind: z.literal('lose-write'), cmdlet: OCCASION.cmdlet, ...COUNTED }),
  /** The occasion is a new connection: it is shown that certificate, and spoken to in that version. */
  z.strictObject({
    kind: z.literal('tls'),
    certificate: z.enum(CERTIFICATE_VARIANTS).default('ordinary'),
    version: z.enum(['current', 'TLSv1.1']).default('current'),
    ...COUNTED,
  }),
]);

/** A fault as it is written: what has a default may be left out. */
export type ScriptedFault = z.input<typeof SCRIPTED_FAULT>;

export type FaultKind = ScriptedFault['kind'];

/** Reads a `--faults` file: a JSON array of scripted faults. Throws an Error that says which entry is wrong and why. */
export function readFaultsFile(path: string): readonly ScriptedFault[] {
  const checked = z.array(SCRIPTED_FAULT).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!checked.success) throw new Error(`${path}: ${z.prettifyError(checked.error)}`);
  return checked.data;
}
