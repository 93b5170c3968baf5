import { dictionaryOf, guid, listOf, psObject, version } from '../clixml/build.ts';
import type { PsObject, PsScalar, PsValue } from '../clixml/values.ts';
import { encodeHostRefusal, encodeHostResult, wantsAnswer, type HostCall } from '../codecs/host-call.ts';
import { coordinates, size } from '../codecs/host-info.ts';
import { Unanswered, type HostFacts, type PipelineHost, type TypedCredential, type TypedValue } from './host.ts';
import { HostMethod } from './methods.ts';
import { readHostRequest, type HostRequest } from './requests.ts';

/** Makes a SecureString of a text, with the key the two sides have agreed on (MS-PSRP 2.2.5.1.24). */
export type Secure = (text: string) => Promise<PsScalar>;

/** What an answer is made with. */
export interface AnswerMeans {
  readonly secure: Secure;
  /** Ends a question: the pipeline is over or stopped. */
  readonly signal: AbortSignal;
}

const ARRAY_LIST: readonly string[] = ['System.Collections.ArrayList', 'System.Object'];
const NO_SUCH_FUNCTION = 'The host of this session has no such function.';
const NOBODY = 'Nobody answered: the input of the host has ended.';

/**
 * Serves one host call: shows, asks or looks up, and gives the host response to send, or null where the server wants none
 * (MS-PSRP 3.1.5.4.15, 3.1.5.4.27). A method this host does not have, and a question nobody answers, is an error for the
 * server's command. Rejects with what the signal or `secure` does.
 */
export async function answerHostCall(call: HostCall, host: PipelineHost, means: AnswerMeans): Promise<PsObject | null> {
  try {
    const result = await serve(readHostRequest(call), host, means);
    if (!wantsAnswer(call)) return null;
    return result === undefined ? encodeHostRefusal(call, NO_SUCH_FUNCTION) : encodeHostResult(call, result);
  } catch (caught) {
    if (!(caught instanceof Unanswered)) throw caught;
    return wantsAnswer(call) ? encodeHostRefusal(call, NOBODY) : null;
  }
}

/** What a request comes to; undefined where this host cannot serve it. */
async function serve(request: HostRequest, host: PipelineHost, means: AnswerMeans): Promise<PsValue | undefined> {
  const { secure, signal } = means;
  switch (request.kind) {
    case 'write':
      host.write(request.stream, request.text);
      return null;
    case 'progress':
      host.progress(request.record);
      return null;
    case 'exit':
      host.exit(request.code);
      return null;
    case 'read-line': {
      const line = await host.readLine(request.secret, signal);
      return request.secret ? secure(line) : line;
    }
    case 'choose':
      if (request.question.choices.length === 0) return undefined;
      return host.choose(request.question, signal);
    case 'choose-several':
      if (request.question.choices.length === 0) return undefined;
      return listOf(await host.chooseSeveral(request.question, signal), ARRAY_LIST);
    case 'fill': {
      const { fields } = request.question;
      const typed = await host.fill(request.question, signal);
      const entries: (readonly [PsValue, PsValue])[] = [];
      for (const [at, field] of fields.entries()) {
        entries.push([field.name, await typedValue(typed[at] ?? '', field.kind === 'secret', secure)]);
      }
      return dictionaryOf(entries);
    }
    case 'credential':
      return credentialOf(await host.askCredential(request.question, signal), secure);
    case 'other':
      return factOf(request.method, host.facts);
  }
}

async function typedValue(typed: TypedValue, isSecret: boolean, secure: Secure): Promise<PsValue> {
  if (typeof typed === 'boolean') return typed;
  if (typeof typed === 'string') return isSecret ? secure(typed) : typed;
  return 'userName' in typed ? credentialOf(typed, secure) : listOf(typed);
}

/** A PSCredential: its user in clear, its password as a SecureString. Rejects with what `secure` does. */
export async function credentialOf(typed: TypedCredential, secure: Secure): Promise<PsObject> {
  return psObject({
    types: ['System.Management.Automation.PSCredential', 'System.Object'],
    text: 'System.Management.Automation.PSCredential',
    adapted: { UserName: typed.userName, Password: await secure(typed.password) },
  });
}

/** Reads of the host and its window; undefined for a method that is none of them. */
function factOf(method: number, facts: HostFacts): PsValue | undefined {
  switch (method) {
    case HostMethod.GetName:
      return facts.name;
    case HostMethod.GetVersion:
      return version(facts.version);
    case HostMethod.GetInstanceId:
      return guid(facts.instanceId);
    case HostMethod.GetCurrentCulture:
    case HostMethod.GetCurrentUICulture:
      return facts.culture;
    case HostMethod.GetWindowTitle:
      return facts.windowTitle;
    case HostMethod.GetForegroundColor:
      return 7;
    case HostMethod.GetBackgroundColor:
      return 0;
    case HostMethod.GetCursorSize:
      return 25;
    case HostMethod.GetCursorPosition:
    case HostMethod.GetWindowPosition:
      return coordinates(0, 0);
    case HostMethod.GetBufferSize:
    case HostMethod.GetWindowSize:
    case HostMethod.GetMaxWindowSize:
    case HostMethod.GetMaxPhysicalWindowSize:
      return size(facts.columns, facts.rows);
    case HostMethod.GetKeyAvailable:
    case HostMethod.GetIsRunspacePushed:
      return false;
    default:
      return undefined;
  }
}
