import type { TestStep } from '../../shared/contract/deployments.ts';
import { reportHead, reportStep } from '../../shared/diagnosis/report.ts';
import { adviceOf } from '../../shared/diagnosis/step-words.ts';
import { withoutSecrets } from '../../shared/diagnosis/without-secrets.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { namedUser, type KerberosMeans } from '../auth/index.ts';
import type { FindSecret } from '../deployments/network-secrets.ts';
import { needsPassword, type ConnectionValues } from '../deployments/record.ts';
import { testConnection } from '../deployments/test-connection.ts';
import type { Printer } from './invoke.ts';
import { printable } from './output/text.ts';

/** What is examined, and how the report is printed. */
export interface Examination {
  readonly connection: ConnectionValues;
  /** Asked for once: before a secret of the network, else when the sign-in is reached, which says what it throws. */
  readonly password: () => Promise<string>;
  /** Finds what the network needs, when the proxy is reached. */
  readonly find: FindSecret;
  readonly json: boolean;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly kerberos: KerberosMeans;
}

/**
 * `edgewise doctor`: goes through the steps of Test connection and prints each as it ends, as part of the report or as one
 * JSON object a step, without what looks like a secret. True when every step passed. Throws workstation.cancelled.
 */
export async function examine(examination: Examination, printer: Printer): Promise<boolean> {
  const { connection, json, language, signal, kerberos } = examination;
  let asked: Promise<string> | null = null;
  const password = async (): Promise<string> => await (asked ??= examination.password());
  const find: FindSecret = async (binding) => {
    // Lines of standard input are read in one order by every command: the first of them, the account's, is for no proxy.
    // Where it is missing the sign-in says so, which asks for it again.
    if (needsPassword(connection)) await password().catch(() => null);
    return await examination.find(binding);
  };
  const subject = { url: connection.url, user: namedUser(connection.user), at: Date.now() };
  let number = 0;
  const printJson = (step: TestStep): void => {
    const told = { ...step, advice: adviceOf(step, Date.now()) };
    const bare = (_key: string, value: unknown): unknown => (typeof value === 'string' ? withoutSecrets(value) : value);
    printer.out(`${printable(JSON.stringify(told, bare))}\n`);
  };
  // What is printed of the steps that have ended is there when the next one never ends.
  const printText = (step: TestStep): void => {
    if (number === 0) printer.out(printable(reportHead(language, subject)));
    printer.out(printable(`\n${reportStep(language, subject, step, ++number)}`));
  };
  const onStep = json ? printJson : printText;
  const steps = await testConnection(connection, password, find, { signal, onStep, kerberos });
  return steps.every(({ state }) => state === 'ok');
}
