export type { SignInChoice, SignInExchange } from './sign-in.ts';
export { createSignIn } from './create-sign-in.ts';
export { createAcceptor } from './acceptor.ts';
export type { AcceptAnswer, AcceptedScheme, AcceptorOptions, SignInAcceptor } from './acceptor.ts';
