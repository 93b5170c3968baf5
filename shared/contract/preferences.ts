import { z } from 'zod';
import { COLUMN_WIDTH, themeChoices, type KeptPreferences } from '../models/preferences.ts';

const key = z.string().min(1).max(100);

/** How the windows look. */
export const lookSchema = z.strictObject({ language: z.enum(['en', 'ko']), theme: z.enum(themeChoices) });

/** One table as it was left. */
export const tableSchema = z.strictObject({
  panel: key,
  deployment: key.nullable(),
  view: z.strictObject({
    columns: z
      .array(
        z.strictObject({
          id: key,
          hidden: z.boolean(),
          width: z.number().int().min(COLUMN_WIDTH.min).max(COLUMN_WIDTH.max).nullable(),
        }),
      )
      .max(60),
    sort: z.strictObject({ column: key, descending: z.boolean() }).nullable(),
    filter: z.string().max(500),
  }),
});

/** How the person works with the windows: kept on this workstation, nothing to do with any server. */
export const preferenceInputs = {
  'preferences.read': z.strictObject({}),
  /** One part of them; the rest stays as another window may have left it. */
  'preferences.write': z.union([z.strictObject({ look: lookSchema }), z.strictObject({ table: tableSchema })]),
} as const;

export interface PreferenceOutputs {
  'preferences.read': KeptPreferences;
  'preferences.write': null;
}
