import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { CODE_FONTS } from '../app/theme.ts';
import { useText } from '../i18n/language.ts';
import { CopyButton } from './CopyButton.tsx';

interface ErrorBoundaryProps {
  /** The whole window: there is nothing beside it that works on, and only a reload helps. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: { readonly reason: string; readonly stack: string } | null;
  /** Which of our parts it happened in, as React names them. */
  readonly within: string;
}

const FINE: ErrorBoundaryState = { failed: null, within: '' };

/** Keeps a defect in one part of the window from emptying the rest; React knows this only as a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = FINE;

  static getDerivedStateFromError(caught: unknown): Pick<ErrorBoundaryState, 'failed'> {
    const known = caught instanceof Error ? caught : new Error(String(caught));
    return { failed: { reason: known.message, stack: known.stack ?? '' } };
  }

  override componentDidCatch(_caught: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ within: componentStack ?? '' });
  }

  override render(): ReactNode {
    const { failed, within } = this.state;
    if (failed === null) return this.props.children;
    return (
      <Broken
        reason={failed.reason}
        details={[failed.stack, within.trim(), navigator.userAgent].filter((part) => part !== '').join('\n\n')}
        onAgain={this.props.whole === true ? null : () => this.setState(FINE)}
      />
    );
  }
}

interface BrokenProps {
  readonly reason: string;
  /** For whoever mends it: where it happened, nothing of a server. */
  readonly details: string;
  /** Shows this part anew; null = only a reload of the window does. */
  readonly onAgain: (() => void) | null;
}

function Broken({ reason, details, onAgain }: BrokenProps): ReactNode {
  const text = useText();
  return (
    <Box sx={{ p: 2, flex: 1, minWidth: 0, overflowY: 'auto' }}>
      <Alert
        severity="error"
        variant="outlined"
        sx={{ maxWidth: 860, '& .MuiAlert-message': { minWidth: 0, flex: 1 } }}
      >
        <AlertTitle>{text(onAgain === null ? 'problem.window-failed' : 'problem.part-failed')}</AlertTitle>
        <Box sx={{ overflowWrap: 'anywhere' }}>{text('problem.unforeseen', { reason })}</Box>
        <Box sx={{ color: 'text.secondary', mt: 0.25 }}>{text('problem.typed-is-kept')}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75, ml: -0.75 }}>
          {onAgain !== null && (
            <Button color="inherit" onClick={onAgain}>
              {text('problem.show-again')}
            </Button>
          )}
          <Button color="inherit" onClick={() => location.reload()}>
            {text('problem.reload')}
          </Button>
          <CopyButton text={`${reason}\n\n${details}`} />
        </Box>
        <Box component="details" sx={{ mt: 1, '& > summary': { cursor: 'pointer' } }}>
          <summary>{text('problem.show-details')}</summary>
          <Box
            component="pre"
            tabIndex={0}
            sx={{ m: 0, mt: 0.5, maxHeight: 260, overflow: 'auto', fontFamily: CODE_FONTS, fontSize: 12 }}
          >
            {details}
          </Box>
        </Box>
      </Alert>
    </Box>
  );
}
