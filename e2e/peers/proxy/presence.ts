import { APACHE } from '../apache-process.ts';
import { missingProgram } from '../missing.ts';

/** What is missing for Apache as a proxy and for openssl, which makes the certificates of people; null when nothing is. */
export function missingProxy(): string | null {
  return missingProgram(APACHE, 'apache2') ?? missingProgram('/usr/bin/openssl', 'openssl');
}
