import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { DomainList, OpenDeployment } from '../../shared/contract/requests.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';

/** The practice deployment as the console tells of it. */
export const PRACTICE: DeploymentSummary = {
  id: 'practice',
  name: 'Practice',
  kind: 'practice',
  url: 'https://127.0.0.1:1/OcsPowershell',
  user: 'CONTOSO\\administrator',
  group: '',
  colour: 'teal',
  scheme: 'basic',
  trust: 'ca',
  connection: '',
  passwordState: 'stored',
  production: false,
  readOnly: false,
};

/** What opening it gives: an administrator of domains. */
export const OPENED: OpenDeployment = {
  deployment: PRACTICE,
  serverVersion: 'Skype for Business Server 2015',
  allowedDomain: { addable: null, settable: null },
  cmdlets: ['Get-CsAllowedDomain', 'New-CsAllowedDomain', 'Remove-CsAllowedDomain', 'Set-CsAllowedDomain'],
  posture: { kind: 'closed', allowedDomains: 1 },
};

/** A domain on each of its lists. */
export const DOMAINS: DomainList = {
  domains: [
    {
      status: 'allowed',
      identity: 'fabrikam.com',
      domain: 'fabrikam.com',
      proxyFqdn: null,
      comment: 'PO 4711',
      markForMonitoring: false,
      verificationLevel: 'UseSourceVerification',
      version: 'f'.repeat(64),
    },
    {
      status: 'blocked',
      identity: 'litware.example',
      domain: 'litware.example',
      comment: null,
      version: 'b'.repeat(64),
    },
  ],
  posture: { kind: 'closed', allowedDomains: 1 },
  readAt: '2026-11-22T10:00:00.000Z',
};

/** For the tests of a file that draw the whole window: stands in for what jsdom lacks, and leaves nothing to the next. */
export function drawWholeWindow(): void {
  // A machine that does other work as well may take longer than the second that is usual.
  configure({ asyncUtilTimeout: 20_000 });
  vi.setConfig({ testTimeout: 60_000 });

  beforeEach(() => {
    // jsdom lays nothing out: without a height the table would show no row, rightly.
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(640);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    Element.prototype.scrollTo = () => undefined;
    Element.prototype.scrollIntoView = () => undefined;
  });

  afterEach(() => {
    vi.useRealTimers();
    cleanup();
    location.hash = '';
    sessionStorage.clear();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}
