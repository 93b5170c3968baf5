import { asInteger, asText, itemsOf, property } from '../clixml/read.ts';
import type { PsValue } from '../clixml/values.ts';
import type { HostCall } from '../codecs/host-call.ts';
import { decodeProgressRecord } from '../codecs/streams.ts';
import type { ProgressRecord } from '../records.ts';
import type { ChoiceQuestion, CredentialQuestion, FieldKind, FieldsQuestion, HostField, HostStream } from './host.ts';
import { HostMethod } from './methods.ts';

/** A host call, read: what the server wants of the person or of the window. */
export type HostRequest =
  | { readonly kind: 'write'; readonly stream: HostStream; readonly text: string }
  | { readonly kind: 'progress'; readonly record: ProgressRecord }
  | { readonly kind: 'read-line'; readonly secret: boolean }
  | { readonly kind: 'choose' | 'choose-several'; readonly question: ChoiceQuestion }
  | { readonly kind: 'fill'; readonly question: FieldsQuestion }
  | { readonly kind: 'credential'; readonly question: CredentialQuestion }
  | { readonly kind: 'exit'; readonly code: number }
  /** A read of the host or its window, or a method this host does not have. */
  | { readonly kind: 'other'; readonly method: number };

/** Reads a call's parameters (MS-PSRP 2.2.3.17 has them all). What is missing is empty: a server's question is shown as far as it goes. */
export function readHostRequest(call: HostCall): HostRequest {
  const { method, parameters } = call;
  const text = (at: number): string => asText(parameters[at]) ?? '';
  switch (method) {
    case HostMethod.Write1:
      return write('plain', text(0));
    case HostMethod.Write2:
      return write('plain', text(2));
    case HostMethod.WriteLine1:
      return write('plain', '\n');
    case HostMethod.WriteLine2:
      return write('plain', `${text(0)}\n`);
    case HostMethod.WriteLine3:
      return write('plain', `${text(2)}\n`);
    case HostMethod.WriteErrorLine:
      return write('error', `${text(0)}\n`);
    case HostMethod.WriteDebugLine:
      return write('debug', `${text(0)}\n`);
    case HostMethod.WriteVerboseLine:
      return write('verbose', `${text(0)}\n`);
    case HostMethod.WriteWarningLine:
      return write('warning', `${text(0)}\n`);
    case HostMethod.WriteProgress:
      return { kind: 'progress', record: decodeProgressRecord(parameters[1] ?? null) };
    case HostMethod.ReadLine:
      return { kind: 'read-line', secret: false };
    case HostMethod.ReadLineAsSecureString:
      return { kind: 'read-line', secret: true };
    case HostMethod.Prompt: {
      const fields = itemsOf(parameters[2]).map(readField);
      return { kind: 'fill', question: { caption: text(0), message: text(1), fields } };
    }
    case HostMethod.SetShouldExit:
      return { kind: 'exit', code: asInteger(parameters[0]) ?? 0 };
    case HostMethod.PromptForCredential1:
    case HostMethod.PromptForCredential2: {
      const question = { caption: text(0), message: text(1), userName: text(2), target: text(3) };
      return { kind: 'credential', question };
    }
    case HostMethod.PromptForChoice:
      return { kind: 'choose', question: readChoices(parameters) };
    case HostMethod.PromptForChoiceMultipleSelection:
      return { kind: 'choose-several', question: readChoices(parameters) };
    default:
      return { kind: 'other', method };
  }
}

function write(stream: HostStream, text: string): HostRequest {
  return { kind: 'write', stream, text };
}

function readChoices(parameters: readonly PsValue[]): ChoiceQuestion {
  const choices = itemsOf(parameters[2]).map((choice) => ({
    label: asText(property(choice, 'label')) ?? '',
    help: asText(property(choice, 'helpMessage')) ?? '',
  }));
  // -1 is PowerShell's "no default".
  const defaults = itemsOf(parameters[3])
    .map((place) => asInteger(place) ?? -1)
    .filter((place) => place >= 0 && place < choices.length);
  return { caption: asText(parameters[0]) ?? '', message: asText(parameters[1]) ?? '', choices, defaults };
}

/** A FieldDescription (MS-PSRP 2.2.3.25), by the names of its fields. */
function readField(value: PsValue): HostField {
  const text = (name: string): string => asText(property(value, name)) ?? '';
  const preset = asText(property(value, 'defaultValue'));
  const kind = kindOf(text('parameterTypeFullName'), text('parameterTypeName'));
  const shown = kind === 'secret' || kind === 'credential' ? null : preset;
  return { name: text('name'), label: text('label'), help: text('helpMessage'), kind, preset: shown };
}

function kindOf(fullName: string, name: string): FieldKind {
  const type = fullName === '' ? name : fullName;
  if (type.endsWith('SecureString')) return 'secret';
  if (type.endsWith('PSCredential')) return 'credential';
  if (type.endsWith('[]') || type === 'System.Collections.IList') return 'list';
  return type === 'System.Boolean' || type.endsWith('SwitchParameter') ? 'boolean' : 'text';
}
