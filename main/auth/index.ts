export type { SignInChoice, SignInExchange, SignInStep } from './sign-in.ts';
export { namedUser } from './account-name.ts';
export { signatureAlgorithmOf } from './channel-binding.ts';
export { createSignIn } from './create-sign-in.ts';
export { whyNoKerberos } from './kerberos/why.ts';
export type { KerberosMeans } from './kerberos/exchange.ts';
export type { SignInMemory } from './negotiate.ts';
export { createAcceptor } from './acceptor.ts';
export type { AcceptAnswer, AcceptedScheme, AcceptorOptions, SignInAcceptor } from './acceptor.ts';
