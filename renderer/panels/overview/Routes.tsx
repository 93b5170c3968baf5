import type { ReactNode } from 'react';
import type { SiteRoute } from '../../../shared/models/topology.ts';
import { useText } from '../../i18n/language.ts';
import { FactTable } from './FactTable.tsx';

/** By which Edge each site's federation goes. */
export function Routes({ routes }: { readonly routes: readonly SiteRoute[] }): ReactNode {
  const text = useText();
  if (routes.length === 0) return text('overview.no-sites');
  return (
    <FactTable
      label={text('overview.routes')}
      headers={[text('overview.site'), text('overview.route')]}
      rows={routes.map(({ site, federationRoute }) => ({
        id: site,
        cells: [site, federationRoute ?? text('overview.no-route')],
      }))}
    />
  );
}
