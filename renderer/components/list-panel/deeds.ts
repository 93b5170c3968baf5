import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';

/** One thing a list's panel can do, in its menus and in the palette alike. */
export interface ListDeed {
  /** Of the panel; kebab-case. */
  readonly id: string;
  /** As its menu calls it. */
  readonly label: MessageId;
  /** As the palette calls it, where the menu's word says too little outside the menu. */
  readonly title?: MessageId;
  readonly icon?: ReactNode;
  /** Why it cannot be done now, in words, or null. */
  readonly unavailable: string | null;
  readonly run: () => void;
}

/** What a panel can do with what is chosen. */
export interface ListDeeds {
  /** New ▾. */
  readonly add: readonly ListDeed[];
  /** In Edit ▾ after Copy, also where nothing can be changed: it shows and does not write. Left out = nothing. */
  readonly look?: readonly ListDeed[];
  /** In Edit ▾, between Copy and Delete. */
  readonly change: readonly ListDeed[];
  /** Why the chosen rows cannot be deleted, in words, or null; left out where nothing is ever deleted. */
  readonly whyNotDeleted?: string | null;
  /** What it is called for the chosen rows, where it is not Delete: what is never removed is reset. */
  readonly deletes?: MessageId;
}

/** What every list can do. */
export interface ListActs {
  readonly onShow: () => void;
  readonly onDelete: () => void;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onRefresh: () => void;
}
