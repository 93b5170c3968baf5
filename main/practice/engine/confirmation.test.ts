import { describe, expect, it } from 'vitest';
import { HostRefusal, type RemoteHost } from '../../psrp/host/host.ts';
import { HostMethod } from '../../psrp/host/methods.ts';
import type { PsValue } from '../../psrp/clixml/values.ts';
import { bench, column, idOf, type Ran } from './cmdlets/bench.fixture.ts';
import { Confirmation } from './confirmation.ts';

const NAMES = ['one.example', 'two.example', 'three.example'];

/** A host that gives these answers in turn, and keeps what it was asked and told. */
function hostThat(...answers: readonly (PsValue | Error)[]): RemoteHost & { readonly calls: unknown[] } {
  const calls: unknown[] = [];
  const left = [...answers];
  return {
    calls,
    ask: (method, parameters) => {
      calls.push([method, parameters[1]]);
      const answer = left.shift() ?? null;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    tell: (method, parameters) => void calls.push([method, parameters[0]]),
  };
}

/** Removes three domains in one pipeline; gives what ran, and which are left. */
async function removal(host: RemoteHost, given: Readonly<Record<string, PsValue>>, signal?: AbortSignal) {
  const { run } = bench();
  for (const name of NAMES) await run([['New-CsAllowedDomain', [name]]]);
  const more = signal === undefined ? { host } : { host, signal };
  const ran: Ran = await run(
    [
      ['Get-CsAllowedDomain', { Filter: '*.example' }],
      ['Remove-CsAllowedDomain', given],
    ],
    more,
  );
  const left = column(await run([['Get-CsAllowedDomain']]), 'Domain');
  return { ran, left: NAMES.filter((name) => left.includes(name)).length };
}

const { YES, YES_TO_ALL, NO, NO_TO_ALL } = Confirmation;

describe('a confirmation that a host answers', () => {
  it.each([
    ['yes to each', Array(9).fill(YES) as number[], 0],
    ['yes to all at the first', [YES_TO_ALL], 0],
    ['no to all at the first', [NO_TO_ALL], 3],
    ['no to each', Array(9).fill(NO) as number[], 3],
  ])('with %s', async (_, answers, left) => {
    const host = hostThat(...answers);
    const done = await removal(host, { Confirm: true });
    expect([done.ran.state, done.left]).toEqual(['completed', left]);
    if (answers.length === 1) expect(host.calls).toHaveLength(1);
  });

  it('names what would be done to what', async () => {
    const host = hostThat(NO_TO_ALL);
    await removal(host, { Confirm: true });
    expect(host.calls[0]).toEqual([
      HostMethod.PromptForChoice,
      expect.stringMatching(/^Are you sure .*\nPerforming the operation "Remove-CsAllowedDomain" on target ".+"\.$/),
    ]);
  });

  it('with an error fails as it does without a host', async () => {
    const { ran, left } = await removal(hostThat(new HostRefusal('nobody')), { Confirm: true });
    expect([ran.state, idOf(ran.reason), left]).toEqual(['failed', 'HostFunctionNotImplemented', 3]);
  });

  it('that is stopped meanwhile stops', async () => {
    const stop = new AbortController();
    const host: RemoteHost = {
      ask: () => {
        stop.abort();
        return Promise.reject(new HostRefusal('stopped'));
      },
      tell: () => undefined,
    };
    const { ran, left } = await removal(host, { Confirm: true }, stop.signal);
    expect([ran.state, left]).toEqual(['stopped', 3]);
  });

  it('is none where -WhatIf only tells', async () => {
    const host = hostThat();
    const { left } = await removal(host, { WhatIf: true });
    expect(host.calls[0]).toEqual([HostMethod.WriteLine2, expect.stringMatching(/^What if: Performing/)]);
    expect(left).toBe(3);
  });
});
