import { useMemo } from 'react';
import type { OpenDeployment } from '../../../shared/contract/requests.ts';
import { edgewiseError } from '../../../shared/errors.ts';
import { formatError } from '../../../shared/i18n/index.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import type { DomainStatus } from './domain-row.ts';

/** For each kind of write why this role cannot do it, in words; null = it can. Main refuses all the same. */
export interface WriteAbilities {
  readonly add: (status: DomainStatus) => string | null;
  readonly change: (status: DomainStatus) => string | null;
  readonly remove: (status: DomainStatus) => string | null;
}

/** What the open deployment's role may write, from the cmdlets its server says it has. */
export function useWriteAbilities(open: OpenDeployment): WriteAbilities {
  const text = useText();
  const language = useLanguage();
  return useMemo(() => {
    const have = new Set(open.cmdlets.map((name) => name.toLowerCase()));
    function why(verb: 'New' | 'Set' | 'Remove', status: DomainStatus): string | null {
      if (open.deployment.readOnly) return text('table.read-only');
      const cmdlet = `${verb}-${status === 'allowed' ? 'CsAllowedDomain' : 'CsBlockedDomain'}`;
      if (have.has(cmdlet.toLowerCase())) return null;
      return formatError(language, edgewiseError('permission.cmdlet-absent', { cmdlet })).cause;
    }
    return {
      add: (status) => why('New', status),
      change: (status) => why('Set', status),
      remove: (status) => why('Remove', status),
    };
  }, [open, text, language]);
}
