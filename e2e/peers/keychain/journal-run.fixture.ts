import { createJournal } from '../../../main/journal/journal.ts';
import { keychainVault } from '../../../main/journal/keychain-vault.ts';
import { addPlan, allowed, nowhere } from '../../../main/journal/samples.fixture.ts';

/** A program that adds an entry of each domain to a journal, then prints what the journal shows as one line of JSON. */
const [folder = '', ...domains] = process.argv.slice(2);
const journal = createJournal({ folder, vault: keychainVault(folder), clock: Date.now });
for (const domain of domains) {
  const entry = journal.begin(addPlan(domain));
  await entry.sending(0, nowhere);
  await entry.result(0, { error: null, after: allowed(domain) });
  entry.end();
}
await journal.list({ limit: 1 });
await journal.close();
const page = await journal.list({ limit: 100 });
const entries = [];
for (const row of page.entries) {
  const { seal } = await journal.entry(row.id);
  entries.push([row.first.values['domain'], seal]);
}
await journal.close();
process.stdout.write(JSON.stringify({ entries, notices: page.notices }));
