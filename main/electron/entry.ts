import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { errorFrom } from '../../shared/errors.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import { chooseLanguage, errorText } from '../cli/messages.ts';
import { readElectronOptions } from './options.ts';
import { prepareElectron, runElectronConsole } from './run.ts';

const options = readElectronOptions(process.argv.slice(1), { platform: process.platform, environment: process.env });

if (prepareElectron(options)) {
  // Not awaited: Electron is not ready before this module has ended.
  void start();
} else {
  app.quit();
}

async function start(): Promise<void> {
  try {
    await runElectronConsole(
      {
        renderer: besides('../renderer'),
        preload: besides('preload.cjs'),
        practiceEntry: besides('../main/practice.js'),
        authenticatorEntry: besides('../main/authenticator.js'),
      },
      options,
    );
  } catch (caught) {
    const language = chooseLanguage(undefined, process.env);
    dialog.showErrorBox(formatMessage(language, 'window.not-started'), errorText(errorFrom(caught), language));
    app.exit(1);
  }
}

/** A file by its place beside the built program (dist/electron), in the clone as in the package. */
function besides(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
