import { errorFrom } from '../../shared/errors.ts';
import { chooseLanguage, errorText } from '../cli/messages.ts';
import { readOptions, type BrowserOptions, type Surroundings } from './options.ts';
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
  try {
    return readOptions(process.argv.slice(2), surroundings);
  } catch (caught) {
    process.stderr.write(`${caught instanceof Error ? caught.message : String(caught)}\n`);
    process.exitCode = USAGE;
    return null;
  }
}
