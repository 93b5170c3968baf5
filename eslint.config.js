import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** Import rules of the design: who may import whom. Each entry names a folder and what it must never reach. */
const WALLS = [
  { files: ['main/**/*.ts'], except: ['main/electron/**'], never: ['electron'] },
  { files: ['shared/**/*.ts'], never: ['**/main/**', '**/renderer/**', 'electron', 'node:*', 'react', '@mui/*'] },
  { files: ['renderer/**/*.{ts,tsx}'], never: ['**/main/**', 'electron', 'node:*'] },
  {
    files: ['main/psrp/**/*.ts', 'main/wsman/**/*.ts', 'main/xml/**/*.ts'],
    except: ['**/*.test.ts'],
    never: [
      'node:net',
      'node:tls',
      'node:http*',
      'node:timers*',
      'node:fs*',
      'electron',
      '**/transport/**',
      '**/auth/**',
    ],
  },
  {
    files: ['main/cs/**/*.ts'],
    except: ['**/*.test.ts'],
    never: ['**/transport/**', '**/wsman/**', '**/console/**', 'electron'],
  },
  {
    files: ['main/console/**/*.ts'],
    except: ['**/*.test.ts'],
    never: ['**/psrp/**', '**/wsman/**', '**/transport/**', 'electron', 'node:http*'],
  },
  {
    files: ['main/transport/**/*.ts', 'main/auth/**/*.ts'],
    except: ['**/*.test.ts'],
    never: ['**/cs/**', '**/console/**', 'electron'],
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
      'e2e/peers/**/bin/**',
      'e2e/peers/**/obj/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector: 'CatchClause > BlockStatement[body.length=0]',
          message: 'Nothing is swallowed: say why, or rethrow.',
        },
      ],
      'max-lines': ['error', { max: 500 }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['main/electron/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'electron', importNames: ['ipcMain', 'ipcRenderer'], message: 'The gate and the preload alone.' },
      ],
    },
  },
  { files: ['main/electron/ipc-gate.ts', 'main/electron/preload.ts'], rules: { 'no-restricted-imports': 'off' } },
  ...WALLS.map((wall) => ({
    files: wall.files,
    ignores: wall.except ?? [],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: wall.never, message: 'Across a wall of the design.' }] },
      ],
    },
  })),
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.test.ts', 'e2e/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
