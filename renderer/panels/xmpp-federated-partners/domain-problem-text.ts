import type { XmppDomainProblem } from '../../../shared/rules/xmpp-partner.ts';
import type { Text } from '../../i18n/language.ts';

/** What is wrong with a domain, in words; `named` = it is one of several in its field. */
export function domainProblemText(text: Text, problem: XmppDomainProblem, named: boolean): string {
  const { domain } = problem;
  switch (problem.problem) {
    case 'name': {
      const why = text(`rules.domain-name.${problem.reason}`);
      return named ? text('xmpp.domain-refused', { domain, why }) : why;
    }
    case 'twice':
      return text('xmpp.domain-twice', { domain });
    case 'taken':
      return text('xmpp.domain-taken', { domain, partner: problem.partner });
  }
}
