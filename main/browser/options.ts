import { parseArgs } from 'node:util';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** How the program was started. */
export interface BrowserOptions {
  /** One JSON line with the URL on standard output, and no browser. */
  readonly printUrl: boolean;
  /** The URL in words, and no browser. */
  readonly noBrowser: boolean;
  /** Folder of the built page. */
  readonly renderer: string;
  /** Folder of what is kept on this workstation. */
  readonly settings: string;
  readonly practice: {
    readonly entry: string;
    /** The practice deployment's state; null = its own default, which the command line uses too. */
    readonly folder: string | null;
    readonly domains: number | null;
  };
}

/** What the system tells of where things are kept. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
}

/** What is asked for instead of the console, or null. */
export function askedOf(args: readonly string[]): 'help' | 'version' | null {
  if (args.includes('--help') || args.includes('-h')) return 'help';
  return args.includes('--version') ? 'version' : null;
}

/** Reads the flags. Throws an Error with one sentence for what is not understood. */
export function readOptions(args: readonly string[], surroundings: Surroundings): BrowserOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'print-url': { type: 'boolean' },
      'no-browser': { type: 'boolean' },
      renderer: { type: 'string' },
      settings: { type: 'string' },
      'practice-entry': { type: 'string' },
      'practice-domains': { type: 'string' },
    },
  });
  const domains = values['practice-domains'];
  if (domains !== undefined && !/^\d{1,6}$/.test(domains)) throw new Error('--practice-domains must be a whole number');
  return {
    printUrl: values['print-url'] ?? false,
    noBrowser: values['no-browser'] ?? false,
    renderer: required('--renderer', values.renderer),
    settings: values.settings ?? defaultSettingsFolder(surroundings),
    practice: {
      entry: required('--practice-entry', values['practice-entry']),
      // Other settings are another workstation, as far as the practice deployment is concerned.
      folder: values.settings === undefined ? null : join(values.settings, 'practice'),
      domains: domains === undefined ? null : Number(domains),
    },
  };
}

/** Where settings are kept: the system's place for them. */
export function defaultSettingsFolder({ platform, environment }: Surroundings): string {
  const home = homedir();
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Edgewise');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Edgewise');
  // XDG Base Directory Specification: a relative path is invalid and counts as unset.
  const configured = environment['XDG_CONFIG_HOME'];
  return join(configured?.startsWith('/') === true ? configured : join(home, '.config'), 'edgewise');
}

function required(flag: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${flag} is missing`);
  return value;
}
