import type { DeploymentDraft, NetworkStates, SecretKind } from '../../shared/contract/deployments.ts';
import type { PasswordState } from '../../shared/models/deployment.ts';
import { hostName } from '../../shared/rules/host-name.ts';

/** Secrets of the network on their way to main; '' = what is kept stays. They are kept as the password is. */
export interface TypedNetworkSecrets {
  readonly proxyPassword: string;
  readonly passphrase: string;
}

export const NO_NETWORK_SECRETS: TypedNetworkSecrets = { proxyPassword: '', passphrase: '' };

/** One of the network's secrets, as the contract calls it. */
export type NetworkSecret = Exclude<SecretKind, 'password'>;

/** Where each is now; 'unbound' = what is kept, if anything, is for other values than those of the form. */
export type KeptNetworkSecrets = Readonly<Record<NetworkSecret, PasswordState | 'unbound'>>;

type Network = DeploymentDraft['network'];

/** Whether a proxy is signed in to with a password: not where it asks nobody, nor as the person of this workstation. */
export function wantsProxyPassword({ proxy }: Network): boolean {
  return proxy !== null && proxy.signIn !== 'none' && (proxy.signIn !== 'negotiate' || proxy.user.trim() !== '');
}

/** Whether a deployment with this network has a secret beside its account's. */
export function hasSecrets(network: Network): boolean {
  return wantsProxyPassword(network) || network.clientCertificate !== '';
}

/** What was typed of what `network` has a use for: what was typed before something else was chosen goes nowhere. */
export function usedSecrets(network: Network, typed: TypedNetworkSecrets): TypedNetworkSecrets {
  return {
    proxyPassword: wantsProxyPassword(network) ? typed.proxyPassword : '',
    passphrase: network.clientCertificate.trim() === '' ? '' : typed.passphrase,
  };
}

/**
 * Where the secrets of the form's network are, of what main says of the saved one; each is bound to its own values, as
 * main/credentials does it. null = main has not said it yet, or there is nothing saved.
 */
export function keptSecrets(saved: Network, now: Network, states: NetworkStates | null): KeptNetworkSecrets {
  const samePath = saved.clientCertificate === now.clientCertificate.trim();
  const sameProxy = proxyKey(saved) === proxyKey(now);
  return {
    proxy: stateOf(wantsProxyPassword(saved), sameProxy, states?.proxy),
    'client-certificate': stateOf(saved.clientCertificate !== '', samePath, states?.clientCertificate),
  };
}

function stateOf(wanted: boolean, same: boolean, state: PasswordState | undefined): PasswordState | 'unbound' {
  if (!wanted) return 'absent';
  return same ? (state ?? 'unknown') : 'unbound';
}

function proxyKey({ proxy }: Network): string {
  if (proxy === null) return '';
  const { host, port, signIn, user } = proxy;
  return JSON.stringify([hostName(host.trim()) ?? host, port, signIn, user.trim()]);
}
