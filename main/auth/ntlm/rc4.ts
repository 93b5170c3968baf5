/**
 * RC4K of MS-NLMP 6: one key, one stream, from its start. Here it only wraps the 16-byte session key (3.1.5.1.2), which
 * nothing but the MIC hangs on; TLS protects the traffic. OpenSSL 3 and BoringSSL no longer have the cipher.
 */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(state, i, j);
  }
  const output = new Uint8Array(data.length);
  let i = 0;
  j = 0;
  for (const [index, byte] of data.entries()) {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(state, i, j);
    output[index] = byte ^ at(at(i) + at(j));
  }
  return output;
}

function swap(state: Uint8Array, left: number, right: number): void {
  const kept = state[left] ?? 0;
  state[left] = state[right] ?? 0;
  state[right] = kept;
}
