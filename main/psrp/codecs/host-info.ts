import { psObject } from '../clixml/build.ts';
import { property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';

/** HostInfo of a client without a screen: a prompt then fails on the server at once, not after the idle timeout (MS-PSRP 2.2.3.14). */
export function nullHostInfo(): PsObject {
  return psObject({
    extended: { _isHostNull: true, _isHostUINull: true, _isHostRawUINull: true, _useRunspaceHost: true },
  });
}

/** Whether the HostInfo of an INIT_RUNSPACEPOOL or CREATE_PIPELINE says that nobody can be asked. */
export function isHostNull(hostInfo: PsValue | undefined): boolean {
  return property(hostInfo, '_isHostNull') === true || property(hostInfo, '_isHostUINull') === true;
}
