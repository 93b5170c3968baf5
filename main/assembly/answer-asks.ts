import { runOn } from '../cli/invoke.ts';
import type { Console } from '../console/console.ts';
import type { Answerer } from '../single-console/serve.ts';

/**
 * Answers what other programs of these settings ask of the running console: a window, which `openWindow` opens or gives
 * the launch URL of, and a write of the command line.
 */
export function answerAsks(console: Console, openWindow: () => string | null): Answerer {
  return async (ask, say, signal) => {
    if (ask.kind === 'window') return { kind: 'window', url: openWindow() };
    const { deployment, confirmName, json, language } = ask;
    const commands = ask.commands.map(({ name, arguments: written }) => ({
      name,
      arguments: written.map((argument) => ({ ...argument, value: argument.value })),
    }));
    const printer = {
      out: (text: string) => say({ kind: 'out', text }),
      err: (text: string) => say({ kind: 'err', text }),
    };
    const clean = await console.direct(
      {
        deployment,
        confirmName,
        run: (session, onSending) => runOn(session, { commands, json, language, signal, onSending }, printer),
      },
      signal,
    );
    return { kind: 'done', clean };
  };
}
