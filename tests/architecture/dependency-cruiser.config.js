const test = '[.]test(-support)?[.]ts$';
const testLibraries = ['node_modules/(vitest|fast-check|marked|y-prosemirror)/', '^(node:)?(fs|path|url)$'];
const adapters = 'realtime|collab|storage|export|http';

/**
 * Modules under `folder` may import only what `allowed` matches; their tests may also use the test libraries.
 *
 * @param {string} name
 * @param {string} comment
 * @param {string} folder
 * @param {string[]} allowed
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
const only = (name, comment, folder, allowed) => [
  {
    name,
    comment,
    severity: 'error',
    from: { path: folder, pathNot: test },
    to: { pathNot: [folder, ...allowed] },
  },
  {
    name: `${name}-tests`,
    comment,
    severity: 'error',
    from: { path: `${folder}.*${test}` },
    to: { pathNot: [folder, ...allowed, ...testLibraries] },
  },
];

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...only('core-itself-only', 'The domain imports nothing but itself.', '^src/lib/core/', []),
    ...only(
      'protocol-core-and-schemas',
      'The wire knows the domain and the schema library.',
      '^src/lib/protocol/',
      ['^src/lib/core/', 'node_modules/valibot/'],
    ),
    ...only(
      'ydoc-core-and-models',
      'The shape of shared documents knows the domain, yjs and the editor’s model library.',
      '^src/lib/ydoc/',
      ['^src/lib/core/', 'node_modules/(yjs|lib0|prosemirror-model|prosemirror-tables)/'],
    ),
    ...only(
      'markdown-core-and-parser',
      'The readers of Markdown know the domain and the parsers.',
      '^src/lib/markdown/',
      ['^src/lib/core/', 'node_modules/(marked|yaml)/'],
    ),
    ...only('i18n-leaf', 'Messages import nothing.', '^src/lib/i18n/', []),
    never(
      'ui-presentational',
      'Components take props and callbacks: only #core and #i18n, no sockets, no Yjs.',
      { path: '^src/lib/ui/' },
      {
        path: [
          '^src/',
          'node_modules/(yjs|lib0|y-[a-z]+|socket[.]io[^/]*|engine[.]io[^/]*|ws)/',
          '^(yjs|lib0|y-[a-z]+|socket[.]io|ws)',
        ],
        pathNot: '^src/lib/(ui|core|i18n)/',
      },
    ),
    never(
      'client-layers',
      'The browser’s connection knows the domain, the wire, shared documents, Markdown and messages, not what is shown.',
      { path: '^src/lib/client/' },
      { path: '^src/', pathNot: '^src/lib/(client|core|protocol|ydoc|markdown|i18n)/' },
    ),
    never(
      'routes-layers',
      'Pages see ui, client, i18n, protocol and core.',
      { path: '^src/routes/' },
      { path: '^src/', pathNot: '^src/(routes/|lib/(ui|client|core|protocol|i18n)/|app[.]css$)' },
    ),
    never(
      'src-never-server',
      'A client import of the server would ship secrets, and Kit does not stop it.',
      { path: '^src/' },
      { path: '^(server|tests)/' },
    ),
    never(
      'src-no-node',
      'What runs in the browser has no Node.',
      { path: '^src/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    never(
      'server-shared-only',
      'Of src, the server sees core, protocol, ydoc, markdown and i18n.',
      { path: '^server/' },
      { path: '^src/', pathNot: '^src/lib/(core|protocol|ydoc|markdown|i18n)/' },
    ),
    never(
      'server-no-tests',
      'What is shipped does not import the tests.',
      { path: '^server/', pathNot: test },
      { path: '^tests/' },
    ),
    never(
      'use-cases-core-only',
      'Use cases import the domain and their ports, no adapter, no library; hashing secrets is arithmetic.',
      { path: '^server/seminars/', pathNot: test },
      { pathNot: ['^(server/seminars|src/lib/core)/', '^(node:)?crypto$'] },
    ),
    never(
      'adapters-apart',
      'Adapters do not import each other; app.ts joins them.',
      { path: `^server/(${adapters})/`, pathNot: test },
      { path: `^server/(${adapters})/`, pathNot: '^server/$1/' },
    ),
    never(
      'adapters-below-composition',
      'Only the composition root imports the composition root.',
      { path: '^server/[^/]+/', pathNot: test },
      { path: '^server/(main|dev|start|app)[.]ts$' },
    ),
    never(
      'sqlite-one-door',
      'SQLite is opened in one file.',
      { path: '^(server|src)/', pathNot: '^server/storage/sqlite/connection[.]ts$' },
      { path: '^(node:)?sqlite$' },
    ),
    never('no-circles', 'Modules do not import each other in circles.', {}, { circular: true }),
    never(
      'no-orphans',
      'Every module is used or is an entry.',
      {
        orphan: true,
        pathNot: [
          '[.]d[.]ts$',
          test,
          '^src/routes/.*[+][^/]+$',
          '^src/hooks',
          '^tests/architecture/[^/]+[.]config[.]js$',
          // Loaded into the server's process by its name.
          '^tests/soak/report-heap[.]ts$',
        ],
      },
      {},
    ),
    never(
      'resolvable',
      'Every import leads somewhere.',
      {},
      {
        couldNotResolve: true,
        pathNot: '^([$](app|env|lib)/|[$]service-worker$|[.]{1,2}/([$]types|.*/build/|build/))',
      },
    ),
    never(
      'listed',
      'Packages are listed in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    never(
      'shipped-not-dev',
      'What is shipped does not need development packages.',
      { path: '^(src|server)/', pathNot: [test, '^server/(dev|start)[.]ts$'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^build/', '^[.]svelte-kit/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'node', 'default'],
    },
  },
};
