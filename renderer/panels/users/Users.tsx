import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import type { UserListRow } from '../../../shared/contract/users.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { samePolicy, scopeOf, userPolicyName } from '../../../shared/rules/policy-in-force.ts';
import { useNouns } from '../../api/noun-queries.ts';
import { useKnownUsers, type KnownUsers } from '../../api/known-users.ts';
import { useUserSearch } from '../../api/user-queries.ts';
import { usePlace } from '../../app/place.ts';
import { ListPanel, type ListHand } from '../../components/list-panel/ListPanel.tsx';
import type { PaneKind } from '../../components/list-panel/use-list-changes.tsx';
import { nowOf } from '../../components/review/over-conflict.ts';
import { useKept } from '../../components/use-kept.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { userColumns } from './columns.tsx';
import { Outcome } from './Outcome.tsx';
import { INITIAL_FIELDS, isSearchFields, wantedOf } from './search-fields.ts';
import { SearchBar } from './SearchBar.tsx';
import { SearchStatus } from './SearchStatus.tsx';
import { userDeeds } from './user-deeds.ts';
import { rowsLeft, userKind, userPane, type UserSubject } from './user-subject.ts';
import { UserPane } from './UserPane.tsx';

const NOBODY: readonly UserListRow[] = [];
const GRANT = NOUNS.user.set;

/** The Users panel: a search on the server, what is in force for one, policies assigned to one, many, or a pasted list. */
export function Users({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const { deployment } = open;
  const search = useUserSearch(deployment.id);
  const known = useKnownUsers(deployment.id, search);
  const pane = useMemo(() => ({ ...userPane(deployment.id), over: overKnown(known) }), [deployment.id, known]);
  const { governed } = usePlace();
  const { value: fields, keep } = useKept(`users-search/${deployment.id}`, INITIAL_FIELDS, isSearchFields);
  const readsPolicies = open.cmdlets.includes(NOUNS['external-access-policy'].get);
  const policyRows = useNouns(deployment.id, 'external-access-policy', readsPolicies).data?.rows;
  const policies = useMemo(() => (policyRows ?? []).map(({ identity }) => identity), [policyRows]);
  const userPolicies = useMemo(
    () => policies.filter((policy) => scopeOf(policy) === 'user').map(userPolicyName),
    [policies],
  );
  const why = useWhyNot(open)(GRANT);
  const columns = useMemo(() => userColumns(text), [text]);
  const deedsOf = useCallback((hand: ListHand<UserListRow, UserSubject>) => userDeeds(hand, why, text), [why, text]);

  const { wanted, ask } = search;
  const isAsked = wanted?.kind === 'governed' && governed !== null && samePolicy(wanted.policy, governed);
  useEffect(() => {
    if (governed === null || isAsked) return;
    keep({ ...fields, kind: 'governed', policy: governed });
    ask({ kind: 'governed', policy: governed });
    // Asked once for each address: what is searched for after that is the person's own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [governed]);

  function found(object: Conflict['object']): UserSubject | null {
    if (object.kind !== 'noun' || object.noun !== 'user') return null;
    return { kind: 'user', identity: object.identity, chosen: null };
  }

  return (
    <ListPanel<UserListRow, UserSubject>
      id="users"
      label={text('user.title')}
      open={open}
      lost={lost}
      list={{
        rows: search.users ?? (search.reading ? undefined : NOBODY),
        readAt: search.found?.readAt ?? null,
        error: search.error,
        reading: search.reading,
        arriving: search.reading && search.found === undefined,
        onRead: () => void search.again(),
        onCancel: search.cancel,
      }}
      kind={userKind}
      columns={columns}
      pane={pane}
      reading={{ readAgain: search.again, found, rowsLeft }}
      subjectOf={({ sipAddress: identity }) => ({ kind: 'user', identity, chosen: null })}
      deedsOf={deedsOf}
      empty={text(
        wanted === null ? 'user.not-searched' : search.found === undefined ? 'shell.cancelled' : 'user.nobody',
      )}
      notice={
        <>
          <SearchBar
            fields={fields}
            onFields={keep}
            policies={policies}
            userPolicies={userPolicies}
            reading={search.reading}
            onSearch={() => ask(wantedOf(fields))}
          />
          <Outcome search={search} />
        </>
      }
      paneOf={(subject, at) => (
        <UserPane
          {...at}
          subject={subject}
          deployment={deployment.id}
          known={known}
          searching={search.reading}
          policies={userPolicies}
          unavailable={why}
        />
      )}
      status={(props) => (
        <SearchStatus {...props} count={search.users === undefined ? null : props.count} search={search.search} />
      )}
    />
  );
}

/** A person insists knowing what somebody else has done: from there on these users are known so. */
function overKnown({ userOf, learn }: KnownUsers): NonNullable<PaneKind<UserSubject>['over']> {
  return (subject, conflicts) => {
    learn(
      conflicts.flatMap((conflict): readonly (readonly [string, UserListRow | null])[] => {
        const { object, versionNow } = conflict;
        if (object.kind !== 'noun') return [];
        const { identity } = object;
        const row = userOf(identity);
        if (row === undefined || row === null || versionNow === null) return [[identity, null]];
        const { externalAccessPolicy: policy } = nowOf(conflict);
        return [
          [identity, { ...row, version: versionNow, externalAccessPolicy: typeof policy === 'string' ? policy : null }],
        ];
      }),
    );
    return subject;
  };
}
