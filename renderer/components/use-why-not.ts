import { useCallback } from 'react';
import type { OpenDeployment } from '../../shared/contract/requests.ts';
import { edgewiseError } from '../../shared/errors.ts';
import { formatError } from '../../shared/i18n/index.ts';
import { useLanguage, useText } from '../i18n/language.ts';

/**
 * Says of a cmdlet that writes why it cannot be used here, in words, or null: the deployment's mark, or what the server
 * says this role has. Main refuses all the same.
 */
export function useWhyNot(open: OpenDeployment): (cmdlet: string) => string | null {
  const text = useText();
  const whyNotRead = useWhyNotRead(open);
  const { readOnly } = open.deployment;
  return useCallback(
    (cmdlet) => (readOnly ? text('table.read-only') : whyNotRead(cmdlet)),
    [readOnly, whyNotRead, text],
  );
}

/** The same of a cmdlet that reads: the mark of a deployment does not forbid it. */
export function useWhyNotRead({ cmdlets }: OpenDeployment): (cmdlet: string) => string | null {
  const language = useLanguage();
  return useCallback(
    (cmdlet) => {
      const wanted = cmdlet.toLowerCase();
      if (cmdlets.some((name) => name.toLowerCase() === wanted)) return null;
      return formatError(language, edgewiseError('permission.cmdlet-absent', { cmdlet })).cause;
    },
    [cmdlets, language],
  );
}
