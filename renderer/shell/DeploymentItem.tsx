import MoreVertIcon from '@mui/icons-material/MoreVert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useRef, type ReactNode, type RefObject } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useIdle } from '../api/idle-queries.ts';
import { useOpenDeployment, useSessionState } from '../api/queries.ts';
import { paintOf } from '../app/theme.ts';
import { useText } from '../i18n/language.ts';
import { actionsOf, type DeploymentAction } from './deployment-actions.ts';
import { useConsoleLost } from './console-lost.ts';
import { deploymentStatus, kindShown, statusWords } from './deployment-status.ts';
import { KindBadge } from './KindBadge.tsx';
import { StatusMark } from './StatusMark.tsx';
import { UnappliedMark } from './UnappliedMark.tsx';
import { useUnapplied } from './use-unapplied.ts';

interface DeploymentItemProps {
  readonly deployment: DeploymentSummary;
  readonly inFront: boolean;
  readonly onChoose: () => void;
  readonly onAction: (action: DeploymentAction) => void;
  /** Changes over to another account of it. */
  readonly onSignInAs: (user: string) => void;
  /** At what its menu is open; null = it is not. */
  readonly menu: MenuPlace | null;
  readonly onMenu: (menu: MenuPlace | null) => void;
}

/** What the menu of a deployment was opened at: its own button, or the whole row. */
export type MenuPlace = 'button' | 'row';

/** One deployment of the list: its colour, its name, what it is, how it stands, and whether changes wait in it. */
export function DeploymentItem({
  deployment,
  inFront,
  onChoose,
  onAction,
  onSignInAs,
  menu,
  onMenu,
}: DeploymentItemProps): ReactNode {
  const text = useText();
  const query = useOpenDeployment(deployment.id, false);
  const { locked } = useIdle();
  const consoleLost = useConsoleLost();
  const kind = kindShown(deploymentStatus(query, useSessionState(deployment.id)), locked || consoleLost);
  const marked = deployment.production || deployment.readOnly;
  const unapplied = useUnapplied(deployment.id).length > 0;
  const row = useRef<HTMLLIElement>(null);
  // The practice deployment's address and accounts are its own: there is nothing to do with it but use it.
  const hasActions = deployment.kind === 'server';
  return (
    <ListItem
      ref={row}
      disablePadding
      secondaryAction={
        hasActions && (
          <Actions
            deployment={deployment}
            row={row}
            menu={menu}
            onMenu={onMenu}
            onAction={onAction}
            onSignInAs={onSignInAs}
          />
        )
      }
      // The right button, the menu key and Shift+F10.
      onContextMenu={(event) => {
        if (!hasActions || menu !== null) return;
        event.preventDefault();
        onMenu('row');
      }}
      sx={{ '& .MuiListItemSecondaryAction-root': { right: 6 } }}
    >
      <ListItemButton
        data-stop
        selected={inFront}
        aria-current={inFront ? 'true' : undefined}
        onClick={onChoose}
        sx={{ gap: 1, pl: 1.25, py: 0.5, minHeight: 46, borderLeft: 4, borderColor: paintOf(deployment.colour) }}
      >
        <StatusMark kind={kind} />
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <Box
            title={deployment.name}
            sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: inFront ? 600 : 400 }}
          >
            {deployment.name}
          </Box>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: 11.5, color: 'text.secondary' }}>
            <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
              {text(statusWords[kind])}
            </Box>
            {unapplied && <UnappliedMark />}
            {marked && <KindBadge deployment={deployment} marksOnly />}
          </Box>
        </Box>
      </ListItemButton>
    </ListItem>
  );
}

interface ActionsProps {
  readonly deployment: DeploymentSummary;
  readonly row: RefObject<HTMLElement | null>;
  readonly menu: MenuPlace | null;
  readonly onMenu: (menu: MenuPlace | null) => void;
  readonly onAction: (action: DeploymentAction) => void;
  readonly onSignInAs: (user: string) => void;
}

function Actions({ deployment, row, menu, onMenu, onAction, onSignInAs }: ActionsProps): ReactNode {
  const text = useText();
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        aria-label={text('setup.actions', { name: deployment.name })}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        aria-controls={menu === null ? undefined : menuId}
        onClick={() => onMenu('button')}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      {/* Not drawn before it is opened: there may be fifty of them. */}
      {menu !== null && (
        <Menu id={menuId} anchorEl={() => (menu === 'row' ? row : button).current} open onClose={() => onMenu(null)}>
          {actionsOf(deployment).map(([action, words]) => (
            <MenuItem
              key={action}
              onClick={() => {
                onMenu(null);
                onAction(action);
              }}
            >
              {text(words)}
            </MenuItem>
          ))}
          {(deployment.otherUsers ?? []).map((user) => (
            <MenuItem
              key={`as ${user}`}
              onClick={() => {
                onMenu(null);
                onSignInAs(user);
              }}
            >
              {user === '' ? text('setup.sign-in-as-current') : text('setup.sign-in-as', { user })}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
