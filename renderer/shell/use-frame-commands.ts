import { languages } from '../../shared/i18n/index.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { goTo, goToHelp, goToJournal, type Place } from '../app/place.ts';
import { themeChoices } from '../../shared/models/preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { useText } from '../i18n/language.ts';
import { firstPanel, panels } from '../panels/panels.ts';
import { actionsOf, type DeploymentAction } from './deployment-actions.ts';
import { LANGUAGE_WORDS, THEME_WORDS } from './look-words.ts';

/** What the frame can do, as the palette needs it. */
export interface FrameDeeds {
  readonly place: Place;
  readonly deployments: readonly DeploymentSummary[];
  /** The deployment in front, or null. */
  readonly inFront: DeploymentSummary | null;
  /** Whose panels are offered: the one in front, else the one that was before; or null. */
  readonly panelsOf: DeploymentSummary | null;
  /** Those that were opened in this window. */
  readonly opened: ReadonlySet<string>;
  readonly onChoose: (deployment: string) => void;
  readonly onAdd: () => void;
  readonly onAction: (deployment: DeploymentSummary, action: DeploymentAction) => void;
  readonly onSignInAs: (deployment: DeploymentSummary, user: string) => void;
}

/** Offers in the palette what the frame itself can do: deployments, panels, journal, language and theme. */
export function useFrameCommands(deeds: FrameDeeds): void {
  const text = useText();
  const { place, deployments, inFront, panelsOf, opened, onChoose, onAdd, onAction, onSignInAs } = deeds;
  const [preferences, onPreferences] = usePreferences();
  const alreadyThere = text('palette.in-front');
  const alreadyChosen = text('palette.chosen');
  const panelInFront = place.panel ?? firstPanel.id;
  const commands: readonly Command[] = [
    ...(panelsOf === null ? [] : panels).map((panel): Command => ({
      id: `go-to/${panel.id}`,
      group: 'palette.group.go-to',
      title: panel.title,
      unavailable:
        panelsOf === null || !opened.has(panelsOf.id)
          ? text('palette.not-connected')
          : panelsOf === inFront && panel.id === panelInFront && place.help === null
            ? alreadyThere
            : null,
      run: () => panelsOf !== null && goTo(panelsOf.id, panel.id),
    })),
    {
      id: 'go-to/journal',
      group: 'palette.group.go-to',
      title: 'journal.title',
      unavailable: place.journal ? alreadyThere : null,
      run: () => goToJournal(),
    },
    ...deployments.map((deployment): Command => ({
      id: `open/${deployment.id}`,
      group: 'palette.group.open',
      title: 'palette.open-deployment',
      values: { name: deployment.name },
      unavailable: deployment.id === inFront?.id && opened.has(deployment.id) ? alreadyThere : null,
      run: () => onChoose(deployment.id),
    })),
    { id: 'deployment/add', group: 'palette.group.open', title: 'setup.add', unavailable: null, run: onAdd },
    ...(inFront === null ? [] : actionsOf(inFront)).map(([action, title]): Command => ({
      id: `deployment/${action}`,
      group: 'palette.group.deployment',
      title,
      unavailable: inFront?.kind === 'practice' ? text('palette.practice-fixed') : null,
      run: () => inFront !== null && onAction(inFront, action),
    })),
    ...(inFront?.otherUsers ?? []).map((user): Command => ({
      id: `deployment/as/${user}`,
      group: 'palette.group.deployment',
      title: user === '' ? 'setup.sign-in-as-current' : 'setup.sign-in-as',
      values: { user },
      unavailable: null,
      run: () => inFront !== null && onSignInAs(inFront, user),
    })),
    {
      id: 'help/kinds-of-federation',
      group: 'palette.group.help',
      title: 'kinds.title',
      unavailable: place.help === 'kinds-of-federation' ? alreadyThere : null,
      run: () => goToHelp('kinds-of-federation', { deployment: inFront?.id ?? null, panel: place.panel }),
    },
    ...themeChoices.map((theme): Command => ({
      id: `theme/${theme}`,
      group: 'shell.theme',
      title: THEME_WORDS[theme],
      unavailable: theme === preferences.theme ? alreadyChosen : null,
      run: () => onPreferences({ ...preferences, theme }),
    })),
    ...languages.map((language): Command => ({
      id: `language/${language}`,
      group: 'shell.language',
      title: LANGUAGE_WORDS[language],
      unavailable: language === preferences.language ? alreadyChosen : null,
      run: () => onPreferences({ ...preferences, language }),
    })),
  ];
  useCommands(commands);
}
