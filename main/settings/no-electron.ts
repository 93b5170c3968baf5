/** What `electron` is outside Electron: electron-store imports it, and finds nothing to ask. See vite.config.ts. */
const nothing = {};

export { nothing as default };
