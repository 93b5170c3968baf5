import { EventEmitter } from 'node:events';

/**
 * Preloaded into a forked child so that it finds what a utility process has: `process.parentPort`, and no IPC channel
 * of Node's.
 */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    send?.(message);
  }
}

// Of its overloads, the one with the message alone.
const send = process.send?.bind(process) as ((message: unknown) => void) | undefined;
const port = new ParentPort();
process.on('message', (data) => port.emit('message', { data, ports: [] }));
// The system ends a utility process with its parent.
process.on('disconnect', () => process.exit(1));
Object.defineProperty(process, 'parentPort', { value: port });
Object.defineProperty(process, 'send', { value: undefined });
