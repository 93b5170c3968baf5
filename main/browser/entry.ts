import { fileURLToPath } from 'node:url';
import { errorFrom } from '../../shared/errors.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import { chooseLanguage, errorText } from '../cli/messages.ts';
import { askedOf, readOptions, type BrowserOptions, type Surroundings } from './options.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { runBrowserConsole } from './run.ts';

/** The exit status of a command line that is not understood, as the command line's own. */
const USAGE = 2;

const surroundings: Surroundings = { platform: process.platform, environment: process.env };
const language = chooseLanguage(undefined, process.env);
const end = new AbortController();
// `on`, not `once`: a terminal's signal comes to us and again through the launcher, and must not cut the end short.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end.abort());

const options = understood();
if (options !== null) {
  try {
    await runBrowserConsole(options, {
      language,
      surroundings,
      user: process.getuid?.() ?? null,
      authenticatorEntry: fileURLToPath(new URL('./authenticator.js', import.meta.url)),
      print: (line) => process.stdout.write(`${line}\n`),
      signal: end.signal,
    });
  } catch (caught) {
    const error = errorFrom(caught);
    // Ctrl+C while another console was waited for: what was wanted.
    if (error.code !== 'workstation.cancelled') {
      process.stderr.write(errorText(error, language));
      process.exitCode = 1;
    }
  }
}

function understood(): BrowserOptions | null {
  const args = process.argv.slice(2);
  const asked = askedOf(args);
  if (asked !== null) {
    process.stdout.write(`${asked === 'help' ? formatMessage(language, 'host.usage') : packageFile.version}\n`);
    return null;
  }
  try {
    return readOptions(args, surroundings);
  } catch (caught) {
    process.stderr.write(`${caught instanceof Error ? caught.message : String(caught)}\n`);
    process.exitCode = USAGE;
    return null;
  }
}
