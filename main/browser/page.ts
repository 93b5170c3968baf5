import type { KeptLook } from '../../shared/models/preferences.ts';
import type { StaticFiles } from './static-files.ts';

/**
 * The page as one window gets it: with this answer's nonce, and in the person's language and theme from its first paint
 * on. No script has run then, and what an earlier window has stored is of another port.
 */
export function pageFor({ page }: StaticFiles, nonce: string, { language, theme }: KeptLook): string {
  return page
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('__LANGUAGE__', language ?? '')
    .replaceAll('__COLOR_SCHEME__', theme === 'system' ? 'light dark' : theme);
}
