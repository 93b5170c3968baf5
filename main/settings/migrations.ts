import { z } from 'zod';
import { PLAIN_NETWORK } from '../../shared/models/network.ts';
import { settingsSchema, type Settings } from './schema.ts';

/** From the version at its index plus one to the next: `MIGRATIONS[0]` makes version 2 of version 1. */
export type Migration = (settings: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

const record = z.looseObject({});
const records = z.array(record);

/** Add one here, a fixture of the version it starts from in `fixtures/`, and never change either afterwards. */
const MIGRATIONS: readonly Migration[] = [
  (one) => ({ ...one, version: 2, preferences: { language: null, theme: 'system', tables: [] } }),
  ({ deployments, preferences, ...two }) => ({
    ...two,
    version: 3,
    preferences: { ...record.parse(preferences), idleMinutes: null },
    deployments: records
      .parse(deployments)
      .map((each) => ({ ...each, otherUsers: [], spn: '', network: PLAIN_NETWORK })),
  }),
];

const versioned = z.looseObject({ version: z.number().int().positive() });

/** What a settings file turned out to be. */
export type ReadSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'newer' }
  | { readonly kind: 'corrupt'; readonly reason: string };

/** Brings what a settings file holds, of any version so far, to the version of now. Nothing is written. */
export function migrate(stored: unknown): ReadSettings {
  const migrated = migrateThrough(stored, MIGRATIONS);
  if (migrated.kind !== 'migrated') return migrated;
  const checked = settingsSchema.safeParse(migrated.value);
  if (checked.success) return { kind: 'settings', settings: checked.data };
  return { kind: 'corrupt', reason: firstIssue(checked.error) };
}

/** The steps alone; `steps` holds one for every version before the last. Exported for its test. */
export function migrateThrough(
  stored: unknown,
  steps: readonly Migration[],
):
  | Exclude<ReadSettings, { kind: 'settings' }>
  | { readonly kind: 'migrated'; readonly value: Readonly<Record<string, unknown>> } {
  const checked = versioned.safeParse(stored);
  if (!checked.success) return { kind: 'corrupt', reason: firstIssue(checked.error) };
  const { version } = checked.data;
  if (version > steps.length + 1) return { kind: 'newer' };
  try {
    const value = steps
      .slice(version - 1)
      .reduce<Readonly<Record<string, unknown>>>((now, step) => step(now), checked.data);
    return { kind: 'migrated', value };
  } catch (caught) {
    return { kind: 'corrupt', reason: caught instanceof Error ? caught.message : String(caught) };
  }
}

/** Where and what: never the value itself. */
function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
}
