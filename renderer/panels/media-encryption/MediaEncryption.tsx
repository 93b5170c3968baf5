import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { Scopes } from '../../../shared/contract/topology.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { useScopes } from '../../api/topology-queries.ts';
import { ListPanel, type ListAt, type ListHand } from '../../components/list-panel/ListPanel.tsx';
import { nounForm, nounKind, nounPane } from '../../components/noun-panel/noun-pane.ts';
import { removalOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { useNounList } from '../../components/noun-panel/use-noun-list.ts';
import { Problem } from '../../components/Problem.tsx';
import { SidePane } from '../../components/SidePane.tsx';
import { useWhyNot } from '../../components/use-why-not.ts';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { mediaColumns } from './columns.tsx';
import { mediaDeeds } from './media-deeds.ts';
import { newMedia, newScopeOf } from './media-form.ts';
import { newWords } from './media-words.ts';
import { MediaForm } from './MediaForm.tsx';

const PANEL = 'media-encryption';
const NOUN = 'media-configuration';
const LISTED = [NOUN] as const;
const KIND = nounKind();
/** Until the topology is read, and where it cannot be: the name is typed. */
const UNSEEN: Scopes = { sites: null, services: null };

/** The Media Encryption panel: whether audio and video are encrypted, scope by scope. */
export function MediaEncryption({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const { deployment } = open;
  const whyNot = useWhyNot(open);
  const { list, reading, abilities } = useNounList(deployment.id, LISTED);
  const able = abilities(NOUN);
  const columns = useMemo(() => mediaColumns(text), [text]);
  const deedsOf = useCallback(
    (hand: ListHand<NounTableRow, NounSubject>) =>
      mediaDeeds(hand, { newOf: (scope, rows) => newMedia(scope, rows, able), whyNot, text }),
    [able, whyNot, text],
  );
  const { add, set, remove } = NOUNS[NOUN];
  const reasons = [add, set, remove].map((cmdlet) => whyNot(cmdlet ?? ''));
  const nothing = !deployment.readOnly && reasons.every((reason) => reason !== null);

  return (
    <ListPanel<NounTableRow, NounSubject>
      id={PANEL}
      label={text('media.title')}
      open={open}
      lost={lost}
      list={list}
      kind={KIND}
      columns={columns}
      pane={nounPane(PANEL, deployment.id)}
      reading={reading}
      subjectOf={(row) => ({ kind: 'existing', row })}
      deedsOf={deedsOf}
      removalOf={removalOf}
      empty={text('media.empty')}
      notice={
        nothing && (
          <Box sx={{ px: 1.5, pb: 1 }}>
            <Typography variant="caption">{reasons[0]}</Typography>
          </Box>
        )
      }
      paneOf={(subject, at) => <MediaPane {...at} subject={subject} deployment={deployment.id} whyNot={whyNot} />}
    />
  );
}

interface MediaPaneProps extends ListAt<NounTableRow, NounSubject> {
  readonly deployment: string;
  readonly subject: NounSubject;
  readonly whyNot: (cmdlet: string) => string | null;
}

/** The pane beside the table: one scope. New settings wait until it is known what they can be of. */
function MediaPane(props: MediaPaneProps): ReactNode {
  const { deployment, subject, rows, whyNot } = props;
  const text = useText();
  const isNew = subject.kind === 'new';
  const scopes = useScopes(deployment, isNew);
  const { add, set } = NOUNS[NOUN];
  const form = nounForm(PANEL, deployment, subject, whyNot(isNew ? (add ?? '') : set), props);
  const title = isNew ? newWords[newScopeOf(subject.start)].title : 'media.edit';
  const waiting = isNew && scopes.data === undefined;
  return (
    <SidePane title={text(title)} discard={props.discard} onClose={props.onClose}>
      {scopes.error !== null && isNew && <Problem error={scopes.error.error} onRetry={() => void scopes.refetch()} />}
      {waiting && scopes.error === null && <Typography role="status">{text('table.reading')}</Typography>}
      {!waiting && (
        <MediaForm key={form.name} {...form} deployment={deployment} rows={rows} scopes={scopes.data ?? UNSEEN} />
      )}
    </SidePane>
  );
}
