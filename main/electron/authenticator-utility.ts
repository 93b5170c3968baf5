import { utilityProcess } from 'electron';
import { authenticatorOver, type StartAuthenticator } from '../auth/kerberos/authenticator.ts';

/** Starts `entry` as a utility process for each Kerberos sign-in: `fork` would need the runAsNode fuse. */
export function startAuthenticatorUtility(entry: string): StartAuthenticator {
  return (environment) => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'Edgewise Kerberos',
      stdio: 'ignore',
      env: { ...process.env, ...environment },
      execArgv: [],
    });
    return authenticatorOver({
      send: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onGone: (listener) => child.once('exit', (code) => listener(String(code))),
      kill: () => child.kill(),
    });
  };
}
