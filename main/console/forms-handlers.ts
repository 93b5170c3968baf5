import type { FormOutputs } from '../../shared/contract/forms.ts';
import type { Handlers } from './handler.ts';

/** The requests on what was typed and not yet applied. */
export const formsHandlers: Pick<Handlers, keyof FormOutputs> = {
  'forms.take': ({ forms }, { window }) => forms.take(window),
  'forms.keep': ({ forms }, { window, name, text }) => {
    forms.keep(window, name, text);
    return null;
  },
};
