import type { PsObject } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import { grantedPolicy, policyInForce, type Person } from '../store/directory.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { booleanArgument, textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { isEnabled, peopleMeant, personNamed, policyName } from './people.ts';
import { notFound } from './reading.ts';
import { refusing } from './refusing.ts';

const SCHEMA = 'Microsoft.Rtc.Management.ADConnect.Schema';
const EFFECTIVE_TYPE = 'Microsoft.Rtc.Management.AD.Cmdlets.EffectivePolicies';

/** Get-CsUser, Get-CsAdUser, Get-CsEffectivePolicy and Grant-CsExternalAccessPolicy; source: their help. */
export const USER_CMDLETS: readonly CmdletImplementation[] = [
  catalogued(
    'Get-CsUser',
    stateless((call, context) =>
      writePeople(call, context, { among: isEnabled, object: (person) => userObject(person, context) }),
    ),
  ),
  catalogued(
    'Get-CsAdUser',
    stateless((call, context) =>
      writePeople(call, context, { among: () => true, object: (person) => adUserObject(person, context) }),
    ),
  ),
  catalogued(
    'Get-CsEffectivePolicy',
    stateless((call, context) =>
      writePeople(call, context, { among: isEnabled, object: (person) => effectiveObject(person, context) }),
    ),
  ),
  catalogued('Grant-CsExternalAccessPolicy', stateless(grant)),
];

interface Written {
  readonly among: (person: Person) => boolean;
  readonly object: (person: Person) => PsObject;
}

async function writePeople(call: BoundCall, context: CmdletContext, { among, object }: Written): Promise<void> {
  await refusing(context, async () => {
    for (const person of peopleMeant(call, context, among)) await context.write(object(person));
  });
}

/** Gives a user policy to one user, or takes it away; a site or Global policy is given to nobody. */
async function grant(call: BoundCall, context: CmdletContext): Promise<void> {
  await refusing(context, async () => {
    const person = personNamed(textArgument(call, 'Identity') ?? '', context);
    if (!isEnabled(person)) throw notFound('User', person.identity);
    const name = textArgument(call, 'PolicyName') ?? '';
    const anchor = name === '' ? null : anchorOf(name, context);
    if (!(await context.shouldProcess(person.identity))) return;
    await context.store.change(`grant to ${person.logonName}`, (now) => ({
      ...now,
      grants: { ...now.grants, [person.logonName]: anchor },
    }));
    if (booleanArgument(call, 'PassThru') === true) await context.write(userObject(person, context));
  });
}

function anchorOf(name: string, context: CmdletContext): number {
  const wanted = `tag:${name.replace(/^tag:/i, '')}`.toLowerCase();
  const row = context.store.current().externalAccessPolicies.find((each) => each.identity.toLowerCase() === wanted);
  if (row !== undefined) return row.anchor;
  throw new Refusal('policyNotGrantable', `Policy "${name}" is not a user policy. It is case insensitive.`, name);
}

function userObject(person: Person, context: CmdletContext): PsObject {
  const policy = grantedPolicy(person, context.store.current());
  return catalogueObject(
    `${SCHEMA}.ADUser`,
    context.version,
    {
      ...adValues(person),
      firstName: person.firstName,
      lastName: person.lastName,
      windowsEmailAddress: person.principalName,
      enabledForFederation: true,
      enabledForInternetAccess: true,
      publicNetworkEnabled: true,
      enterpriseVoiceEnabled: false,
      registrarPool: person.registrarPool,
      hostingProvider: 'SRV:',
      lineURI: '',
      externalAccessPolicy: policyName(policy),
      conferencingPolicy: null,
    },
    { text: person.identity },
  );
}

function adUserObject(person: Person, context: CmdletContext): PsObject {
  return catalogueObject(`${SCHEMA}.CSADUser`, context.version, adValues(person), { text: person.identity });
}

function effectiveObject(person: Person, context: CmdletContext): PsObject {
  const policy = policyInForce(person, context.store.current());
  return catalogueObject(EFFECTIVE_TYPE, context.version, {
    locationProfile: 'Global',
    locationPolicy: 'Global',
    clientPolicy: 'Global',
    externalAccessPolicy: policy?.identity ?? null,
  });
}

function adValues(person: Person) {
  return {
    identity: person.identity,
    samAccountName: person.logonName,
    userPrincipalName: person.principalName,
    displayName: person.displayName,
    sipAddress: person.sipAddress,
    enabled: isEnabled(person),
  };
}
