import { z } from 'zod';
import { lookSchema, tableSchema } from '../../shared/contract/preferences.ts';
import { DEPLOYMENT_COLOURS, SIGN_IN_SCHEMES } from '../../shared/models/deployment.ts';
import { IDLE_MINUTES } from '../../shared/models/idle.ts';
import { PROXY_SIGN_INS } from '../../shared/models/network.ts';

/** The version this Edgewise writes. */
export const SETTINGS_VERSION = 3;

const text = z.string();

/** One configured deployment: everything but its password. */
const deploymentRecord = z.strictObject({
  id: text.min(1).max(100),
  name: text.min(1),
  group: text,
  colour: z.enum(DEPLOYMENT_COLOURS),
  /** Complete: scheme, host and path. */
  url: z.url({ protocol: /^https$/ }),
  /** Empty = the person signed in to this workstation. */
  user: text,
  otherUsers: z.array(text),
  scheme: z.enum(SIGN_IN_SCHEMES),
  /** Empty = made of the address. */
  spn: text,
  trust: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('system') }),
    z.strictObject({ kind: z.literal('ca'), pem: text }),
    z.strictObject({ kind: z.literal('pin'), sha256: text.regex(/^[0-9a-f]{64}$/) }),
  ]),
  network: z.strictObject({
    proxy: z
      .strictObject({
        host: text.min(1),
        port: z.number().int().min(1).max(65_535),
        signIn: z.enum(PROXY_SIGN_INS),
        user: text,
      })
      .nullable(),
    clientCertificate: text,
    oldTls: z.boolean(),
    redirection: z.boolean(),
  }),
  channelBinding: z.boolean(),
  resourceUri: text.min(1),
  production: z.boolean(),
  readOnly: z.boolean(),
});
export type DeploymentRecord = z.infer<typeof deploymentRecord>;

/** All that is kept in the settings file. A field is never given another meaning: that is a new version. */
export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  deployments: z.array(deploymentRecord),
  preferences: z.strictObject({
    /** null = never chosen. */
    language: lookSchema.shape.language.nullable(),
    theme: lookSchema.shape.theme,
    /** After how long without use sessions are dropped; null = never. */
    idleMinutes: z.literal(IDLE_MINUTES).nullable(),
    tables: z.array(tableSchema),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a workstation begins with. */
export const EMPTY_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  deployments: [],
  preferences: { language: null, theme: 'system', idleMinutes: null, tables: [] },
};
