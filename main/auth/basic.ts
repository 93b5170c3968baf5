import { failure } from '../../shared/errors.ts';
import type { ImmediateExchange, SignInChoice } from './sign-in.ts';

/**
 * Basic over TLS, UTF-8: the header goes with every request, body and all. The transport refuses http:// before this
 * is reached. Throws input.user-colon: a colon in the user's name would end it early on the server. Source: RFC 7617 2 and 2.1.
 */
export function createBasicExchange(choice: SignInChoice): ImmediateExchange {
  const { user } = choice;
  if (user.includes(':')) throw failure('input.user-colon', { user });
  const credentials = Buffer.from(`${user}:${choice.password}`, 'utf8').toString('base64');
  return {
    httpScheme: 'Basic',
    bodyWithFirstLeg: true,
    next: () => ({ authorization: `Basic ${credentials}`, last: true }),
  };
}
