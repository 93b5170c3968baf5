import { describe, expect, test } from 'vitest';
import { DEFAULT_QUOTAS, WsmanFault, type QuotaName, type Quotas } from './fault.ts';
import { ShellTable, type OpenShell } from './shell-table.ts';

function open(table: ShellTable, owner: string, idleTimeoutMs = 60_000): OpenShell {
  return table.add({
    resourceUri: 'urn:shell',
    owner,
    clientAddress: '127.0.0.1',
    inputStreams: 'stdin',
    outputStreams: 'stdout',
    idleTimeoutMs,
  });
}

function withQuota(quota: QuotaName, limit: number): ShellTable {
  const quotas: Quotas = { ...DEFAULT_QUOTAS, [quota]: limit };
  return new ShellTable(quotas);
}

function codeOf(work: () => unknown): number {
  try {
    work();
  } catch (error) {
    if (error instanceof WsmanFault) return error.facts.code;
    throw error;
  }
  return 0;
}

describe('quotas', () => {
  test("one user's shells are counted apart from another's", () => {
    const table = withQuota('MaxShellsPerUser', 1);
    open(table, 'ana');
    expect(codeOf(() => open(table, 'ben'))).toBe(0);
    expect(codeOf(() => open(table, 'ana'))).toBe(2150859236);
  });

  test("everybody's shells are counted together too", () => {
    const table = withQuota('MaxShells', 1);
    open(table, 'ana');
    expect(codeOf(() => open(table, 'ben'))).toBe(2150859238);
  });

  test('a user too many is refused, not a further shell of one who is there', () => {
    const table = withQuota('MaxConcurrentUsers', 1);
    open(table, 'ana');
    expect(codeOf(() => open(table, 'ana'))).toBe(0);
    expect(codeOf(() => open(table, 'ben'))).toBe(2150859237);
  });

  test('operations are counted over all shells of a user, until they end', () => {
    const table = withQuota('MaxConcurrentOperationsPerUser', 1);
    const [one, other] = [open(table, 'ana'), open(table, 'ana')];
    const end = table.beginOperation(one);
    expect(codeOf(() => table.beginOperation(other))).toBe(2150859240);
    end();
    expect(codeOf(() => table.beginOperation(other))).toBe(0);
  });
});

describe('idle shells', () => {
  test('one nobody used for its time-out is closed, and its waiting Receive with it', async () => {
    const table = new ShellTable(DEFAULT_QUOTAS);
    const shell = open(table, 'ana', 60_000);
    const waiting = shell.output.ready(10_000, new AbortController().signal);
    table.closeIdle(shell.lastActivity + 59_999);
    expect(table.count).toBe(1);
    table.closeIdle(shell.lastActivity + 60_000);
    expect(table.count).toBe(0);
    await expect(waiting).rejects.toMatchObject({ facts: { code: 995 } });
  });

  test('one with a request under way is in use, however long that takes', () => {
    const table = new ShellTable(DEFAULT_QUOTAS);
    const shell = open(table, 'ana', 60_000);
    table.beginOperation(shell);
    table.closeIdle(shell.lastActivity + 3_600_000);
    expect(table.count).toBe(1);
  });
});
