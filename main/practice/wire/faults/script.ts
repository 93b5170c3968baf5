import type { FaultKind, ScriptedFault, Verb } from './fault.ts';

/** A request on which a fault may strike. */
export interface Occasion {
  /** Null before the request was read: only faults without a verb and a cmdlet can strike there. */
  readonly verb: Verb | null;
  /** The cmdlets of the command it concerns. */
  readonly cmdlets: readonly string[];
}

interface Armed {
  readonly fault: ScriptedFault;
  skip: number;
  left: number;
}

type FaultOf<Kind extends FaultKind> = Extract<ScriptedFault, { readonly kind: Kind }>;

/** Cmdlet verbs that change nothing (design: "Reading verbs are Get- and Test-"), and PowerShell's own that only pass on. */
const READING = /^(Get|Test|Select|Measure|Out|Where|Sort|Format)-/i;

/** The scripted faults of one practice deployment, each struck off once it has come as often as it should. */
export class FaultScript {
  private armed: Armed[] = [];

  constructor(faults: readonly ScriptedFault[] = []) {
    for (const fault of faults) this.arm(fault);
  }

  /** Arms a fault; it counts its occasions from now on. `tls` faults are armed at the start, which makes their certificates. */
  add(fault: Exclude<ScriptedFault, { readonly kind: 'tls' }>): void {
    this.arm(fault);
  }

  /** Disarms everything. */
  clear(): void {
    this.armed = [];
  }

  /** How many faults are still to come. */
  get pending(): number {
    return this.armed.length;
  }

  /** The fault of one of these kinds that strikes here, counted and if used up struck off; null when none does. */
  strike<Kind extends FaultKind>(kinds: readonly Kind[], occasion: Occasion): FaultOf<Kind> | null {
    for (const entry of this.armed) {
      const { fault } = entry;
      if (!isOneOf(fault, kinds) || !concerns(fault, occasion)) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.left -= 1;
      if (entry.left === 0) this.armed = this.armed.filter((other) => other !== entry);
      return fault;
    }
    return null;
  }

  private arm(fault: ScriptedFault): void {
    this.armed.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 });
  }
}

function isOneOf<Kind extends FaultKind>(fault: ScriptedFault, kinds: readonly Kind[]): fault is FaultOf<Kind> {
  return kinds.some((kind) => kind === fault.kind);
}

function concerns(fault: ScriptedFault, occasion: Occasion): boolean {
  if (fault.kind === 'tls') return true;
  const wanted = fault.cmdlet?.toLowerCase();
  if (wanted !== undefined && !occasion.cmdlets.some((name) => name.toLowerCase() === wanted)) return false;
  if (fault.kind === 'lose-write') return occasion.cmdlets.some((name) => !READING.test(name));
  if (occasion.verb === null) return fault.verb === undefined && wanted === undefined;
  return fault.verb === undefined || fault.verb === occasion.verb;
}
