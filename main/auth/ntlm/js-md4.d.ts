/** js-md4 0.3.2 ships no types; this is the one call we make. */
declare module 'js-md4' {
  const md4: { arrayBuffer(message: Uint8Array): ArrayBuffer };
  export = md4;
}
