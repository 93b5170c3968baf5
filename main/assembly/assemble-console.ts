import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import type { StartAuthenticator } from '../auth/kerberos/authenticator.ts';
import { createConsole, type Console } from '../console/console.ts';
import { practiceDeployment } from '../console/practice-deployment.ts';
import { forgetPassword, readPassword, storePassword } from '../credentials/keychain.ts';
import { createPasswords } from '../credentials/passwords.ts';
import { createDirectory } from '../deployments/directory.ts';
import { createLeftShells } from '../deployments/left-shells.ts';
import { testConnection } from '../deployments/test-connection.ts';
import { createForms } from '../forms/forms.ts';
import { createJournal } from '../journal/journal.ts';
import { keychainVault } from '../journal/keychain-vault.ts';
import type { PracticeProcess } from '../practice/child/practice-ready.ts';
import { openSession, withKerberos } from '../session/index.ts';
import { openSettings } from '../settings/settings.ts';
import { probeCertificate } from '../transport/index.ts';
import { testCrypto } from './crypto-self-test.ts';

export interface AssemblyOptions {
  readonly language: Language;
  /** Folder of what is kept on this workstation. */
  readonly settings: string;
  /** Starts the practice deployment's process: fork in the browser host, utilityProcess in Electron. */
  readonly startPractice: () => PracticeProcess;
  /** Starts a process for a Kerberos sign-in, likewise. */
  readonly startAuthenticator: StartAuthenticator;
}

/** The console with its real parts, as both hosts run it. Connects to nothing. Throws workstation.crypto-missing. */
export function assembleConsole({ language, settings, startPractice, startAuthenticator }: AssemblyOptions): Console {
  testCrypto();
  const practice = practiceDeployment({
    id: 'practice',
    name: formatMessage(language, 'host.practice-name'),
    start: startPractice,
    openSession,
  });
  const kerberos = { start: startAuthenticator };
  const folder = resolve(settings);
  const kept = openSettings({ folder, clock: Date.now });
  const directory = createDirectory({
    settings: kept,
    passwords: createPasswords({ read: readPassword, store: storePassword, forget: forgetPassword }),
    openSession: (target, options) => openSession(withKerberos(target, kerberos), options),
    shells: createLeftShells(folder, Date.now),
    probe: (url, way) => probeCertificate(url, { ...way, kerberos }),
    test: (connection, password, find, options) => testConnection(connection, password, find, { ...options, kerberos }),
    randomId: randomUUID,
  });
  const journal = join(folder, 'journal');
  return createConsole({
    deployments: [practice],
    directory,
    settings: kept,
    forms: createForms({ folder, clock: Date.now }),
    journal: createJournal({ folder: journal, vault: keychainVault(journal), clock: Date.now }),
    clock: Date.now,
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    randomId: () => randomBytes(32).toString('base64url'),
  });
}
