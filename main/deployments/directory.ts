import type { CertificateProbe, DeploymentDraft, PasswordKept, TestStep } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import { requireManagementUrl } from '../../shared/rules/management-url.ts';
import type { DeploymentSource } from '../console/source.ts';
import { accountOf } from '../credentials/keychain.ts';
import type { Passwords } from '../credentials/passwords.ts';
import type { DeploymentRecord, Settings } from '../settings/schema.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { LeftShells } from './left-shells.ts';
import {
  bindingOf,
  connectionKey,
  connectionOf,
  draftOf,
  nameOfCopy,
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
   * Adds (`id` null) or changes one; `taken` are names besides those of the directory. A changed scheme, host,
   * port, user or trust unbinds the password. Throws what recordOf and SettingsStore.change throw. Gives the id.
   */
  save(id: string | null, draft: DeploymentDraft, taken: readonly string[]): Promise<string>;
  /** Adds a copy under a name of its own: production and read-only marks are copied too. Gives the new id. */
  duplicate(id: string, taken: readonly string[]): Promise<string>;
  remove(id: string): Promise<void>;
  setPassword(id: string, password: string, remember: boolean): Promise<PasswordKept>;
  forgetPassword(id: string): Promise<PasswordKept>;
  /** Connects to a saved deployment or to a draft, step by step; nothing of it stays. `password` null = the kept one. */
  test(
    target: { readonly deployment: string } | { readonly draft: DeploymentDraft },
    password: string | null,
    options: { readonly signal: AbortSignal; readonly onStep: (step: TestStep) => void },
  ): Promise<readonly TestStep[]>;
  probe(url: string, signal: AbortSignal): Promise<CertificateProbe>;
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
  readonly probe: (url: URL, options: { readonly signal: AbortSignal }) => Promise<CertificateProbe>;
  readonly test: (
    connection: ConnectionValues,
    password: () => Promise<string | null>,
    options: { readonly signal: AbortSignal; readonly onStep: (step: TestStep) => void },
  ) => Promise<readonly TestStep[]>;
  readonly randomId: () => string;
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
    const bound = new Set(after.deployments.map((each) => accountOf(bindingOf(each))));
    const unbound = new Map(before.deployments.map((each) => [accountOf(bindingOf(each)), bindingOf(each)]));
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
    const bindings = settings.current().deployments.map(bindingOf);
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
    save: async (id, draft, taken) => {
      if (id !== null) recordFor(id);
      const saved = id ?? options.randomId();
      await change((deployments) => {
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
    setPassword: async (id, password, remember) => {
      const { state, notice } = await passwords.set(bindingOf(recordFor(id)), password, remember);
      tell(null);
      return { passwordState: state, notice };
    },
    forgetPassword: async (id) => {
      const { state, notice } = await passwords.forget(bindingOf(recordFor(id)));
      tell(null);
      return { passwordState: state, notice };
    },
    test: async (target, password, given) => {
      const connection = 'draft' in target ? connectionOf(target.draft) : recordFor(target.deployment);
      const find = (): Promise<string | null> =>
        password === null ? passwords.find(bindingOf(connection)) : Promise.resolve(password);
      return await options.test(connection, find, given);
    },
    probe: (url, signal) => options.probe(new URL(requireManagementUrl(url)), { signal }),
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
