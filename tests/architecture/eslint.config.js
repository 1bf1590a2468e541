import { fileURLToPath } from 'node:url';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from '../../svelte.config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const server = { regex: '(^|/)server/', message: 'What runs in the browser never imports the server.' };
const nodeBuiltin = { regex: '^node:', message: 'What runs in the browser has no Node.' };
const wires = {
  regex: '^(yjs|lib0|y-[a-z]+|socket\\.io-client|ws)(/|$)',
  message: 'Presentational components take props and callbacks: no sockets, no Yjs.',
};
const uiLayers = {
  regex: '^(#lib/client|#protocol|#ydoc)(/|$)|(^|/)(client|protocol|ydoc|routes)/',
  message: 'lib/ui imports #core and #i18n only.',
};
const ydocLayer = { regex: '^#ydoc(/|$)', message: 'Pages reach shared documents through lib/client.' };

export default defineConfig(
  {
    ignores: ['node_modules/', 'build/', '.svelte-kit/', 'data/', 'test-results/', 'playwright-report/'],
  },
  {
    basePath: root,
    extends: [ts.configs.recommendedTypeChecked, svelte.configs.recommended],
    files: ['**/*.ts', '**/*.js', '**/*.svelte'],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: root },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // The ports answer promises whatever an adapter does inside.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams', 'YXmlFragment'] },
      ],
      // Ports are objects of functions: none of their methods has a `this`.
      '@typescript-eslint/unbound-method': 'off',
      // The product is served at the root of its host.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    basePath: root,
    files: ['**/*.svelte', '**/*.svelte.ts'],
    // Here alone: with `extraFileExtensions` the program is made anew for each component, and all code would wait for it.
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: ['.svelte'] } },
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$state'] }],
      'svelte/no-unused-props': ['error', { allowUnusedNestedProperties: true }],
      // Parameters of snippets and handlers in markup are typed by svelte-check alone.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    basePath: root,
    files: ['src/lib/core/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Core takes `now` as a parameter.' },
        { object: 'Math', property: 'random', message: 'Core takes ids and chance as parameters.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
          message: 'Core takes `now` as a parameter.',
        },
      ],
    },
  },
  {
    // dependency-cruiser reads components after compilation, when type imports are gone: here they still stand.
    basePath: root,
    files: ['src/**/*.svelte'],
    rules: { 'no-restricted-imports': ['error', { patterns: [server, nodeBuiltin] }] },
  },
  {
    basePath: root,
    files: ['src/lib/ui/**/*.svelte'],
    rules: { 'no-restricted-imports': ['error', { patterns: [server, nodeBuiltin, wires, uiLayers] }] },
  },
  {
    basePath: root,
    files: ['src/routes/**/*.svelte'],
    rules: { 'no-restricted-imports': ['error', { patterns: [server, nodeBuiltin, ydocLayer] }] },
  },
);
