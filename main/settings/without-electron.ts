import { registerHooks } from 'node:module';

/**
 * For a program that runs from its sources in plain Node (`node --import` this file): `electron` is an empty module, as
 * the builds of the browser host and the command line make it. The installed package would try to download Electron.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'data:text/javascript,export default {}', format: 'module', shortCircuit: true }
      : next(specifier, context),
});
