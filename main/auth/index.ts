export type { ConnectionIdentity, SignInChoice, SignInExchange } from './sign-in.ts';
export { createSignIn } from './create-sign-in.ts';
export { createAcceptor } from './acceptor.ts';
export type { AcceptAnswer, AcceptedScheme, AcceptorOptions, FindAccount, SignInAcceptor } from './acceptor.ts';
export { bindingHashOf, tlsServerEndPoint } from './channel-binding.ts';
