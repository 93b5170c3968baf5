import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { Problem } from '../../components/Problem.tsx';
import { useText } from '../../i18n/language.ts';

interface PartProps<T> {
  /** undefined = not read yet. */
  readonly result: Result<T> | undefined;
  /** Lines that are kept free for it, so that nothing moves when it comes. */
  readonly lines: number;
  /** false = reading ended without an answer: nothing will come. */
  readonly reading: boolean;
  /** What is said where there is no cmdlet for it, where there is more to say than that the role lacks it. */
  readonly absent?: string;
  readonly children: (value: T) => ReactNode;
}

/** A part that was read, is being read, is closed to this role, or failed. */
export function Part<T>({ result, lines, reading, absent, children }: PartProps<T>): ReactNode {
  const text = useText();
  if (result === undefined) {
    if (!reading) return <Unknown words={text('overview.not-read')} />;
    return (
      <Box aria-hidden>
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton key={line} animation={false} height={25} width={`${55 + ((line * 17) % 40)}%`} />
        ))}
      </Box>
    );
  }
  return result.ok ? children(result.value) : <Unread error={result.error} absent={absent} />;
}

interface UnreadProps {
  readonly error: EdgewiseError;
  readonly absent: string | undefined;
}

function Unread({ error, absent }: UnreadProps): ReactNode {
  const text = useText();
  if (error.code !== 'permission.cmdlet-absent') return <Problem error={error} />;
  return <Unknown words={absent ?? text('overview.unknown', { cmdlet: error.values.cmdlet })} />;
}

function Unknown({ words }: { readonly words: string }): ReactNode {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'text.secondary' }}>
      <HelpOutlineIcon aria-hidden sx={{ fontSize: 16 }} />
      {words}
    </Box>
  );
}
