import CheckIcon from '@mui/icons-material/Check';
import ContrastIcon from '@mui/icons-material/Contrast';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useId, useState, type ReactNode } from 'react';
import { languages, type Language } from '../../shared/i18n/index.ts';
import { themeChoices, type Preferences } from '../../shared/models/preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useText } from '../i18n/language.ts';
import { LANGUAGE_WORDS, THEME_WORDS } from './look-words.ts';

/** Language and theme, in one menu. */
export function AppearanceMenu(): ReactNode {
  const text = useText();
  const [preferences, onPreferences] = usePreferences();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const buttonId = useId();

  function choose(changed: Partial<Preferences>): void {
    setAnchor(null);
    onPreferences({ ...preferences, ...changed });
  }

  return (
    <>
      <Tooltip title={text('shell.menu.appearance')}>
        <IconButton
          id={buttonId}
          aria-label={text('shell.menu.appearance')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <ContrastIcon fontSize="small" />
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
      </Menu>
    </>
  );
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
