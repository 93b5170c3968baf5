import type { PsValue } from '../clixml/values.ts';
import type { ProgressRecord } from '../records.ts';

/** What a host tells of itself: sent before the pipeline runs, for a server answers most reads of it by itself. */
export interface HostFacts {
  readonly name: string;
  /** Two to four numbers with dots. */
  readonly version: string;
  /** Upper-case GUID. */
  readonly instanceId: string;
  /** Of what is written for people, such as ko-KR. */
  readonly culture: string;
  readonly windowTitle: string;
  /** Characters of the window, 1 or more. */
  readonly columns: number;
  readonly rows: number;
}

/** One of several things to choose from: its label, where `&` stands before the key, and what it means. */
export interface HostChoice {
  readonly label: string;
  readonly help: string;
}

/** PromptForChoice: `defaults` are places in `choices`; of a single choice at most one. */
export interface ChoiceQuestion {
  readonly caption: string;
  readonly message: string;
  readonly choices: readonly HostChoice[];
  readonly defaults: readonly number[];
}

/** What one field of a prompt is: a value that a person types, or several, or a secret, or user and password. */
export type FieldKind = 'text' | 'boolean' | 'list' | 'secret' | 'credential';

export interface HostField {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly kind: FieldKind;
  /** What an empty line stands for, or null where nothing does. */
  readonly preset: string | null;
}

/** Prompt: values of several fields, such as the mandatory parameters that were left out. */
export interface FieldsQuestion {
  readonly caption: string;
  readonly message: string;
  readonly fields: readonly HostField[];
}

export interface CredentialQuestion {
  readonly caption: string;
  readonly message: string;
  /** What is known already; empty where nothing is. */
  readonly userName: string;
  /** For what it is; may be empty. */
  readonly target: string;
}

export interface TypedCredential {
  readonly userName: string;
  readonly password: string;
}

/** What was typed into a field. */
export type TypedValue = string | boolean | readonly string[] | TypedCredential;

/** Where the server's words go. */
export type HostStream = 'plain' | 'error' | 'debug' | 'verbose' | 'warning';

/**
 * Somebody who can be shown something and asked. All texts are the server's own: not to be trusted on a terminal. A
 * question ends when its signal aborts; one that nobody answers rejects with `Unanswered`.
 */
export interface PipelineHost {
  readonly facts: HostFacts;
  /** Text of a stream; `text` has its own line breaks, and one more ends it where the server wants a line. */
  write(stream: HostStream, text: string): void;
  progress(record: ProgressRecord): void;
  /** SetShouldExit: the server wishes the program to end with this status. */
  exit(code: number): void;
  /** A line, typed without echo when it is a secret. */
  readLine(secret: boolean, signal: AbortSignal): Promise<string>;
  /** A place in `choices`. */
  choose(question: ChoiceQuestion, signal: AbortSignal): Promise<number>;
  /** Places in `choices`, none or more. */
  chooseSeveral(question: ChoiceQuestion, signal: AbortSignal): Promise<readonly number[]>;
  /** A value for each field, in their order. */
  fill(question: FieldsQuestion, signal: AbortSignal): Promise<readonly TypedValue[]>;
  askCredential(question: CredentialQuestion, signal: AbortSignal): Promise<TypedCredential>;
}

/** The client's host as a server's cmdlets see it. */
export interface RemoteHost {
  /** Calls a method and waits for what it returns. Rejects with HostRefusal where the client has no answer, or is stopped. */
  ask(method: number, parameters: readonly PsValue[]): Promise<PsValue>;
  /** Calls a method without a result. */
  tell(method: number, parameters: readonly PsValue[]): void;
}

/** A host call that was answered with an error, or not at all. */
export class HostRefusal extends Error {}

/** Nobody answers: the input has ended. The server is told so, and its command fails. */
export class Unanswered extends Error {}
