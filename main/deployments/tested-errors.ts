import { edgewiseError, type EdgewiseError } from '../../shared/errors.ts';
import { TEST_STEPS, type TestStepName } from '../../shared/models/connection-test.ts';
import { withoutDoubt } from '../transport/failures.ts';

/**
 * An error as it is to be told in a test of a connection, where nothing is written: a connection that broke off leaves no
 * change in doubt, and a silence behind TLS is nothing that a blocked port could explain.
 */
export function testedError(step: TestStepName, error: EdgewiseError): EdgewiseError {
  const connected = TEST_STEPS.indexOf(step) > TEST_STEPS.indexOf('tls');
  if (error.code === 'network.timeout' && connected) {
    return edgewiseError('network.silent', error.values, error.details);
  }
  return withoutDoubt(error);
}
