/** The isolated world in which the preload runs, as in Electron. */
export const PRELOAD_WORLD = 'edgewise-preload';

/** The binding by which the preload's world speaks to the stand-in; the page's own world has none. */
export const BINDING = 'edgewiseStandIn';

/**
 * The preload in its world: `electron` is all it can require. What it exposes crosses to the page's world as JSON text in
 * synchronous events on `window`, for the two worlds share the DOM and nothing else; functions cross as numbers.
 */
export function preloadWorldSource(preload: string): string {
  return `(() => {
  const replies = new Map();
  const listeners = new Map();
  const functions = [];
  let lastCall = 0;
  const tell = (message) => globalThis[${JSON.stringify(BINDING)}](JSON.stringify(message));
  const say = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
  const ipcRenderer = {
    invoke: (channel, ...args) => new Promise((resolve, reject) => {
      lastCall += 1;
      replies.set(lastCall, { resolve, reject });
      tell({ kind: 'invoke', id: lastCall, channel, args });
    }),
    send: (channel, ...args) => tell({ kind: 'send', channel, args }),
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    off: (channel, listener) =>
      listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener)),
  };
  globalThis.edgewiseReply = (id, ok, value) => {
    const { resolve, reject } = replies.get(id);
    replies.delete(id);
    if (ok) resolve(value);
    else reject(new Error(value));
  };
  globalThis.edgewiseHear = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, ...args);
  };
  const outward = (value) => {
    if (typeof value === 'function') return { function: functions.push(value) - 1 };
    if (value instanceof Promise) {
      lastCall += 1;
      const promise = lastCall;
      value.then(
        (result) => say('edgewise-settle', { promise, ok: true, value: outward(result) }),
        (error) => say('edgewise-settle', { promise, ok: false, message: String(error) }),
      );
      return { promise };
    }
    if (typeof value !== 'object' || value === null) return { value };
    return { fields: Object.entries(value).map(([key, each]) => [key, outward(each)]) };
  };
  const inward = (value) =>
    value.callback === undefined ? value.value : (...args) => say('edgewise-callback', { callback: value.callback, args });
  let exposed = null;
  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      exposed = { name, api: outward(api) };
      say('edgewise-exposed', exposed);
    },
  };
  window.addEventListener('edgewise-page', () => { if (exposed !== null) say('edgewise-exposed', exposed); });
  window.addEventListener('edgewise-call', ({ detail }) => {
    const { function: index, args } = JSON.parse(detail);
    say('edgewise-result', outward(functions[index](...args.map(inward))));
  });
  window.addEventListener('edgewise-open', ({ detail }) => tell({ kind: 'open', url: JSON.parse(detail) }));
  const electron = { contextBridge, ipcRenderer };
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name);
    return electron;
  };
  (function (require, module, exports) {
${preload}
  })(require, { exports: {} }, {});
})();`;
}

/** The page's world before its first script: what the preload exposed, made of the numbers again. */
export const PAGE_WORLD_SOURCE = `(() => {
  const promises = new Map();
  const callbacks = [];
  let result = null;
  const say = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
  const outward = (value) => typeof value === 'function' ? { callback: callbacks.push(value) - 1 } : { value };
  const inward = (value) => {
    if (value.function !== undefined) {
      return (...args) => {
        say('edgewise-call', { function: value.function, args: args.map(outward) });
        return inward(result);
      };
    }
    if (value.promise !== undefined) {
      return new Promise((resolve, reject) => promises.set(value.promise, { resolve, reject }));
    }
    if (value.fields !== undefined) return Object.fromEntries(value.fields.map(([key, each]) => [key, inward(each)]));
    return value.value;
  };
  window.addEventListener('edgewise-result', ({ detail }) => { result = JSON.parse(detail); });
  window.addEventListener('edgewise-settle', ({ detail }) => {
    const { promise, ok, value, message } = JSON.parse(detail);
    const { resolve, reject } = promises.get(promise);
    promises.delete(promise);
    if (ok) resolve(inward(value));
    else reject(new Error(message));
  });
  window.addEventListener('edgewise-callback', ({ detail }) => {
    const { callback, args } = JSON.parse(detail);
    callbacks[callback](...args);
  });
  window.addEventListener('edgewise-exposed', ({ detail }) => {
    const { name, api } = JSON.parse(detail);
    if (!(name in window)) Object.defineProperty(window, name, { value: inward(api), enumerable: true });
  });
  // Asked before any window is made, as Electron does; what was denied gives null.
  window.open = (url) => {
    say('edgewise-open', new URL(url, location.href).href);
    return null;
  };
  say('edgewise-page', null);
})();`;
