import type { AccountName } from '../../state/accounts.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { OutputQueue } from './output-queue.ts';

/** Who signed in on the connection. */
export interface Caller {
  /** `CONTOSO\administrator`. */
  readonly user: string;
  readonly account: AccountName;
  /** The Lync role the account holds now, or null for none: it may be given or taken away while a shell is open. */
  readonly role: () => string | null;
  readonly address: string;
}

/** What answers for one resource URI: PowerShell here, an echo shell in tests, the engine's own server in a peer. */
export interface ShellPlugin {
  readonly resourceUri: string;
  /** Opens a shell, or refuses it by throwing a WsmanFault. */
  open(opening: ShellOpening): Promise<PluginShell>;
}

export interface ShellOpening {
  /** The server's own id of the shell; PowerShell's plug-in ignores the client's, as v2 servers do. */
  readonly shellId: string;
  readonly caller: Caller;
  /** rsp:Shell as the client sent it. */
  readonly body: XmlElement;
  /** Options of the request, names in lower case. */
  readonly options: ReadonlyMap<string, string>;
  /** What the shell itself puts out (PowerShell: messages of the pool). */
  readonly output: OutputQueue;
}

/** One open shell. Nothing here blocks; what takes time goes on by itself and writes to the output. */
export interface PluginShell {
  /** Bytes a client sent to the shell itself. */
  receive(stream: string, data: Uint8Array): void;
  /** The cmdlets a Command would run, as far as its words tell; scripted faults are chosen by them. */
  cmdletsOf(words: CommandWords): readonly string[];
  /** Starts a command, or refuses it by throwing a WsmanFault. */
  command(opening: CommandOpening): Promise<PluginCommand>;
  close(): void;
}

/** What a Command says. */
export interface CommandWords {
  /** rsp:Command: empty for PowerShell. */
  readonly line: string;
  /** rsp:Arguments; for PowerShell one base64 text. */
  readonly arguments: readonly string[];
}

export interface CommandOpening extends CommandWords {
  readonly commandId: string;
  readonly output: OutputQueue;
}

export interface PluginCommand {
  /** The cmdlets it runs, as far as known by now. */
  cmdlets(): readonly string[];
  /** Bytes a client sent to the command; `end` closes that stream. */
  receive(stream: string, data: Uint8Array, end: boolean): void;
  /** Asks it to stop and to say so in its output. */
  stop(): void;
  /** Ends it: nobody fetches its output any more. Resolves once nothing of it is at work; never rejects. */
  close(): Promise<void>;
}
