import { createPartsReader } from '../../shared/contract/parts.ts';
import { giveWay, STRETCH_MS } from './in-stretches.ts';

/** The text of an answer on its way in. */
export interface AnswerText {
  /** Reads what of it is whole lines, giving way to everything else in the page now and then. */
  take(text: string): Promise<void>;
  /** Reads the rest and gives the answer. Throws a SyntaxError when it is not JSON or not all there. */
  end(): unknown;
}

/** Reads the text of an answer (`shared/contract/parts.ts`) as it comes. */
export function openAnswerText(): AnswerText {
  const reader = createPartsReader();
  let rest = '';
  let since = performance.now();

  return {
    take: async (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (performance.now() - since > STRETCH_MS) {
          await giveWay();
          since = performance.now();
        }
        reader.take(line);
      }
    },
    end: () => {
      if (rest !== '') reader.take(rest);
      return reader.answer();
    },
  };
}
