import { aborted, quotaFault, unexpectedSelectors, accessDenied, invalidParameter, type Quotas } from './fault.ts';
import { OutputQueue } from './output-queue.ts';
import type { Caller, PluginCommand, PluginShell } from './plugin.ts';

/** A command of a shell. */
export interface OpenCommand {
  readonly commandId: string;
  readonly output: OutputQueue;
  readonly plugin: PluginCommand;
  /** Whether a scripted fault loses everything it says, once it has run to its end; decided at its first Receive. */
  fate: 'undecided' | 'heard' | 'lost';
}

/** A shell, from Create to Delete. */
export interface OpenShell {
  readonly shellId: string;
  readonly resourceUri: string;
  readonly owner: string;
  readonly clientAddress: string;
  readonly inputStreams: string;
  readonly outputStreams: string;
  readonly idleTimeoutMs: number;
  readonly openedAt: number;
  readonly output: OutputQueue;
  readonly commands: Map<string, OpenCommand>;
  plugin: PluginShell | null;
  /** Requests on it that are not answered yet. */
  operations: number;
  lastActivity: number;
}

/** What a new shell is made from. */
export type ShellBeginning = Pick<
  OpenShell,
  'resourceUri' | 'owner' | 'clientAddress' | 'inputStreams' | 'outputStreams' | 'idleTimeoutMs'
>;

/** The open shells of one service, with the quotas a WinRM plug-in keeps over them. */
export class ShellTable {
  private readonly shells = new Map<string, OpenShell>();
  private readonly quotas: Quotas;

  constructor(quotas: Quotas) {
    this.quotas = quotas;
  }

  get count(): number {
    return this.shells.size;
  }

  /** All commands of all shells. */
  get commandCount(): number {
    return [...this.shells.values()].reduce((sum, shell) => sum + shell.commands.size, 0);
  }

  /** Adds a shell under a new id of the server's own. Throws the quota fault that stands in its way. */
  add(beginning: ShellBeginning): OpenShell {
    const all = [...this.shells.values()];
    const owners = new Set(all.map((shell) => shell.owner));
    const own = all.filter((shell) => shell.owner === beginning.owner).length;
    const { MaxShellsPerUser, MaxShells, MaxConcurrentUsers } = this.quotas;
    if (own >= MaxShellsPerUser) throw quotaFault('MaxShellsPerUser', MaxShellsPerUser);
    if (all.length >= MaxShells) throw quotaFault('MaxShells', MaxShells);
    if (!owners.has(beginning.owner) && owners.size >= MaxConcurrentUsers) {
      throw quotaFault('MaxConcurrentUsers', MaxConcurrentUsers);
    }
    const now = Date.now();
    const shell: OpenShell = {
      ...beginning,
      shellId: crypto.randomUUID().toUpperCase(),
      openedAt: now,
      output: new OutputQueue(),
      commands: new Map(),
      plugin: null,
      operations: 0,
      lastActivity: now,
    };
    this.shells.set(shell.shellId, shell);
    return shell;
  }

  /** The shell of that id, if it is this caller's. Throws what Windows answers otherwise (wire-protocol D6, D7). */
  find(shellId: string | null, caller: Caller): OpenShell {
    const shell = this.shells.get(shellId?.toUpperCase() ?? '');
    if (shell === undefined) throw unexpectedSelectors();
    if (shell.owner !== caller.user) throw accessDenied();
    return shell;
  }

  /** Throws the quota fault when the shell has as many commands as it may have. */
  requireRoomForCommand(shell: OpenShell): void {
    const limit = this.quotas.MaxConcurrentCommandsPerShell;
    if (shell.commands.size >= limit) throw quotaFault('MaxConcurrentCommandsPerShell', limit);
  }

  /** Counts a request as under way until the returned function is called. Throws the quota fault past the limit. */
  beginOperation(shell: OpenShell): () => void {
    const limit = this.quotas.MaxConcurrentOperationsPerUser;
    const running = [...this.shells.values()]
      .filter((other) => other.owner === shell.owner)
      .reduce((sum, other) => sum + other.operations, 0);
    if (running >= limit) throw quotaFault('MaxConcurrentOperationsPerUser', limit);
    shell.operations += 1;
    shell.lastActivity = Date.now();
    return () => {
      shell.operations -= 1;
      shell.lastActivity = Date.now();
    };
  }

  /** Closes a shell: its commands end, every waiting Receive with ERROR_OPERATION_ABORTED, and its id is known no more. */
  close(shell: OpenShell): void {
    if (!this.shells.delete(shell.shellId)) return;
    for (const command of shell.commands.values()) void closeCommand(shell, command);
    shell.output.fail(aborted);
    shell.plugin?.close();
  }

  closeAll(): void {
    for (const shell of [...this.shells.values()]) this.close(shell);
  }

  /** Closes the shells nobody has used for their idle time-out. */
  closeIdle(now: number): void {
    for (const shell of [...this.shells.values()]) {
      if (shell.operations === 0 && now - shell.lastActivity >= shell.idleTimeoutMs) this.close(shell);
    }
  }
}

/** The command of that id. Throws ERROR_INVALID_PARAMETER where the shell has none. */
export function findCommand(shell: OpenShell, commandId: string): OpenCommand {
  const command = shell.commands.get(commandId.toUpperCase());
  if (command === undefined) throw invalidParameter(`The shell has no command ${commandId}.`);
  return command;
}

/**
 * Ends a command and frees its place; a waiting Receive ends with ERROR_OPERATION_ABORTED. Resolves once nothing of it is
 * at work any more.
 */
export async function closeCommand(shell: OpenShell, command: OpenCommand): Promise<void> {
  shell.commands.delete(command.commandId);
  command.output.fail(aborted);
  await command.plugin.close();
}
