import type { MessageId } from '../../../shared/i18n/index.ts';
import { hasCmdlet, lackOf } from '../../../shared/rules/absent-cmdlet.ts';

/** What a session may do with one kind of object; null = there is no such cmdlet for anybody. */
export interface ObjectAbilities {
  readonly label: MessageId;
  readonly read: boolean | null;
  readonly add: boolean | null;
  readonly change: boolean | null;
  readonly remove: boolean | null;
}

/** What a session may do in all the panels, in one sentence. */
export type SessionReach =
  | { readonly kind: 'everything' | 'assign' | 'look' | 'nothing' }
  /** It may change these, by the names of their rows. */
  | { readonly kind: 'some'; readonly labels: readonly MessageId[] };

interface ObjectKind {
  readonly label: MessageId;
  readonly get: string;
  readonly add: string | null;
  readonly set: string;
  readonly remove: string | null;
  /** Servers from 2019 on have it no more: told by what the session has, not by the version. */
  readonly mayBeGone?: true;
}

const ASSIGN = 'Grant-CsExternalAccessPolicy';

/** The objects of the panels, in the order of the panels. */
const OBJECTS: readonly ObjectKind[] = [
  growing('overview.policies', 'CsExternalAccessPolicy'),
  single('edge.title', 'CsAccessEdgeConfiguration'),
  growing('overview.allowed', 'CsAllowedDomain'),
  growing('overview.blocked', 'CsBlockedDomain'),
  growing('overview.hosting-providers', 'CsHostingProvider'),
  growing('overview.public-providers', 'CsPublicProvider'),
  { ...growing('overview.xmpp-partners', 'CsXmppAllowedPartner'), mayBeGone: true },
  { ...single('overview.xmpp-gateway', 'CsXmppGatewayConfiguration'), mayBeGone: true },
  { label: 'overview.user-policies', get: 'Get-CsUser', add: null, set: ASSIGN, remove: null },
  growing('media.title', 'CsMediaConfiguration'),
];

/** What a session may do, from the cmdlets its server says it has. */
export function abilitiesOf(cmdlets: readonly string[]): readonly ObjectAbilities[] {
  return OBJECTS.map(({ label, get, add, set, remove, mayBeGone }) => {
    const gone = mayBeGone === true && !hasCmdlet(cmdlets, get) && lackOf(cmdlets) === 'server';
    const may = (cmdlet: string | null): boolean | null =>
      cmdlet === null || gone ? null : hasCmdlet(cmdlets, cmdlet);
    return { label, read: may(get), add: may(add), change: may(set), remove: may(remove) };
  });
}

/** The same in one sentence. */
export function reachOf(cmdlets: readonly string[]): SessionReach {
  const abilities = abilitiesOf(cmdlets);
  const changeable = abilities.filter(({ add, change, remove }) => [add, change, remove].includes(true));
  if (changeable.length === 0) {
    return { kind: abilities.some(({ read }) => read === true) ? 'look' : 'nothing' };
  }
  if (changeable.every(({ label }) => label === 'overview.user-policies')) return { kind: 'assign' };
  const whole = abilities.every((each) =>
    [each.read, each.add, each.change, each.remove].every((may) => may !== false),
  );
  return whole ? { kind: 'everything' } : { kind: 'some', labels: changeable.map(({ label }) => label) };
}

/** How many of the cmdlets are the server product's own. */
export function countCsCmdlets(cmdlets: readonly string[]): number {
  return cmdlets.filter((name) => /^[a-z]+-cs/i.test(name)).length;
}

function growing(label: MessageId, noun: string): ObjectKind {
  return { label, get: `Get-${noun}`, add: `New-${noun}`, set: `Set-${noun}`, remove: `Remove-${noun}` };
}

/** There is one, Global, which nobody can add or delete. */
function single(label: MessageId, noun: string): ObjectKind {
  return { label, get: `Get-${noun}`, add: null, set: `Set-${noun}`, remove: null };
}
