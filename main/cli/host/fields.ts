import { formatMessage } from '../../../shared/i18n/index.ts';
import type { CredentialQuestion, FieldsQuestion, HostField, TypedCredential, TypedValue } from '../../psrp/index.ts';
import { printable } from '../output/text.ts';
import { plainLabel, sayHeading, type Asking } from './choices.ts';

/** What is typed to read a field's help, as in PowerShell's own host. */
const HELP = '!?';
const TRUE = ['true', '$true', '1'];
const FALSE = ['false', '$false', '0'];

/** Asks for the value of each field in turn. */
export async function askFields(question: FieldsQuestion, asking: Asking): Promise<readonly TypedValue[]> {
  sayHeading(question, asking);
  if (question.fields.some(({ help }) => help !== '')) {
    asking.say(`${formatMessage(asking.language, 'cli.host.field-help')}\n`);
  }
  const typed: TypedValue[] = [];
  for (const field of question.fields) typed.push(await askField(field, asking));
  return typed;
}

/** Asks for what is missing of user and password. */
export async function askCredential(question: CredentialQuestion, asking: Asking): Promise<TypedCredential> {
  sayHeading(question, asking);
  const user = formatMessage(asking.language, 'cli.host.user');
  const userName = question.userName === '' ? await asking.ask(`${user} `) : question.userName;
  return { userName, password: await askPassword(userName, asking) };
}

/** Asks for a user's password without echo. */
export async function askPassword(userName: string, asking: Asking): Promise<string> {
  return asking.ask(formatMessage(asking.language, 'cli.password.question', { user: printable(userName) }), false);
}

async function askField(field: HostField, asking: Asking): Promise<TypedValue> {
  const name = plainLabel(field.label).label;
  const title = name === '' ? printable(field.name) : name;
  switch (field.kind) {
    case 'credential':
      asking.say(`${title}\n`);
      return askCredential({ caption: '', message: '', userName: '', target: '' }, asking);
    case 'list':
      return askList(field, title, asking);
    case 'secret':
      return askLine(field, `${title}: `, asking, false);
    case 'boolean':
      for (;;) {
        const typed = (await askLine(field, `${title}: `, asking)).trim().toLowerCase();
        if (TRUE.includes(typed)) return true;
        if (FALSE.includes(typed)) return false;
      }
    case 'text':
      return askLine(field, field.preset === null ? `${title}: ` : `${title} [${printable(field.preset)}]: `, asking);
  }
}

async function askList(field: HostField, title: string, asking: Asking): Promise<readonly string[]> {
  const items: string[] = [];
  for (;;) {
    const typed = await askLine({ ...field, preset: null }, `${title}[${items.length}]: `, asking);
    if (typed === '') return items;
    items.push(typed);
  }
}

async function askLine(field: HostField, question: string, asking: Asking, echo = true): Promise<string> {
  for (;;) {
    const typed = await asking.ask(question, echo);
    if (echo && typed === HELP) asking.say(`${printable(field.help)}\n`);
    else return typed === '' ? (field.preset ?? '') : typed;
  }
}
