import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { AccountRoles } from '../../../shared/contract/overview.ts';
import type { OpenDeployment } from '../../../shared/contract/requests.ts';
import type { Result } from '../../../shared/result.ts';
import { useText } from '../../i18n/language.ts';
import { Facts } from '../../components/Facts.tsx';
import { FactTable } from './FactTable.tsx';
import { Part } from './Part.tsx';
import { abilitiesOf, countCsCmdlets, reachOf, type SessionReach } from './session-abilities.ts';

interface SessionProps {
  readonly open: OpenDeployment;
  /** undefined = not read yet. */
  readonly roles: Result<AccountRoles> | undefined;
  readonly reading: boolean;
}

/** Which server answers, who we are to it, and what the cmdlets it gave us let us do. */
export function Session({ open, roles, reading }: SessionProps): ReactNode {
  const text = useText();
  const { deployment, serverVersion, cmdlets } = open;
  return (
    <>
      <Facts
        facts={[
          { name: text('overview.server'), value: serverVersion },
          { name: text('overview.address'), value: deployment.url },
          { name: text('overview.user'), value: deployment.user },
          {
            name: text('overview.role'),
            value: (
              <Part result={roles} lines={1} reading={reading}>
                {(held) => <RoleNames held={held} user={deployment.user} />}
              </Part>
            ),
          },
          {
            name: text('overview.may'),
            value: (
              <>
                <ReachText reach={reachOf(cmdlets)} />
                <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
                  {text('overview.may.cmdlets', { count: countCsCmdlets(cmdlets) })}
                </Box>
              </>
            ),
          },
        ]}
      />
      <Box sx={{ mt: 1 }}>
        <FactTable
          label={text('overview.role')}
          headers={[
            text('overview.object'),
            text('overview.may-read'),
            text('overview.may-new'),
            text('overview.may-set'),
            text('overview.may-remove'),
          ]}
          rows={abilitiesOf(cmdlets).map(({ label, read, add, change, remove }) => ({
            id: label,
            cells: [
              text(label),
              ...[read, add, change, remove].map((may, column) => <AbilityMark key={column} may={may} />),
            ],
          }))}
        />
      </Box>
      {deployment.readOnly && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mt: 1 }}>
          <LockOutlinedIcon aria-hidden sx={{ fontSize: 16 }} />
          {text('overview.read-only')}
        </Box>
      )}
    </>
  );
}

interface RoleNamesProps {
  readonly held: AccountRoles;
  readonly user: string;
}

function RoleNames({ held: { account, roles }, user }: RoleNamesProps): ReactNode {
  const text = useText();
  if (account === null) return text('overview.role-unasked', { user });
  return roles.length === 0 ? text('overview.role-none', { account }) : roles.join(', ');
}

function ReachText({ reach }: { readonly reach: SessionReach }): ReactNode {
  const text = useText();
  if (reach.kind !== 'some') return text(`overview.may.${reach.kind}`);
  return text('overview.may.some', { objects: reach.labels.map((label) => text(label)).join(', ') });
}

function AbilityMark({ may }: { readonly may: boolean | null }): ReactNode {
  const text = useText();
  if (may === null)
    return (
      <span aria-label={text('overview.not-possible')} role="img" title={text('overview.not-possible')}>
        –
      </span>
    );
  const Icon = may ? CheckIcon : CloseIcon;
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: may ? 'text.primary' : 'text.secondary' }}
    >
      <Icon aria-hidden sx={{ fontSize: 15, color: may ? 'success.main' : 'text.secondary' }} />
      {text(may ? 'overview.yes' : 'overview.no')}
    </Box>
  );
}
