/**
 * What is used of `kerberos` 7, as its native code reads it: the package's own types name options that it does not know
 * (`gssFlag`, `pass`).
 */
declare module 'kerberos' {
  interface ClientOptions {
    readonly mechOID: number;
    readonly flags: number;
    /** These three are read on Windows alone. */
    readonly user?: string;
    readonly domain?: string;
    readonly password?: string;
  }
  interface KerberosClient {
    /** Base64 in and out; null or empty when there is nothing to send. */
    step(challenge: string): Promise<string | null>;
    readonly contextComplete: boolean;
  }
  function initializeClient(service: string, options: ClientOptions): Promise<KerberosClient>;
  const GSS_MECH_OID_KRB5: number;
  const GSS_C_MUTUAL_FLAG: number;
  const GSS_C_REPLAY_FLAG: number;
  const GSS_C_SEQUENCE_FLAG: number;
  const GSS_C_INTEG_FLAG: number;
}
