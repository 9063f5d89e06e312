import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

// The rooms of the server, left to right. A folder imports only from folders to its left.
const rooms = ['text', 'table', 'report', 'collection', 'documents', 'statements', 'findings', 'rules', 'features'];
// The rooms inside of the report, in the same way; what lies in none of them may use all.
const reportRooms = ['form', 'sums', 'tables', 'sentences', 'writing'];

// All but the command line and the entries runs in a browser too.
const ofNode = ['node:*', 'vscode-languageserver/node', 'vscode-languageclient/node', 'vscode-languageclient/browser'];
const ofHosts = ['node:*', 'vscode', 'vscode-*'];

const byProtocolOnly = {
  regex: '/server/(?!src/lsp/protocol$)',
  message: 'the client speaks to the server by the protocol only: of the server it knows lsp/protocol.ts',
};

/** Forbids imports of the folders named, and of modules that would keep the room from where it must run. */
function layer(room, forbidden, modules) {
  const patterns = forbidden.map((name) => ({
    regex: `^\\.\\.?/(?:.*/)?${name}/`,
    message: `${room}/ must not import from ${name}/ (see CONTRIBUTING, the house)`,
  }));
  if (modules.length > 0) patterns.push({ group: modules, message: `${room}/ must run in a browser worker` });
  return {
    files: [`server/src/${room}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

/** What a room must not import: the rooms to its right, and whoever answers to the outside. */
const rightOf = (room) => [...rooms.slice(rooms.indexOf(room) + 1), 'lsp', 'cli', 'page'];
/** Readers of documents lie beside the collection; they run in browsers too. Entries take what they need of them. */
const documentsLayer = layer('documents', ['collection', 'statements', 'findings', 'rules', 'features', 'lsp', 'cli', 'page'], ofHosts);
/** The page is an entry of its own: it runs in any browser and knows neither protocol nor command line. */
const pageLayer = layer('page', ['lsp', 'cli'], ofHosts);
/** The client imports this file too: types and names, from nothing but the protocol's own. */
const protocolLayer = {
  files: ['server/src/lsp/protocol.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^\\.|^node:|^vscode$',
            message: 'lsp/protocol.ts is all that the client knows of the server: it imports nothing of it',
          },
        ],
      },
    ],
  },
};
/** The features' own folder `features/page` is no entry. */
const roomLayers = rooms.map((room) => layer(room, room === 'features' ? ['lsp', 'cli'] : rightOf(room), ofHosts));
const reportLayers = reportRooms.map((room, index) =>
  layer(`report/${room}`, [...reportRooms.slice(index + 1), ...rightOf('report')], ofHosts),
);
/** A rule stands alone: what two rules share lies to the left of them. */
const ruleLayer = {
  files: ['server/src/rules/*/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^\\./', message: 'no rule imports a rule' },
          {
            regex: `^\\.\\.?/(?:.*/)?(?:${['rules', ...rightOf('rules')].join('|')})/`,
            message: 'rules import only from the rooms to their left',
          },
          { regex: '^\\.\\./(?!rule$|\\.\\./)', message: 'no rule imports a rule' },
          { group: ofHosts, message: 'rules must run in a browser worker' },
        ],
      },
    ],
  },
};

/** What is used of a protocol's library while the program runs is asked for in one file; types may be named anywhere. */
function libraryLayer(folder, name) {
  return {
    files: [`${folder}/**/*.ts`],
    ignores: [`${folder}/library.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { name, allowTypeImports: true, message: `what is used while the program runs is asked for in ${folder}/library.ts` },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.vscode-test/', '.bench/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/no-shadow': 'error',
      'no-nested-ternary': 'error',
      'max-params': ['error', 4],
      complexity: ['error', 20],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' },
    },
  },
  ...roomLayers,
  ...reportLayers,
  ruleLayer,
  documentsLayer,
  pageLayer,
  layer('lsp', ['cli'], ofNode),
  libraryLayer('server/src/lsp', 'vscode-languageserver'),
  libraryLayer('client/src', 'vscode-languageclient'),
  protocolLayer,
  layer('cli', ['lsp', 'page'], []),
  { ...layer('preview', ['lsp', 'cli'], ['node:*', 'vscode', 'vscode-*']), files: ['server/src/preview.ts'] },
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [byProtocolOnly, { group: ofNode, message: 'the client runs in Node and in the browser; only its entries differ' }] },
      ],
    },
  },
  {
    files: ['client/src/extension.ts', 'client/src/web-extension.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [byProtocolOnly] }] },
  },
  // The one thing that the client takes from the server's sources, as a bundle loaded on the way: previews cannot wait.
  {
    files: ['client/src/preview-engine.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '/server/(?!src/(?:preview|lsp/protocol)$)', message: byProtocolOnly.message },
            { group: ofNode, message: 'the client runs in Node and in the browser' },
          ],
        },
      ],
    },
  },
);
