import { skipToken, useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { TestStep } from '../../shared/contract/deployments.ts';
import type { ConsoleEvents } from '../../shared/contract/events.ts';
import type { UserListRow } from '../../shared/contract/users.ts';
import type {
  DomainList,
  OpenDeployment,
  RequestInput,
  RequestName,
  RequestOutputs,
} from '../../shared/contract/requests.ts';
import { Failure } from '../../shared/errors.ts';
import type { NounName } from '../../shared/nouns/noun.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';
import { shareRows } from './share-rows.ts';
import { useBridge, type Bridge, type ConsoleEvent } from './bridge.ts';

/** What the console last said of a deployment's session. */
export type SessionState = ConsoleEvents['deployment.state'];

/** Query keys begin with the deployment's id, so that everything of one deployment is dropped or read again at once. */
export const keys = {
  deployments: ['deployments'],
  notices: ['notices'],
  test: (test: string) => ['test', test],
  journal: ['journal'],
  idle: ['idle'],
  all: (deployment: string) => [deployment],
  open: (deployment: string) => [deployment, 'open'],
  asked: (deployment: string) => ['asked', deployment],
  state: (deployment: string) => [deployment, 'state'],
  domains: (deployment: string) => [deployment, 'domains'],
  progress: (deployment: string) => [deployment, 'progress'],
  postureChanged: (deployment: string) => [deployment, 'posture-changed'],
  plan: (plan: string) => ['plan', plan],
  overview: (deployment: string) => [deployment, 'overview'],
  accessEdge: (deployment: string) => [deployment, 'access-edge'],
  noun: (deployment: string, noun: NounName) => [deployment, 'noun', noun],
  scopes: (deployment: string) => [deployment, 'scopes'],
  xmppRoute: (deployment: string) => [deployment, 'xmpp-route'],
  users: (deployment: string) => [deployment, 'users'],
  usersAsked: (deployment: string) => [deployment, 'users-asked'],
  usersKnown: (deployment: string) => [deployment, 'users-known'],
  found: (search: string) => ['found', search],
  unheld: (deployment: string) => [deployment, 'unheld'],
  unheldRead: (deployment: string) => [deployment, 'unheld-read'],
  sites: (deployment: string) => [deployment, 'sites'],
  holders: (deployment: string, policy: string) => [deployment, 'holders', policy],
} as const;

/** Users as they were read one by one, for a form: read again where a form needs them. */
export function forgetKnownUsers(client: QueryClient, deployment: string): void {
  client.setQueryData(keys.usersKnown(deployment), (known: unknown) => (known === undefined ? undefined : new Map()));
}

/** Sends a request and throws its Failure: what a query function and a command both want. */
export async function ask<Name extends RequestName>(
  bridge: Bridge,
  name: Name,
  input: RequestInput<Name>,
  signal?: AbortSignal,
): Promise<RequestOutputs[Name]> {
  const result = await bridge.request(name, input, signal === undefined ? {} : { signal });
  if (!result.ok) throw new Failure(result.error);
  return result.value;
}

/**
 * The deployments of this workstation. Connects to none of them. The practice deployment is called so in the window's
 * language, which may be another than that of the process it comes from.
 */
export function useDeployments(): UseQueryResult<readonly DeploymentSummary[], Failure> {
  const bridge = useBridge();
  const text = useText();
  const named = useCallback(
    (deployments: readonly DeploymentSummary[]) =>
      deployments.map((each) => (each.kind === 'practice' ? { ...each, name: text('host.practice-name') } : each)),
    [text],
  );
  return useQuery<readonly DeploymentSummary[], Failure>({
    queryKey: keys.deployments,
    queryFn: ({ signal }) => ask(bridge, 'deployments.list', {}, signal),
    select: named,
  });
}

/**
 * Says that a person asks for a deployment to be opened just now: the next opening may try a sign-in again that was
 * refused. `asked` false takes it back where no opening came of it.
 */
export function askAnew(client: QueryClient, deployment: string, asked = true): void {
  client.setQueryData(keys.asked(deployment), asked);
}

/**
 * The open deployment; `wanted` false connects to nothing. Goes on while another deployment is in front. An opening that
 * failed is not tried again because it is looked at again: a refused password would be sent each time.
 */
export function useOpenDeployment(deployment: string, wanted: boolean): UseQueryResult<OpenDeployment, Failure> {
  const bridge = useBridge();
  return useQuery<OpenDeployment, Failure>({
    queryKey: keys.open(deployment),
    queryFn: ({ signal, client }) => {
      const anew = client.getQueryData(keys.asked(deployment)) === true;
      askAnew(client, deployment, false);
      return ask(bridge, 'deployments.open', anew ? { deployment, anew } : { deployment }, signal);
    },
    enabled: wanted,
    retryOnMount: false,
    refetchOnMount: false,
  });
}

/** What the console last said of the session, or undefined when it has said nothing yet. */
export function useSessionState(deployment: string): SessionState | undefined {
  return useQuery<SessionState>({ queryKey: keys.state(deployment), queryFn: skipToken }).data;
}

/** Both lists of an open deployment in one, with the posture read beside them; `wanted` false looks without reading. */
export function useDomains(deployment: string, wanted = true): UseQueryResult<DomainList, Failure> {
  const bridge = useBridge();
  return useQuery<DomainList, Failure>({
    queryKey: keys.domains(deployment),
    queryFn: ({ signal, client }) => {
      // What the last reading had read is not what this one has.
      client.setQueryData(keys.progress(deployment), 0);
      return ask(bridge, 'domains.list', { deployment }, signal);
    },
    // Both are what the query function gave; the library does not type them here.
    structuralSharing: (before, now) => shareRows(before as DomainList | undefined, now as DomainList),
    enabled: wanted,
  });
}

/** Rows read so far by the running `domains.list`; 0 when it has not said. */
export function useDomainsRead(deployment: string): number {
  return useQuery<number>({ queryKey: keys.progress(deployment), queryFn: skipToken }).data ?? 0;
}

/** When the console last said that the lists or the Access Edge changed (ISO 8601); '' when it has not said. */
export function usePostureChanged(deployment: string): string {
  return useQuery<string>({ queryKey: keys.postureChanged(deployment), queryFn: skipToken }).data ?? '';
}

/**
 * How many steps of a plan that is being applied are done, as the console last said; 0 when it has not said. What looks at
 * a part of it says so by `part`, and is drawn again only when that is another.
 */
export function usePlanProgress(plan: string, part: (done: number) => number = whole): number {
  return useQuery<number>({ queryKey: keys.plan(plan), queryFn: skipToken, select: part }).data ?? part(0);
}

/** The same, and when the console said so (milliseconds since 1970). */
export function usePlanPace(plan: string): { readonly done: number; readonly at: number } {
  const { data, dataUpdatedAt } = useQuery<number>({ queryKey: keys.plan(plan), queryFn: skipToken });
  return { done: data ?? 0, at: dataUpdatedAt };
}

function whole(done: number): number {
  return done;
}

/** Puts what the console says unasked into the cache; `onConnection` hears whether the console is there at all. */
export function useConsoleEvents(onConnection: (state: 'up' | 'lost') => void): void {
  const bridge = useBridge();
  const client = useQueryClient();
  useEffect(() => {
    let lost = false;
    return bridge.listen({
      onEvent: (event) => receive(client, event),
      onConnection: (state) => {
        onConnection(state);
        if (state === 'up') {
          // What was told before the stream was there, at first or again, was heard by nobody: what the keychain has
          // answered since the list was asked for, or a write of another window.
          void client.invalidateQueries({
            predicate: ({ queryKey }) => (lost && isOfServer(queryKey)) || isOfWorkstation(queryKey),
          });
        }
        lost = state === 'lost';
      },
    });
  }, [bridge, client, onConnection]);
}

function receive(client: QueryClient, event: ConsoleEvent): void {
  switch (event.name) {
    case 'domains.changed':
      client.setQueryData(keys.postureChanged(event.payload.deployment), new Date().toISOString());
      void client.invalidateQueries({ queryKey: keys.domains(event.payload.deployment) });
      void client.invalidateQueries({ queryKey: keys.overview(event.payload.deployment) });
      return;
    case 'access-edge.changed':
      client.setQueryData(keys.postureChanged(event.payload.deployment), new Date().toISOString());
      // The posture that stands beside the lists may be another one now.
      for (const key of [keys.accessEdge, keys.overview, keys.domains]) {
        void client.invalidateQueries({ queryKey: key(event.payload.deployment) });
      }
      return;
    case 'nouns.changed':
      void client.invalidateQueries({ queryKey: keys.noun(event.payload.deployment, event.payload.noun) });
      if (OF_USERS.has(event.payload.noun)) {
        void client.invalidateQueries({ queryKey: keys.users(event.payload.deployment) });
        forgetKnownUsers(client, event.payload.deployment);
        // Found out on request alone: what is not true any more is forgotten, not looked for again.
        void client.resetQueries({ queryKey: keys.unheld(event.payload.deployment) });
      }
      void client.invalidateQueries({ queryKey: keys.overview(event.payload.deployment) });
      return;
    case 'plans.progress':
      client.setQueryData(keys.plan(event.payload.plan), event.payload.ended);
      return;
    case 'domains.progress':
      client.setQueryData(keys.progress(event.payload.deployment), event.payload.read);
      return;
    case 'deployments.changed':
      void client.invalidateQueries({ queryKey: keys.deployments });
      return;
    case 'deployments.test-step': {
      const { test, ...step } = event.payload;
      client.setQueryData<readonly TestStep[]>(keys.test(test), (steps = []) => [...steps, step]);
      return;
    }
    case 'settings.notice':
      void client.invalidateQueries({ queryKey: keys.notices });
      return;
    case 'users.found': {
      const { search, from, users, read } = event.payload;
      client.setQueryData<FoundSoFar>(keys.found(search), (before = NOTHING_FOUND) => ({
        // The very list where nobody is added: it is then not drawn again.
        users:
          users.length === 0 && from === before.users.length
            ? before.users
            : [...before.users.slice(0, from), ...users],
        read,
      }));
      return;
    }
    case 'journal.changed':
      void client.invalidateQueries({ queryKey: keys.journal });
      return;
    case 'idle.changed':
      client.setQueryData(keys.idle, event.payload);
      return;
    case 'preferences.changed':
      // Heard by renderer/preferences.
      return;
    case 'deployment.state':
      client.setQueryData<SessionState>(keys.state(event.payload.deployment), (before) =>
        // What was lost is so until it is back: an attempt changes nothing yet.
        event.payload.state === 'opening' && before !== undefined
          ? { ...event.payload, error: before.error }
          : event.payload,
      );
  }
}

/** What a running search of users has told so far, and how many it has looked at. */
export interface FoundSoFar {
  readonly users: readonly UserListRow[];
  readonly read: number;
}

const NOTHING_FOUND: FoundSoFar = { users: [], read: 0 };

/** What is in force for users hangs on both. */
const OF_USERS: ReadonlySet<NounName> = new Set<NounName>(['user', 'external-access-policy']);

const OF_SERVER: ReadonlySet<unknown> = new Set([
  'domains',
  'overview',
  'access-edge',
  'noun',
  'scopes',
  'xmpp-route',
  'users',
]);

/** Whether a query's answer is what a server said, and may have changed there. */
export function isOfServer(queryKey: readonly unknown[]): boolean {
  return OF_SERVER.has(queryKey[1]);
}

/** Whether a query's answer is what this workstation keeps: no server is asked for it. */
function isOfWorkstation([first]: readonly unknown[]): boolean {
  return (
    first === keys.deployments[0] || first === keys.notices[0] || first === keys.idle[0] || first === keys.journal[0]
  );
}
