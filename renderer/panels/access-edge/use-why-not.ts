import type { OpenDeployment } from '../../../shared/contract/requests.ts';
import { edgewiseError } from '../../../shared/errors.ts';
import { formatError } from '../../../shared/i18n/index.ts';
import { useLanguage, useText } from '../../i18n/language.ts';

const SET = 'Set-CsAccessEdgeConfiguration';

/** Why the Access Edge cannot be changed here, in words; null = it can. Main refuses all the same. */
export function useWhyNot({ deployment, cmdlets }: OpenDeployment): string | null {
  const text = useText();
  const language = useLanguage();
  if (deployment.readOnly) return text('table.read-only');
  if (cmdlets.some((name) => name.toLowerCase() === SET.toLowerCase())) return null;
  return formatError(language, edgewiseError('permission.cmdlet-absent', { cmdlet: SET })).cause;
}
