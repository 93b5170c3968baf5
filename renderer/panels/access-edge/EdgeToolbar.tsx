import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, type ReactNode, type Ref } from 'react';
import { ReviewButton } from '../../components/ReviewButton.tsx';
import { SteadyButton } from '../../components/SteadyButton.tsx';
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
  const refreshRef = useRef<HTMLButtonElement>(null);

  /** The pressed button is off afterwards, and would take the focus with it. */
  function discard(): void {
    onDiscard();
    refreshRef.current?.focus();
  }

  return (
    <Box
      role="toolbar"
      aria-label={text('edge.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 1, px: 1.5 }}
    >
      {writable && (
        <>
          <ReviewButton
            words={text(building ? 'edge.building' : 'edge.review')}
            ready={changed}
            building={building}
            buttonRef={reviewRef}
            onReview={onReview}
          />
          <Button color="inherit" disabled={!changed} onClick={discard}>
            {text('edge.discard')}
          </Button>
        </>
      )}
      <SteadyButton ref={refreshRef} color="inherit" startIcon={<RefreshIcon />} onClick={onRefresh} off={reading}>
        {text('table.refresh')}
      </SteadyButton>
    </Box>
  );
}
