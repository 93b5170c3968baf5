import CheckIcon from '@mui/icons-material/Check';
import TuneIcon from '@mui/icons-material/Tune';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useId, useState, type ReactNode } from 'react';
import { languages, type Language } from '../../shared/i18n/index.ts';
import { IDLE_MINUTES } from '../../shared/models/idle.ts';
import { themeChoices, type Preferences } from '../../shared/models/preferences.ts';
import { useBridge } from '../api/bridge.ts';
import { useIdle } from '../api/idle-queries.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useText, type Text } from '../i18n/language.ts';
import { LANGUAGE_WORDS, THEME_WORDS } from './look-words.ts';

const IDLE_CHOICES = [null, ...IDLE_MINUTES] as const;

/** Language, theme, and what happens when nobody uses Edgewise, in one menu. */
export function PreferencesMenu(): ReactNode {
  const text = useText();
  const [preferences, onPreferences] = usePreferences();
  const idle = useIdle();
  const bridge = useBridge();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const buttonId = useId();

  function choose(changed: Partial<Preferences>): void {
    setAnchor(null);
    onPreferences({ ...preferences, ...changed });
  }

  async function chooseIdle(minutes: (typeof IDLE_CHOICES)[number]): Promise<void> {
    setAnchor(null);
    const kept = await bridge.request('idle.set', { minutes });
    // What a settings file refuses is said by the notice of the preferences at the next of them.
    if (!kept.ok) console.warn(`idle.set: ${kept.error.code}`);
  }

  return (
    <>
      <Tooltip title={text('shell.menu.preferences')}>
        <IconButton
          id={buttonId}
          aria-label={text('shell.menu.preferences')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <TuneIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': buttonId } }}
      >
        <Group>{text('shell.language')}</Group>
        {languages.map((language) => (
          <Choice
            key={language}
            label={text(LANGUAGE_WORDS[language])}
            lang={language}
            chosen={preferences.language === language}
            onChoose={() => choose({ language })}
          />
        ))}
        <Group>{text('shell.theme')}</Group>
        {themeChoices.map((theme) => (
          <Choice
            key={theme}
            label={text(THEME_WORDS[theme])}
            chosen={preferences.theme === theme}
            onChoose={() => choose({ theme })}
          />
        ))}
        <Group>{text('absence.group')}</Group>
        {IDLE_CHOICES.map((minutes) => (
          <Choice
            key={minutes ?? 'never'}
            label={idleWords(text, minutes)}
            chosen={idle.minutes === minutes}
            onChoose={() => void chooseIdle(minutes)}
          />
        ))}
      </Menu>
    </>
  );
}

function idleWords(text: Text, minutes: number | null): string {
  if (minutes === null) return text('absence.never');
  return minutes < 60 ? text('absence.after', { minutes }) : text('absence.after-hours', { hours: minutes / 60 });
}

function Group({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <ListSubheader role="presentation" sx={{ lineHeight: '28px', bgcolor: 'transparent' }}>
      {children}
    </ListSubheader>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly lang?: Language;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One of a group of choices; MUI's menu clones its children's props, so what it adds is passed on. */
function Choice({ label, lang, chosen, onChoose, ...fromMenu }: ChoiceProps): ReactNode {
  return (
    <MenuItem {...fromMenu} role="menuitemradio" aria-checked={chosen} lang={lang} onClick={onChoose}>
      <ListItemIcon>{chosen && <CheckIcon fontSize="small" />}</ListItemIcon>
      <ListItemText>{label}</ListItemText>
    </MenuItem>
  );
}
