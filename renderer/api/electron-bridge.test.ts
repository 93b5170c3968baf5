import { expect, it } from 'vitest';
import type { PreloadApi } from '../../shared/contract/preload.ts';
import { openElectronBridge } from './electron-bridge.ts';

it('no two loads of the page use the same id of a call: the console may still be at work for the one before', async () => {
  const calls: string[] = [];
  const list = (call: string): Promise<string> => {
    calls.push(call);
    return Promise.reject(new Error('not answered here'));
  };
  // The one method that is called.
  const api = { requests: { deployments: { list } }, cancel: () => undefined } as unknown as PreloadApi;
  for (const bridge of [openElectronBridge(api), openElectronBridge(api)]) {
    await bridge.request('deployments.list', {});
    await bridge.request('deployments.list', {});
  }
  expect(new Set(calls).size).toBe(4);
});
