import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/language.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly reason: string | null;
}

/** Keeps a defect in one part of the window from emptying the rest; React knows this only as a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { reason: null };

  static getDerivedStateFromError(caught: unknown): ErrorBoundaryState {
    return { reason: caught instanceof Error ? caught.message : String(caught) };
  }

  override render(): ReactNode {
    const { reason } = this.state;
    return reason === null ? this.props.children : <Broken reason={reason} />;
  }
}

function Broken({ reason }: { readonly reason: string }): ReactNode {
  const text = useText();
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={{ m: 2 }}
      action={
        <Button color="inherit" onClick={() => location.reload()}>
          {text('problem.reload')}
        </Button>
      }
    >
      {text('problem.unforeseen', { reason })}
    </Alert>
  );
}
