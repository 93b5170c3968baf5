import type { MessageId } from '../../../shared/i18n/index.ts';

/** What a session may do with one kind of object; null = there is no such cmdlet for anybody. */
export interface ObjectAbilities {
  readonly label: MessageId;
  readonly read: boolean;
  readonly add: boolean | null;
  readonly change: boolean;
  readonly remove: boolean | null;
}

interface ObjectKind {
  readonly label: MessageId;
  readonly noun: string;
  /** There is one, Global, which nobody can add or delete. */
  readonly single?: true;
}

/** The objects of Federation and External Access that Edgewise reads or writes today. */
const OBJECTS: readonly ObjectKind[] = [
  { label: 'edge.title', noun: 'CsAccessEdgeConfiguration', single: true },
  { label: 'overview.allowed', noun: 'CsAllowedDomain' },
  { label: 'overview.blocked', noun: 'CsBlockedDomain' },
  { label: 'overview.hosting-providers', noun: 'CsHostingProvider' },
  { label: 'overview.public-providers', noun: 'CsPublicProvider' },
];

/** What a session may do, from the cmdlets its server says it has. */
export function abilitiesOf(cmdlets: readonly string[]): readonly ObjectAbilities[] {
  const have = new Set(cmdlets.map((name) => name.toLowerCase()));
  return OBJECTS.map(({ label, noun, single }) => {
    const may = (verb: string): boolean => have.has(`${verb}-${noun}`.toLowerCase());
    return {
      label,
      read: may('Get'),
      add: single === true ? null : may('New'),
      change: may('Set'),
      remove: single === true ? null : may('Remove'),
    };
  });
}

/** How many of the cmdlets are the server product's own. */
export function countCsCmdlets(cmdlets: readonly string[]): number {
  return cmdlets.filter((name) => /^[a-z]+-cs/i.test(name)).length;
}
