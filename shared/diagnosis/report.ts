import type { TestStep } from '../contract/deployments.ts';
import { isServersWord } from '../errors.ts';
import { formatError, formatMessage, type Language, type MessageId, type MessageValues } from '../i18n/index.ts';
import { factsText } from './step-facts.ts';
import { adviceOf, STEP_WORDS } from './step-words.ts';
import { withoutSecrets } from './without-secrets.ts';

/** What the report is of. No secret is asked for, so that none can be in it. */
export interface ReportSubject {
  readonly url: string;
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The whole of a test of a connection as plain text: for each step what was tried, what was seen, what that means and what
 * to do, in the person's language; the server's own words with it. What looks like a secret in those is taken out.
 */
export function reportText(language: Language, subject: ReportSubject, steps: readonly TestStep[]): string {
  const parts = steps.map((step, index) => reportStep(language, subject, step, index + 1));
  return [reportHead(language, subject), ...parts].join('\n');
}

/** Its first lines. */
export function reportHead(language: Language, subject: ReportSubject): string {
  const title = formatMessage(language, 'check.report.title');
  return withoutSecrets(`${title}\n${new Date(subject.at).toISOString()} · ${subjectText(subject)}\n`);
}

/** Its lines of one step, the `number`th; an empty one stands before each. */
export function reportStep(language: Language, { at }: ReportSubject, step: TestStep, number: number): string {
  return withoutSecrets(`${stepLines(language, step, number, at).join('\n')}\n`);
}

/** Whose test it is, in one line: the address and, where somebody is named, the user. */
export function subjectText({ url, user }: Pick<ReportSubject, 'url' | 'user'>): string {
  return user === '' ? url : `${url} · ${user}`;
}

function stepLines(language: Language, step: TestStep, number: number, now: number): readonly string[] {
  const text = (id: MessageId, values?: MessageValues): string => formatMessage(language, id, values);
  const { title, tried, means } = STEP_WORDS[step.step];
  const state = text(`check.state.${step.state}`);
  const took = step.state === 'skipped' ? '' : `, ${text('check.milliseconds', { count: step.milliseconds })}`;
  const lines = [`${number}. ${text(title)}: ${state}${took}`];
  const add = (label: 'tried' | 'seen' | 'means' | 'to-do' | 'server' | 'system', value: string): void => {
    if (value !== '') lines.push(`   ${text(`check.report.${label}`)}: ${value.replaceAll('\n', '\n     ')}`);
  };
  if (step.state === 'skipped') return lines;
  add('tried', text(tried));
  add(
    'seen',
    [factsText(language, step), step.facts.chain ?? '', fingerprint(step)].filter((part) => part !== '').join('\n'),
  );
  if (step.error !== null) {
    const { cause, next } = formatError(language, step.error);
    add('means', cause);
    add('to-do', next);
    add(isServersWord(step.error) ? 'server' : 'system', step.error.details.serverText ?? '');
    return lines;
  }
  add('means', text(means));
  for (const advice of adviceTexts(language, step, now)) add('to-do', advice);
  return lines;
}

/** The advice of a step in sentences, the gravest first. `now` is milliseconds since 1970. */
export function adviceTexts(language: Language, step: TestStep, now: number): readonly string[] {
  const { unknownHost: host = '', names = '', status = '', protocol = '' } = step.facts;
  const values = { host, names, status, protocol };
  return adviceOf(step, now).map((advice) => formatMessage(language, `check.advice.${advice}`, values));
}

function fingerprint({ facts }: TestStep): string {
  return facts.sha256 === undefined ? '' : `SHA-256 ${facts.sha256}`;
}
