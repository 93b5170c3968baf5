import OpenInNewIcon from '@mui/icons-material/OpenInNew';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { microsoftPage, type MicrosoftPage } from '../../shared/facts/microsoft-pages.ts';
import { useLanguage, useText } from '../i18n/language.ts';

interface PageLinkProps {
  readonly page: MicrosoftPage;
  /** What the page is about; the link says whose page it is. */
  readonly about: string;
}

/** A link to Microsoft's page on something, opened in the person's browser. */
export function PageLink({ page, about }: PageLinkProps): ReactNode {
  const text = useText();
  const language = useLanguage();
  return (
    <Link
      href={microsoftPage(page, language)}
      target="_blank"
      rel="noreferrer"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, fontSize: 12 }}
    >
      {text('help.microsoft-page', { about })}
      <OpenInNewIcon aria-hidden sx={{ fontSize: 13 }} />
    </Link>
  );
}
