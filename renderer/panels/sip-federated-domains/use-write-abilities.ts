import { useMemo } from 'react';
import type { OpenDeployment } from '../../../shared/contract/requests.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import type { DomainStatus } from './domain-row.ts';

/** The fields not every server takes: Lync Server 2013 began without VerificationLevel. */
export type LevelOrMonitoring = 'verificationLevel' | 'markForMonitoring';
const FIELDS = ['verificationLevel', 'markForMonitoring'] as const satisfies readonly LevelOrMonitoring[];

/** For each kind of write why this role cannot do it, in words; null = it can. Main refuses all the same. */
export interface WriteAbilities {
  readonly add: (status: DomainStatus) => string | null;
  readonly change: (status: DomainStatus) => string | null;
  readonly remove: (status: DomainStatus) => string | null;
  /** Of the fields of an allowed domain, those this server has no parameter for, new or not. */
  readonly lacking: (isNew: boolean) => readonly LevelOrMonitoring[];
}

/** What the open deployment's role may write, from the cmdlets its server says it has. */
export function useWriteAbilities(open: OpenDeployment): WriteAbilities {
  const whyNot = useWhyNot(open);
  const { addable, settable } = open.allowedDomain;
  return useMemo(() => {
    const noun = (status: DomainStatus): string => (status === 'allowed' ? 'CsAllowedDomain' : 'CsBlockedDomain');
    return {
      add: (status) => whyNot(`New-${noun(status)}`),
      change: (status) => whyNot(`Set-${noun(status)}`),
      remove: (status) => whyNot(`Remove-${noun(status)}`),
      lacking: (isNew) => {
        const taken = isNew ? addable : settable;
        return taken === null ? [] : FIELDS.filter((field) => !taken.includes(field));
      },
    };
  }, [whyNot, addable, settable]);
}
