import type {
  CertificateProbe,
  DeploymentDraft,
  NetworkStates,
  PasswordKept,
  SecretKind,
  TestStep,
} from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import type { NetworkChoice } from '../../shared/models/network.ts';
import { requireManagementUrl } from '../../shared/rules/management-url.ts';
import type { DeploymentSource } from '../console/source.ts';
import { accountOf, type SecretBinding } from '../credentials/keychain.ts';
import type { Passwords } from '../credentials/passwords.ts';
import type { DeploymentRecord, Settings } from '../settings/schema.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { ProxyEndpoint } from '../transport/endpoint.ts';
import { certificateBindingOf, networkSecrets, proxyBindingOf, type FindSecret } from './network-secrets.ts';
import type { LeftShells } from './left-shells.ts';
import {
  bindingOf,
  bindingsOf,
  connectionKey,
  connectionOf,
  draftOf,
  isStill,
  nameOfCopy,
  needsPassword,
  networkOf,
  recordOf,
  type ConnectionValues,
} from './record.ts';
import { serverSource, type OpenSession } from './server-source.ts';

/** The deployments that are configured on this workstation. Requests on an id throw workstation.deployment-unknown. */
export interface Directory {
  /** In the order in which they were added; the same object for an id as long as it is there. */
  sources(): readonly DeploymentSource[];
  draft(id: string): DeploymentDraft;
  /**
   * Adds (`id` null) or changes one; `taken` are names besides those of the directory. `base` is what the one to change
   * is known as: where it is another by now, conflict.deployment-changed, and nothing is changed. A changed scheme,
   * host, port, user or trust unbinds the password. Throws what recordOf and SettingsStore.change throw. Gives the id.
   */
  save(
    id: string | null,
    draft: DeploymentDraft,
    base: DeploymentDraft | null,
    taken: readonly string[],
  ): Promise<string>;
  /** Adds a copy under a name of its own: production and read-only marks are copied too. Gives the new id. */
  duplicate(id: string, taken: readonly string[]): Promise<string>;
  remove(id: string): Promise<void>;
  /** `secret` = which of the deployment's; one that it has no use for is an input.request-malformed. */
  setPassword(id: string, secret: SecretKind, password: string, remember: boolean): Promise<PasswordKept>;
  forgetPassword(id: string, secret: SecretKind): Promise<PasswordKept>;
  /** What is known of the secrets that its network needs; asks the keychain. */
  networkStates(id: string): Promise<NetworkStates>;
  /** Connects to a saved deployment or to a draft, step by step; nothing of it stays. `password` null = the kept one. */
  test(
    target: { readonly deployment: string } | { readonly draft: DeploymentDraft },
    typed: TypedSecrets,
    options: { readonly signal: AbortSignal; readonly onStep: (step: TestStep) => void },
  ): Promise<readonly TestStep[]>;
  /** `network` = by which way; its proxy's password is `proxyPassword`, null = the kept one. */
  probe(asked: ProbeAsked, signal: AbortSignal): Promise<CertificateProbe>;
  /** Reads the settings again, and asks the keychain about passwords of which nothing is known yet. Never throws. */
  refresh(): void;
  /** Hears of every change: the id of a deployment whose connection is another one now or that is gone, or null. */
  listen(listener: (reconnect: string | null) => void): () => void;
}

export interface DirectoryOptions {
  readonly settings: SettingsStore;
  readonly passwords: Passwords;
  readonly openSession: OpenSession;
  readonly shells: LeftShells;
  readonly probe: (
    url: URL,
    options: { readonly signal: AbortSignal; readonly proxy: ProxyEndpoint | null; readonly oldTls: boolean },
  ) => Promise<CertificateProbe>;
  readonly test: (
    connection: ConnectionValues,
    password: () => Promise<string | null>,
    find: FindSecret,
    options: { readonly signal: AbortSignal; readonly onStep: (step: TestStep) => void },
  ) => Promise<readonly TestStep[]>;
  readonly randomId: () => string;
}

/** Secrets for one test, kept nowhere; null = the one that is kept for these values, if there is one. */
export interface TypedSecrets {
  readonly password: string | null;
  readonly proxyPassword: string | null;
  readonly passphrase: string | null;
}

/** Whose certificate is asked for, and by which way. */
export interface ProbeAsked {
  readonly url: string;
  readonly network: NetworkChoice;
  readonly proxyPassword: string | null;
}

/** Builds the directory on the settings. Connects to nothing. */
export function createDirectory(options: DirectoryOptions): Directory {
  const { settings, passwords } = options;
  const listeners = new Set<(reconnect: string | null) => void>();
  const sources = new Map<string, DeploymentSource>();
  let shown = settings.current();
  let looking = false;

  function tell(reconnect: string | null): void {
    for (const listener of listeners) listener(reconnect);
  }

  function recordFor(id: string): DeploymentRecord {
    const record = settings.current().deployments.find((each) => each.id === id);
    if (record === undefined) throw failure('workstation.deployment-unknown', { deployment: id });
    return record;
  }

  function sourceFor(id: string): DeploymentSource {
    const kept = sources.get(id);
    if (kept !== undefined) return kept;
    // What is removed while its session is being closed is still asked for its name.
    let last = recordFor(id);
    const record = (): DeploymentRecord =>
      (last = settings.current().deployments.find((each) => each.id === id) ?? last);
    const source = serverSource(record, passwords, options.openSession, options.shells);
    sources.set(id, source);
    return source;
  }

  /** Tells what is different from what was shown last, whoever has written it. */
  function compare(): void {
    const before = shown;
    shown = settings.current();
    if (before === shown || JSON.stringify(before) === JSON.stringify(shown)) return;
    const gone = before.deployments.filter((old) => {
      const now = shown.deployments.find(({ id }) => id === old.id);
      if (now === undefined) sources.delete(old.id);
      return now === undefined || connectionKey(now) !== connectionKey(old);
    });
    tell(null);
    for (const { id } of gone) tell(id);
  }

  /** Passwords that no deployment is bound to any more are forgotten; a keychain that does not answer keeps them. */
  async function forgetUnbound(before: Settings, after: Settings): Promise<void> {
    const bound = new Set(after.deployments.flatMap(bindingsOf).map(accountOf));
    const unbound = new Map(before.deployments.flatMap(bindingsOf).map((each) => [accountOf(each), each]));
    for (const [account, binding] of unbound) if (!bound.has(account)) await passwords.forget(binding);
  }

  async function change(
    work: (deployments: readonly DeploymentRecord[]) => readonly DeploymentRecord[],
  ): Promise<void> {
    let before = settings.current();
    const after = await settings.change((now) => {
      before = now;
      return { ...now, deployments: [...work(now.deployments)] };
    });
    compare();
    await forgetUnbound(before, after);
    tell(null);
  }

  async function addCopy(id: string, taken: readonly string[]): Promise<string> {
    const copy = options.randomId();
    recordFor(id);
    await change((deployments) => {
      const original = deployments.find((each) => each.id === id) ?? recordFor(id);
      const name = nameOfCopy(original.name, [...taken, ...deployments.map((each) => each.name)]);
      return [...deployments, { ...original, id: copy, name }];
    });
    return copy;
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    const bindings = settings.current().deployments.filter(needsPassword).map(bindingOf);
    const states = (): string => bindings.map((each) => passwords.state(each)).join();
    const before = states();
    try {
      await passwords.look(bindings);
    } finally {
      looking = false;
    }
    if (states() !== before) tell(null);
  }

  return {
    sources: () => settings.current().deployments.map(({ id }) => sourceFor(id)),
    draft: (id) => draftOf(recordFor(id)),
    save: async (id, draft, base, taken) => {
      if (id !== null) recordFor(id);
      const saved = id ?? options.randomId();
      await change((deployments) => {
        // As the file has it at this moment: another process may have written it.
        const now = deployments.find((each) => each.id === saved);
        if (id !== null && now === undefined) throw failure('workstation.deployment-unknown', { deployment: id });
        if (now !== undefined && (base === null || !isStill(now, base))) {
          throw failure('conflict.deployment-changed', { name: now.name });
        }
        const others = deployments.filter((each) => each.id !== saved).map((each) => each.name);
        const record = recordOf(saved, draft, [...taken, ...others]);
        return id === null ? [...deployments, record] : deployments.map((each) => (each.id === saved ? record : each));
      });
      return saved;
    },
    duplicate: addCopy,
    remove: async (id) => {
      recordFor(id);
      await change((deployments) => deployments.filter((each) => each.id !== id));
    },
    setPassword: async (id, secret, password, remember) => {
      const { state, notice } = await passwords.set(secretOf(recordFor(id), secret), password, remember);
      tell(null);
      return { passwordState: state, notice };
    },
    forgetPassword: async (id, secret) => {
      const { state, notice } = await passwords.forget(secretOf(recordFor(id), secret));
      tell(null);
      return { passwordState: state, notice };
    },
    networkStates: async (id) => {
      const { network } = recordFor(id);
      const bindings = [proxyBindingOf(network), certificateBindingOf(network)];
      await passwords.look(bindings.filter((each) => each !== null));
      const [proxy, clientCertificate] = bindings.map((each) => (each === null ? 'absent' : passwords.state(each)));
      return { proxy: proxy ?? 'absent', clientCertificate: clientCertificate ?? 'absent' };
    },
    test: async (target, typed, given) => {
      const connection = 'draft' in target ? connectionOf(target.draft) : recordFor(target.deployment);
      const find = (): Promise<string | null> =>
        typed.password === null ? passwords.find(bindingOf(connection)) : Promise.resolve(typed.password);
      return await options.test(connection, find, typedOr(passwords, typed), given);
    },
    probe: async ({ url, network: typed, proxyPassword }, signal) => {
      const where = new URL(requireManagementUrl(url));
      const network = networkOf(typed);
      const find = typedOr(passwords, { password: null, proxyPassword, passphrase: null });
      // Nobody shows a client certificate to a server that is not trusted yet.
      const secrets = await networkSecrets({ ...network, clientCertificate: '' }, find);
      const proxy = network.proxy && { ...network.proxy, password: secrets.proxyPassword };
      return await options.probe(where, { signal, proxy, oldTls: network.oldTls });
    },
    refresh: () => {
      settings.refresh();
      compare();
      void look();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The binding of one of a deployment's secrets. Throws input.request-malformed where it has no use for it. */
function secretOf(record: DeploymentRecord, secret: SecretKind): SecretBinding {
  if (secret === 'password') return bindingOf(record);
  const binding = secret === 'proxy' ? proxyBindingOf(record.network) : certificateBindingOf(record.network);
  if (binding === null) throw failure('input.request-malformed', { request: `credentials (${secret})` });
  return binding;
}

/** What was typed, else what is kept. */
function typedOr(passwords: Passwords, { proxyPassword, passphrase }: TypedSecrets): FindSecret {
  return async (binding) => (binding.kind === 'proxy' ? proxyPassword : passphrase) ?? (await passwords.find(binding));
}
