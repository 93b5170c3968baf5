import AddLinkIcon from '@mui/icons-material/AddLink';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import { XMPP_TEMPLATES } from '../../../shared/facts/xmpp-templates.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import type { ListDeeds } from '../../components/list-panel/deeds.ts';
import type { ListHand } from '../../components/list-panel/ListPanel.tsx';
import type { NounSubject, NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import type { Text } from '../../i18n/language.ts';
import { newPartner } from './partner-form.ts';

/** What can be done with the partners: a new one, one from a template, any number deleted. */
export function partnerDeeds(
  { chosen, show }: ListHand<NounTableRow, NounSubject>,
  abilities: NounAbilities | null,
  whyNot: (cmdlet: string) => string | null,
  text: Text,
): ListDeeds {
  const { add, remove } = NOUNS['xmpp-partner'];
  const unavailable = whyNot(add ?? '');
  return {
    // What a role cannot do at all is not offered: the notice says why.
    add:
      unavailable !== null
        ? []
        : [
            {
              id: 'new',
              label: 'xmpp.new.partner',
              title: 'xmpp.new.title',
              icon: <AddLinkIcon fontSize="small" />,
              unavailable,
              run: () => show(newPartner(null, abilities)),
            },
            ...XMPP_TEMPLATES.map((template) => ({
              id: `new-${template.id}`,
              label: `xmpp.template.${template.id}` as const,
              icon: <AddLinkIcon fontSize="small" />,
              unavailable,
              run: () => show(newPartner(template, abilities)),
            })),
          ],
    change: [],
    whyNotDeleted: chosen.length === 0 ? text('table.choose-some') : whyNot(remove ?? ''),
  };
}
