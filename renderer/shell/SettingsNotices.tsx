import Alert from '@mui/material/Alert';
import { useState, type ReactNode } from 'react';
import type { SettingsNotice } from '../../shared/contract/deployments.ts';
import { useSettingsNotices } from '../api/deployment-queries.ts';
import { useText, type Text } from '../i18n/language.ts';

/** What befell the settings of this workstation, until the person has read it. */
export function SettingsNotices(): ReactNode {
  const text = useText();
  const notices = useSettingsNotices();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  return notices
    .map((notice) => ({ notice, words: words(text, notice) }))
    .filter(({ words: sentence }) => !read.has(sentence))
    .map(({ notice, words: sentence }) => (
      <Alert
        key={sentence}
        severity={notice.kind === 'set-aside' ? 'warning' : 'error'}
        square
        variant="outlined"
        onClose={() => setRead(new Set([...read, sentence]))}
        closeText={text('setup.close')}
        sx={{ overflowWrap: 'anywhere' }}
      >
        {sentence}
      </Alert>
    ));
}

function words(text: Text, notice: SettingsNotice): string {
  const { file } = notice;
  switch (notice.kind) {
    case 'set-aside':
      return text('setup.notice.set-aside', { file, reason: notice.reason });
    case 'newer':
      return text('setup.notice.newer', { file });
    case 'unreadable':
      return text('setup.notice.unreadable', { file, reason: notice.reason });
  }
}
