import type { Language } from '../i18n/index.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

/** Every theme, in the order a choice shows them. */
export const themeChoices = ['light', 'dark', 'system'] as const satisfies readonly ThemeChoice[];

/** How the person wants every window to look. */
export interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
}

/** How one table was left. */
export interface TableView {
  /** In the order shown. A column that is not named stands where its panel puts it. */
  readonly columns: readonly ColumnView[];
  /** null = as its panel sorts it. */
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly filter: string;
}

export interface ColumnView {
  readonly id: string;
  readonly hidden: boolean;
  /** In pixels; null = as its panel has it. */
  readonly width: number | null;
}

/** A column narrower or wider than this is of no use to anybody. */
export const COLUMN_WIDTH = { min: 48, max: 2000 } as const;

/** The table of a panel, for one deployment; null = a panel of no deployment, such as the journal. */
export interface TablePlace {
  readonly panel: string;
  readonly deployment: string | null;
}

/** The look as it is kept. A language nobody has chosen is null. */
export interface KeptLook {
  readonly language: Language | null;
  readonly theme: ThemeChoice;
}

/** All that is kept of it. */
export interface KeptPreferences extends KeptLook {
  /** The one changed last at the end. */
  readonly tables: readonly (TablePlace & { readonly view: TableView })[];
}
