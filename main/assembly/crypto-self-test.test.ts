import nodeCrypto from 'node:crypto';
import { expect, it } from 'vitest';
import { errorFrom } from '../../shared/errors.ts';
import { testCrypto, type CryptoEngine } from './crypto-self-test.ts';

function complaint(engine: CryptoEngine): unknown {
  try {
    testCrypto(engine);
  } catch (caught) {
    return errorFrom(caught);
  }
  return null;
}

it('this runtime has all that is needed', () => {
  expect(() => testCrypto()).not.toThrow();
});

it('names every algorithm that a runtime refuses, or computes wrongly', () => {
  const engine: CryptoEngine = {
    ...nodeCrypto,
    createHash: nodeCrypto.createHash,
    createHmac: (name, key) => {
      if (name === 'md5') throw new Error('error:0308010C:digital envelope routines::unsupported');
      return nodeCrypto.createHmac('sha512', key);
    },
    privateDecrypt: (key, block) => nodeCrypto.privateDecrypt(key, block).fill(7),
  };
  expect(complaint(engine)).toMatchObject({
    code: 'workstation.crypto-missing',
    values: { algorithms: 'HMAC-MD5, HMAC-SHA-256, RSA-2048' },
  });
});
