import { openStore, type PracticeStore } from './engine/index.ts';
import { canBeMixed } from './engine/store/products.ts';
import type { PracticeOptions } from './running.ts';

/** What decides over what a deployment has, beside its folder. */
type DeploymentOptions = Pick<PracticeOptions, 'domains' | 'users' | 'policies' | 'version' | 'mixed' | 'log'>;

/**
 * Opens the cmdlets' store of a state folder as the options ask. What was asked for is kept at once: the next start need
 * not ask again. Throws an Error where the store is of another product, or the product cannot have an older pool;
 * workstation.file-unreadable where the state cannot be read or kept.
 */
export async function openDeployment(file: string, options: DeploymentOptions): Promise<PracticeStore> {
  const { domains, users, policies, version, mixed, log } = options;
  if (mixed === true && !canBeMixed(version ?? '2015')) {
    throw new Error('A mixed deployment is one of 2019 or SE with an older pool beside it.');
  }
  const store = openStore({
    file,
    seed: 'contoso',
    ...(log === undefined ? {} : { log }),
    ...(domains === undefined ? {} : { domains }),
    ...(users === undefined ? {} : { people: users }),
    ...(policies === undefined ? {} : { policies }),
    ...(version === undefined ? {} : { version }),
    ...(mixed === undefined ? {} : { mixed }),
  });
  refuseOtherProduct(store, options);
  if ([users, policies, version, mixed].some((asked) => asked !== undefined)) await store.keep();
  return store;
}

/** A deployment is not turned into one of another product: its topology and its objects are those it was made with. */
function refuseOtherProduct(store: PracticeStore, { version, mixed }: DeploymentOptions): void {
  const is = store.current();
  const isMixed = is.legacyVersion !== null;
  if ((version ?? is.version) === is.version && (mixed ?? isMixed) === isMixed) return;
  const words = `${is.version}${isMixed ? ', mixed' : ''}`;
  throw new Error(`The state folder holds a deployment of ${words}: use another folder for another one.`);
}
