import { accessEdge as enAccessEdge } from './en/access-edge.ts';
import { cli as enCli } from './en/cli.ts';
import { domains as enDomains } from './en/domains.ts';
import { errors as enErrors } from './en/errors.ts';
import { guard as enGuard } from './en/guard.ts';
import { host as enHost } from './en/host.ts';
import { media as enMedia } from './en/media.ts';
import { menu as enMenu } from './en/menu.ts';
import { journal as enJournal } from './en/journal.ts';
import { kerberos as enKerberos } from './en/kerberos.ts';
import { kinds as enKinds } from './en/kinds.ts';
import { overview as enOverview } from './en/overview.ts';
import { overviewWarnings as enOverviewWarnings } from './en/overview-warnings.ts';
import { palette as enPalette } from './en/palette.ts';
import { planNouns as enPlanNouns } from './en/plan-nouns.ts';
import { plan as enPlan } from './en/plan.ts';
import { policies as enPolicies } from './en/policies.ts';
import { problems as enProblems } from './en/problems.ts';
import { providers as enProviders } from './en/providers.ts';
import { review as enReview } from './en/review.ts';
import { rules as enRules } from './en/rules.ts';
import { setup as enSetup } from './en/setup.ts';
import { shell as enShell } from './en/shell.ts';
import { table as enTable } from './en/table.ts';
import { xmpp as enXmpp } from './en/xmpp.ts';
import { users as enUsers } from './en/users.ts';
import { accessEdge as koAccessEdge } from './ko/access-edge.ts';
import { cli as koCli } from './ko/cli.ts';
import { domains as koDomains } from './ko/domains.ts';
import { errors as koErrors } from './ko/errors.ts';
import { guard as koGuard } from './ko/guard.ts';
import { host as koHost } from './ko/host.ts';
import { media as koMedia } from './ko/media.ts';
import { menu as koMenu } from './ko/menu.ts';
import { journal as koJournal } from './ko/journal.ts';
import { kerberos as koKerberos } from './ko/kerberos.ts';
import { kinds as koKinds } from './ko/kinds.ts';
import { overview as koOverview } from './ko/overview.ts';
import { overviewWarnings as koOverviewWarnings } from './ko/overview-warnings.ts';
import { palette as koPalette } from './ko/palette.ts';
import { planNouns as koPlanNouns } from './ko/plan-nouns.ts';
import { plan as koPlan } from './ko/plan.ts';
import { policies as koPolicies } from './ko/policies.ts';
import { problems as koProblems } from './ko/problems.ts';
import { providers as koProviders } from './ko/providers.ts';
import { review as koReview } from './ko/review.ts';
import { rules as koRules } from './ko/rules.ts';
import { setup as koSetup } from './ko/setup.ts';
import { shell as koShell } from './ko/shell.ts';
import { table as koTable } from './ko/table.ts';
import { xmpp as koXmpp } from './ko/xmpp.ts';
import { users as koUsers } from './ko/users.ts';

const en = {
  ...enErrors,
  ...enProblems,
  ...enRules,
  ...enPlan,
  ...enPlanNouns,
  ...enShell,
  ...enSetup,
  ...enTable,
  ...enOverview,
  ...enOverviewWarnings,
  ...enKinds,
  ...enAccessEdge,
  ...enPolicies,
  ...enDomains,
  ...enProviders,
  ...enMedia,
  ...enXmpp,
  ...enUsers,
  ...enReview,
  ...enGuard,
  ...enJournal,
  ...enKerberos,
  ...enCli,
  ...enHost,
  ...enMenu,
  ...enPalette,
};
const ko = {
  ...koErrors,
  ...koProblems,
  ...koRules,
  ...koPlan,
  ...koPlanNouns,
  ...koShell,
  ...koSetup,
  ...koTable,
  ...koOverview,
  ...koOverviewWarnings,
  ...koKinds,
  ...koAccessEdge,
  ...koPolicies,
  ...koDomains,
  ...koProviders,
  ...koMedia,
  ...koXmpp,
  ...koUsers,
  ...koReview,
  ...koGuard,
  ...koJournal,
  ...koKerberos,
  ...koCli,
  ...koHost,
  ...koMenu,
  ...koPalette,
};

/** A language Edgewise speaks. English is the source; the others are typed by its keys. */
export type Language = 'en' | 'ko';

/** The id of a message. */
export type MessageId = keyof typeof en;

/** Every message in every language, joined from one catalogue file an area. */
export const messages: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { en, ko };

/** Every language, in the order a choice shows them. */
export const languages: readonly Language[] = ['en', 'ko'];

/** Whether a text from outside (a plan's words, a rule's reason) is the id of a message. */
export function isMessageId(text: string): text is MessageId {
  return Object.hasOwn(en, text);
}

/** Whether a text is a language Edgewise speaks. */
export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}
