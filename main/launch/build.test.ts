import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';

test('a program is built where npm left the optional package out that it loads', async () => {
  const built = await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    plugins: [
      {
        name: 'kerberos-is-not-there',
        enforce: 'pre',
        resolveId(source) {
          if (source === 'kerberos') throw new Error('kerberos is not there');
        },
      },
    ],
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(new URL('../auth/kerberos/entry.ts', import.meta.url)) },
    },
  });
  expect(JSON.stringify(built)).toContain("import('kerberos')".replaceAll("'", '\\"'));
});
