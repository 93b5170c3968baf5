import { readDomains } from '../../main/cs/domains.ts';
import { asInteger, property } from '../../main/psrp/clixml/read.ts';
import { demandSame, INPUT, namesOf, NEVER, type Act } from './acts.ts';

/** What changes nothing on the server. */
export const READING: readonly Act[] = [
  {
    name: 'open',
    large: 'cmdlets',
    // The first connection is for the verbs, the second for the long poll; version and cmdlets are asked for at once.
    messages: { hello: 2, 'sign-in': 2, create: 1, receive: 4, command: 2, terminate: 2 },
    ready: (stand, { truth }) =>
      Promise.resolve({
        run: async () => {
          const { cmdlets } = await stand.session.opened(NEVER);
          demandSame('cmdlets', cmdlets.names, truth);
        },
      }),
  },
  {
    name: 'list',
    large: 'domains',
    // The allowed domains take two Receives, the blocked ones the third.
    messages: { command: 2, receive: 3, terminate: 2 },
    ready: async (stand, { truth }) => {
      const { session } = await stand.session.opened(NEVER);
      return {
        run: async () => {
          const { allowed } = await readDomains(session, { signal: NEVER });
          demandSame('domains', namesOf(allowed), truth);
        },
      };
    },
  },
  {
    name: 'send',
    messages: { command: 1, send: 1, receive: 1, terminate: 1 },
    ready: async (stand) => {
      const { session } = await stand.session.opened(NEVER);
      return {
        run: async () => {
          const command = { name: 'Measure-Object', arguments: [] };
          const { output } = await session.run([command], { input: INPUT, signal: NEVER });
          const count = asInteger(property(output[0], 'Count'));
          if (count !== INPUT.length) throw new Error(`${String(count)} of ${INPUT.length} objects arrived`);
        },
      };
    },
  },
];
