import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WsmanAnswer, WsmanRequest } from '../../main/wsman/index.ts';
import { openAnswer } from '../../main/wsman/answer.ts';
import { failureOfFault, readFaultFacts } from '../../main/wsman/fault.ts';
import { readCommandReply, readCreateReply, readEmptyReply, readReceiveReply } from '../../main/wsman/replies.ts';
import { ADDRESSING, SHELL, SOAP, TRANSFER, WSMAN, WSMAN_FAULT } from '../../main/wsman/namespaces.ts';
import { anyMutations, BUDGET, mutated } from './mutations.ts';
import { survives } from './survives.ts';

const PLACE = { url: 'https://pool.contoso.com/', user: 'ana', scheme: 'NTLM', resourceUri: 'uri:x' };
const REQUEST: WsmanRequest = { messageId: 'uuid:1', action: `${SHELL}/Receive`, body: '' };

function envelope(inside: string): string {
  const names = `xmlns:s="${SOAP}" xmlns:a="${ADDRESSING}" xmlns:r="${SHELL}" xmlns:w="${WSMAN}" xmlns:x="${TRANSFER}"`;
  const header = `<a:Action>${REQUEST.action}Response</a:Action><a:RelatesTo>uuid:1</a:RelatesTo>`;
  return `<s:Envelope ${names}><s:Header>${header}</s:Header><s:Body>${inside}</s:Body></s:Envelope>`;
}

const STREAM = `<r:Stream Name="stdout" CommandId="C">${Buffer.alloc(60, 7).toString('base64')}</r:Stream>`;
const FAULT =
  '<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:TimedOut</s:Value></s:Subcode></s:Code>' +
  '<s:Reason><s:Text xml:lang="en">words</s:Text></s:Reason>' +
  `<s:Detail><f:WSManFault xmlns:f="${WSMAN_FAULT}" Code="2150858793"><f:Message>more</f:Message></f:WSManFault></s:Detail></s:Fault>`;
const CORPUS = [
  envelope(
    `<r:ReceiveResponse>${STREAM.repeat(3)}<r:CommandState State="${SHELL}/CommandState/Done"/></r:ReceiveResponse>`,
  ),
  envelope('<r:CommandResponse><r:CommandId>C</r:CommandId></r:CommandResponse>'),
  envelope(
    '<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet><w:Selector Name="ShellId">S</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>',
  ),
  envelope(FAULT),
  ...goldenRequests(),
].map((text) => Buffer.from(text));

/** Our own requests: what a server that echoes would answer. */
function goldenRequests(): readonly string[] {
  const folder = new URL('../../main/wsman/golden/', import.meta.url);
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

const PIECES = [
  '<s:Subcode>',
  '</s:Body>',
  '<!DOCTYPE a>',
  '&#xFFFFFFFF;',
  '&amp',
  ']]>',
  '<!--',
  'Code="-9e99"',
  '\0',
  '<r:Stream>',
];

test('an answer that was changed is read or refused by a Failure', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...CORPUS),
      anyMutations(PIECES),
      fc.constantFrom(200, 500, 0),
      (text, mutations, status) => {
        const body = mutated(text, mutations).toString('utf8');
        const answer: WsmanAnswer = { status, contentType: 'application/soap+xml', body };
        if (survives(() => openAnswer(answer, REQUEST, PLACE))) read += 1;
        for (const reader of [readReceiveReply, readCommandReply, readCreateReply, readEmptyReply]) {
          survives(() => reader(answer, REQUEST, PLACE));
        }
      },
    ),
    BUDGET,
  );
  expect(read).toBeGreaterThan(BUDGET.numRuns / 50);
  expect(read).toBeLessThan((BUDGET.numRuns * 9) / 10);
});

// Compared each with each, which they were, they take longer than this test may.
test('a fault of words without end is one Failure', { timeout: 10_000 }, () => {
  const words = Array.from({ length: 99_000 }, (_, at) => `<t>word ${at}</t>`).join('');
  const body = envelope(`<s:Fault><s:Reason><s:Text>${words}</s:Text></s:Reason></s:Fault>`);
  const opened = openAnswer({ status: 500, contentType: 'application/soap+xml', body }, REQUEST, PLACE);
  const facts = readFaultFacts(opened.fault ?? opened.body);
  expect(facts.serverText).toMatch(/^word 0\nword 1\n[^]*…$/);
  expect(facts.serverText).toHaveLength(8_001);
  expect(failureOfFault(facts, 500, PLACE).error.code).toBe('ws-management.fault');
});
