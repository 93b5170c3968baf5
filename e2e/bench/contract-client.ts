import { setImmediate as nextTurn } from 'node:timers/promises';
import { ask, pageHeaders } from '../../main/browser/http-client.fixture.ts';
import { createPartsReader } from '../../shared/contract/parts.ts';
import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/result.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';

/** Sends one request of the contract, as a window does, and gives its result. */
export type Send = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  signal?: AbortSignal,
) => Promise<Result<RequestOutputs[Name]>>;

/** A window without a page on the host of this launch URL, whose token it uses up. Rejects when it is not admitted. */
export async function openWindowless(url: string): Promise<Send> {
  const { port, hash } = new URL(url);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const admitted = await ask(Number(port), {
    method: 'POST',
    path: '/api/session',
    headers: pageHeaders(Number(port)),
    body: JSON.stringify({ token }),
  });
  if (admitted.status !== 200) throw new Error(`not admitted: ${admitted.status}`);
  const { secret } = JSON.parse(admitted.body) as { readonly secret: string }; // main/browser/api.ts
  const cookie = admitted.headers['set-cookie']?.[0]?.split(';')[0];
  return async <Name extends RequestName>(name: Name, input: RequestInput<Name>, signal?: AbortSignal) => {
    const reply = await ask(Number(port), {
      method: 'POST',
      path: `/api/request/${name}`,
      headers: { ...pageHeaders(Number(port), secret), cookie },
      body: JSON.stringify(input),
      ...(signal === undefined ? {} : { signal }),
    });
    if (reply.status !== 200) throw new Error(`${name}: HTTP ${reply.status}`);
    const answer = createPartsReader();
    for (const line of reply.body.split('\n')) {
      answer.take(line);
      // In steps, as a page reads it: what else is measured meanwhile is not to wait for this.
      await nextTurn();
    }
    // The console of the same build answers by the same contract.
    return answer.answer() as Result<RequestOutputs[Name]>;
  };
}

/** Adds this many deployments whose servers are at `authority` (`host:port`); gives their ids. */
export async function addDeployments(send: Send, count: number, authority: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const saved = await send('deployments.save', {
      deployment: null,
      draft: {
        name: `Customer ${number}`,
        group: '',
        colour: 'grey',
        url: `https://${authority}/OcsPowershell`,
        user: 'CONTOSO\\bench',
        scheme: 'ntlm',
        trust: { kind: 'system' },
        ...USUAL_WAY,
        channelBinding: true,
        resourceUri: '',
        production: false,
        readOnly: false,
      },
    });
    if (!saved.ok) throw new Error(saved.error.code);
    ids.push(saved.value.id);
  }
  return ids;
}
