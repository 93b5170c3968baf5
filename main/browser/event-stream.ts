import type { ServerResponse } from 'node:http';
import type { Console } from '../console/console.ts';
import { plainHeaders } from './security-headers.ts';

/** A window that lets this many bytes pile up has stopped reading; it is cut off and may come back. */
const PILE_LIMIT = 8_388_608;

/** Between two empty lines, in milliseconds: the window takes silence for a lost connection. */
const HEARTBEAT_MS = 15_000;

/** Sends every event of the console as one line of JSON until the window goes away. */
export function streamEvents(console: Console, response: ServerResponse): void {
  response.writeHead(200, plainHeaders('application/x-ndjson; charset=utf-8'));
  const send = (line: string): void => {
    if (response.writableLength > PILE_LIMIT) response.destroy();
    else response.write(`${line}\n`);
  };
  const silence = console.listen((event) => send(JSON.stringify(event)));
  const heartbeat = setInterval(() => send(''), HEARTBEAT_MS);
  // The first line tells the window that it is connected.
  send('');
  response.on('close', () => {
    clearInterval(heartbeat);
    silence();
  });
}
