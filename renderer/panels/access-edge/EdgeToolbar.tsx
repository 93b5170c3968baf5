import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode, Ref } from 'react';
import { useText } from '../../i18n/language.ts';

interface EdgeToolbarProps {
  /** Nothing can be changed here: what changes is then not offered at all. */
  readonly writable: boolean;
  readonly changed: boolean;
  readonly building: boolean;
  readonly reading: boolean;
  readonly reviewRef: Ref<HTMLButtonElement>;
  readonly onReview: () => void;
  readonly onDiscard: () => void;
  readonly onRefresh: () => void;
}

/** Review, Discard and Refresh, where Microsoft has Commit and Cancel. */
export function EdgeToolbar(props: EdgeToolbarProps): ReactNode {
  const { writable, changed, building, reading, reviewRef, onReview, onDiscard, onRefresh } = props;
  const text = useText();
  return (
    <Box
      role="toolbar"
      aria-label={text('edge.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 1, px: 1.5 }}
    >
      {writable && (
        <>
          <Button ref={reviewRef} variant="contained" disabled={!changed || building} onClick={onReview}>
            {text(building ? 'edge.building' : 'edge.review')}
          </Button>
          <Button color="inherit" disabled={!changed} onClick={onDiscard}>
            {text('edge.discard')}
          </Button>
        </>
      )}
      <Button color="inherit" startIcon={<RefreshIcon />} onClick={onRefresh} disabled={reading}>
        {text('table.refresh')}
      </Button>
    </Box>
  );
}
