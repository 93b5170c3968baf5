import type { KeyboardEvent } from 'react';

/** The Enter that ends a Korean composition belongs to the input method: some browsers send it to the form as well. */
export function keepCompositionFromSubmitting(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
}
