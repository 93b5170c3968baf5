/** Server versions the product talks to. SE is a cumulative update of 2019 and takes its column (cmdlets.json, _meta). */
export type ServerVersion = '2013' | '2015' | '2019' | 'SE';

/** How a parameter takes objects from the pipeline. */
type PipelineBinding = 'none' | 'by-value' | 'by-property-name' | 'both';

/** An inclusive range of whole numbers. */
interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** One parameter of a cmdlet, as the help writes it. */
export interface CmdletParameter {
  readonly name: string;
  /** Full .NET type name. */
  readonly type: string;
  /** Parameter sets it is in; empty = in every set. */
  readonly sets: readonly string[];
  /** Sets in which it must be given. */
  readonly mandatory: 'never' | 'always' | readonly string[];
  /** 0-based place among the positional parameters, or null = by name only. */
  readonly position: number | null;
  readonly aliases: readonly string[];
  readonly pipeline: PipelineBinding;
  /** Names an enum takes, in the order of their numbers; empty = not an enum. */
  readonly values: readonly string[];
  readonly range: NumberRange | null;
  /** Longest text the server takes, in UTF-16 code units, or null = none is documented. */
  readonly maxLength: number | null;
  /** What the server uses when it is not given, or null = nothing is documented. */
  readonly defaultValue: string | number | boolean | null;
  readonly versions: readonly ServerVersion[];
  /** Own wording. */
  readonly description: string;
  /** Unit of a number. */
  readonly unit: string | null;
  /** True when no stored source confirms the whole fact: never state it as certain. */
  readonly unverified: boolean;
  /** Where sources disagree, or what is not confirmed; null = nothing to say. */
  readonly note: string | null;
}

/** One property of an object a cmdlet returns. */
export interface OutputProperty {
  readonly name: string;
  /** Full .NET type name; `System.String` also where an enum or identity arrives as text. */
  readonly type: string;
  readonly versions: readonly ServerVersion[];
  readonly unverified: boolean;
}

/** A type a cmdlet returns. */
export interface OutputType {
  readonly type: string;
  /** Its ancestors as far as they matter, most derived first, System.Object left out. */
  readonly ancestors: readonly string[];
  readonly properties: readonly OutputProperty[];
  /** How the property list is known (cmdlets.json, `evidence`). */
  readonly evidence: 'documented' | 'public-sample' | 'parameter-derived' | 'general-knowledge';
}

/** The help pages a definition was taken from. */
export interface HelpPages {
  readonly current: string;
  readonly lync2013: string;
}

/** One cmdlet of the catalogue. */
export interface CmdletDefinition {
  readonly name: string;
  readonly verb: string;
  readonly noun: string;
  readonly versions: readonly ServerVersion[];
  /** Names of its parameter sets; a cmdlet without named sets has one, `__AllParameterSets`. */
  readonly parameterSets: readonly string[];
  /** The set taken when the arguments leave several open. Not in the help: inferred from calls the help shows. */
  readonly defaultParameterSet: string;
  readonly parameters: readonly CmdletParameter[];
  readonly outputTypes: readonly OutputType[];
  /** True for a cmdlet that writes no object by default. */
  readonly returnsNothing: boolean;
  readonly supportsWhatIf: boolean;
  readonly source: HelpPages;
  readonly note: string | null;
}
