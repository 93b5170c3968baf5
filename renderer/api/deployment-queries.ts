import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type {
  CertificateProbe,
  DeploymentDraft,
  NetworkStates,
  SettingsNotice,
  TestStep,
} from '../../shared/contract/deployments.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** What a form begins with: the values of a configured deployment, read anew for each form; never kept. */
export function useDeploymentDraft(deployment: string): UseQueryResult<DeploymentDraft, Failure> {
  const bridge = useBridge();
  return useQuery<DeploymentDraft, Failure>({
    // Beside what was read of the server: a form that has just changed the connection keeps what it began with.
    queryKey: ['draft', deployment],
    queryFn: ({ signal }) => ask(bridge, 'deployments.draft', { deployment }, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Where the secrets are that the network of a saved deployment needs; null = it is not saved yet. */
export function useNetworkStates(deployment: string | null): UseQueryResult<NetworkStates, Failure> {
  const bridge = useBridge();
  return useQuery<NetworkStates, Failure>({
    // Read again with the list: a password that was set or forgotten anywhere changes both.
    queryKey: [...keys.deployments, 'network', deployment],
    queryFn:
      deployment === null ? skipToken : ({ signal }) => ask(bridge, 'credentials.network', { deployment }, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

/** By which way a host is asked for its certificate. */
export interface ProbeWay {
  readonly network: DeploymentDraft['network'];
  /** '' = the one that is kept. */
  readonly proxyPassword: string;
}

/** The certificate a host shows now: asked each time somebody looks, for it may be another one. `way` null = not yet. */
export function useCertificate(url: string, way: ProbeWay | null): UseQueryResult<CertificateProbe, Failure> {
  const bridge = useBridge();
  return useQuery<CertificateProbe, Failure>({
    // Without the password, which is to stand in no cache.
    queryKey: ['certificate', url, way?.network],
    queryFn:
      way === null
        ? skipToken
        : ({ signal }) => {
            const { network, proxyPassword } = way;
            const typed = proxyPassword === '' ? {} : { proxyPassword };
            return ask(bridge, 'certificates.probe', { url, network, ...typed }, signal);
          },
    staleTime: 0,
    gcTime: 0,
  });
}

/** The steps of a running test that have ended, as the console says them. */
export function useTestSteps(test: string): readonly TestStep[] {
  return useQuery<readonly TestStep[]>({ queryKey: keys.test(test), queryFn: skipToken }).data ?? [];
}

/** What befell the settings file of this workstation. */
export function useSettingsNotices(): readonly SettingsNotice[] {
  const bridge = useBridge();
  const query = useQuery<readonly SettingsNotice[], Failure>({
    queryKey: keys.notices,
    queryFn: ({ signal }) => ask(bridge, 'settings.notices', {}, signal),
  });
  return query.data ?? [];
}
