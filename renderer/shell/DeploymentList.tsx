import AddIcon from '@mui/icons-material/Add';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import List from '@mui/material/List';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { NARROW } from '../app/theme.ts';
import { useLanguage, useText } from '../i18n/language.ts';
import type { DeploymentAction } from './deployment-actions.ts';
import { groupDeployments, type DeploymentGroup } from './deployment-groups.ts';
import { DeploymentItem, type MenuPlace } from './DeploymentItem.tsx';

interface DeploymentListProps {
  readonly deployments: readonly DeploymentSummary[];
  readonly inFront: string | null;
  readonly onChoose: (deployment: string) => void;
  readonly onAdd: () => void;
  readonly onAction: (deployment: DeploymentSummary, action: DeploymentAction) => void;
  readonly onSignInAs: (deployment: DeploymentSummary, user: string) => void;
}

/** The deployments of this workstation, on the left: by group, with a search, and what can be done with each. */
export function DeploymentList(props: DeploymentListProps): ReactNode {
  const { deployments, inFront, onChoose, onAdd, onAction, onSignInAs } = props;
  const text = useText();
  const language = useLanguage();
  const titleId = useId();
  const [search, setSearch] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  // Kept here and not in the row: one that was saved into another group is drawn anew there, its menu with it.
  const [menu, setMenu] = useState<{ readonly of: string; readonly at: MenuPlace } | null>(null);
  const groups = useMemo(() => groupDeployments(deployments, search, language), [deployments, search, language]);

  // What was searched for is never hidden in a folded group.
  function isOpen(group: DeploymentGroup): boolean {
    return search.trim() !== '' || !folded.has(group.name);
  }

  // For good, and not for as long as its row is hidden: nobody would expect it when the group is unfolded.
  if (menu !== null && !groups.some((group) => isOpen(group) && group.deployments.some(({ id }) => id === menu.of))) {
    setMenu(null);
  }

  function fold(group: string): void {
    const next = new Set(folded);
    if (!next.delete(group)) next.add(group);
    setFolded(next);
  }

  return (
    <Box
      component="nav"
      aria-labelledby={titleId}
      onKeyDown={moveFocus}
      sx={{
        width: 240,
        [NARROW]: { width: 176 },
        flex: 'none',
        borderRight: 1,
        borderColor: 'divider',
        display: 'flex',
        flexDirection: 'column',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 1.5, pr: 0.75, pt: 1 }}>
        <Typography id={titleId} variant="h3" component="h2" sx={{ flex: 1, color: 'text.secondary' }}>
          {text('shell.deployments')}
        </Typography>
        <Tooltip title={text('setup.add')}>
          <IconButton aria-label={text('setup.add')} onClick={onAdd}>
            <AddIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <Box sx={{ px: 1.5, py: 0.75 }}>
        <TextField
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) setSearch('');
          }}
          placeholder={text('setup.search')}
          slotProps={{
            htmlInput: { 'aria-label': text('setup.search'), spellCheck: false, autoComplete: 'off' },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
          sx={{ '& input': { py: 0.5 } }}
        />
      </Box>
      <Box sx={{ overflowY: 'auto', flex: 1, pb: 1 }}>
        {groups.map((group) => (
          <Group
            key={group.name}
            group={group}
            headed={groups.length > 1 || group.name !== ''}
            open={isOpen(group)}
            onFold={() => fold(group.name)}
          >
            {group.deployments.map((deployment) => (
              <DeploymentItem
                key={deployment.id}
                deployment={deployment}
                inFront={deployment.id === inFront}
                onChoose={() => onChoose(deployment.id)}
                onAction={(action) => onAction(deployment, action)}
                onSignInAs={(user) => onSignInAs(deployment, user)}
                menu={menu?.of === deployment.id ? menu.at : null}
                onMenu={(at) => setMenu(at === null ? null : { of: deployment.id, at })}
              />
            ))}
          </Group>
        ))}
        {groups.length === 0 && search !== '' && (
          <Box role="status" sx={{ px: 1.5, py: 1, color: 'text.secondary' }}>
            {text('setup.search.none')}
          </Box>
        )}
      </Box>
    </Box>
  );
}

interface GroupProps {
  readonly group: DeploymentGroup;
  readonly headed: boolean;
  readonly open: boolean;
  readonly onFold: () => void;
  readonly children: ReactNode;
}

function Group({ group, headed, open, onFold, children }: GroupProps): ReactNode {
  const text = useText();
  const listId = useId();
  const name = group.name === '' ? text('setup.group.none') : group.name;
  const count = text('setup.group.count', { count: group.deployments.length });
  return (
    <>
      {headed && (
        <ButtonBase
          data-stop
          aria-expanded={open}
          aria-controls={listId}
          aria-label={`${name}, ${count}`}
          onClick={onFold}
          sx={{ width: '100%', justifyContent: 'flex-start', gap: 0.5, px: 1, py: 0.5, mt: 0.5, fontSize: 12 }}
        >
          <ExpandMoreIcon sx={{ fontSize: 16, transform: open ? 'none' : 'rotate(-90deg)' }} />
          <Box sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{name}</Box>
          <Box sx={{ color: 'text.secondary', ml: 'auto', pr: 0.5 }}>{group.deployments.length}</Box>
        </ButtonBase>
      )}
      <List
        id={listId}
        disablePadding
        {...(headed && { 'aria-label': name })}
        hidden={!open}
        sx={{ '&[hidden]': { display: 'none' } }}
      >
        {children}
      </List>
    </>
  );
}

/** Up and Down go from one deployment or group to the next, Home and End to the first and the last. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')].filter(isShown);
  const at = stops.findIndex((stop) => stop === event.target);
  if (at === -1) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  stops[Math.min(Math.max(to, 0), stops.length - 1)]?.focus();
}

function isShown(element: HTMLElement): boolean {
  return element.closest('[hidden]') === null;
}
