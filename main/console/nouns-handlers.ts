import type { NounAbilities, NounList, RequestInput } from '../../shared/contract/requests.ts';
import { NOUNS } from '../../shared/nouns/nouns.ts';
import type { Noun } from '../../shared/nouns/noun.ts';
import { takesParameter, type CmdletAbilities } from '../../shared/plan/abilities.ts';
import { nounVersion } from '../../shared/plan/row-version.ts';
import { readNounRows } from '../cs/nouns.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';

/** The requests of the nouns that are read alike; they are written as anything is, by a plan. */
export const nounsHandlers: Pick<Handlers, 'nouns.list'> = { 'nouns.list': listNoun };

async function listNoun(tools: HandlerTools, input: RequestInput<'nouns.list'>, { signal }: Caller): Promise<NounList> {
  const deployment = deploymentOf(tools, input.deployment);
  const at = tools.clock();
  const { rows, abilities } = await deployment.session.read(
    async ({ session, cmdlets }) => ({
      rows: await readNounRows(session, input.noun, signal),
      abilities: cmdlets.abilities,
    }),
    signal,
  );
  return {
    noun: input.noun,
    rows: rows.map((row) => ({ ...row, version: nounVersion(row, tools.sha256) })),
    readAt: new Date(at).toISOString(),
    abilities: nounAbilities(NOUNS[input.noun], abilities),
  };
}

function nounAbilities({ add, set, remove, fields }: Noun, abilities: CmdletAbilities): NounAbilities {
  const takenBy = (cmdlet: string | null): readonly string[] | null => {
    if (cmdlet === null || !abilities.has(cmdlet.toLowerCase())) return [];
    const taken = fields.map(({ parameter }) => takesParameter(abilities, cmdlet, parameter));
    return taken.includes(null) ? null : fields.filter((_, at) => taken[at] === true).map(({ name }) => name);
  };
  const has = (cmdlet: string | null): boolean => cmdlet !== null && abilities.has(cmdlet.toLowerCase());
  return { add: has(add), set: has(set), remove: has(remove), addable: takenBy(add), settable: takenBy(set) };
}
