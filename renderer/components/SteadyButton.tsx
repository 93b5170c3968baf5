import Button, { type ButtonProps } from '@mui/material/Button';
import type { ReactNode } from 'react';

interface SteadyButtonProps extends ButtonProps {
  /** Nothing is to be done for the moment, often because what was pressed is being done. */
  readonly off: boolean;
}

/** A button that keeps the focus while it is off: a disabled one would lose it, and the keyboard with it. */
export function SteadyButton({ off, onClick, ...props }: SteadyButtonProps): ReactNode {
  return (
    <Button
      {...props}
      aria-disabled={off || undefined}
      // Prevented, for it may submit its form; Enter in a field of the form presses it as well.
      onClick={off ? (event) => event.preventDefault() : onClick}
    />
  );
}
