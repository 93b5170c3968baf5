import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { defaultSettingsFolder, type Surroundings } from '../browser/options.ts';

export interface ElectronOptions {
  /** Folder of what is kept on this workstation. */
  readonly settings: string;
  readonly practice: {
    /** The practice deployment's state; null = its own default, which the command line uses too. */
    readonly folder: string | null;
    readonly domains: number | null;
  };
}

/**
 * Reads the flags of our own, `--settings DIR` and `--practice-domains N`, out of everything the program was started
 * with. What else is there is Chromium's, or a launcher's, and no error.
 */
export function readElectronOptions(args: readonly string[], surroundings: Surroundings): ElectronOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { settings: { type: 'string' }, 'practice-domains': { type: 'string' } },
  });
  const settings = typeof values.settings === 'string' ? values.settings : null;
  const domains = values['practice-domains'];
  return {
    settings: settings ?? defaultSettingsFolder(surroundings),
    practice: {
      // Other settings are another workstation, as far as the practice deployment is concerned.
      folder: settings === null ? null : join(settings, 'practice'),
      domains: typeof domains === 'string' && /^\d{1,6}$/.test(domains) ? Number(domains) : null,
    },
  };
}
