import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

// The rooms of the server, left to right. A folder imports only from folders to its left.
const rooms = ['text', 'table', 'report', 'rules', 'features'];

// All but the command line and the entries runs in a browser too.
const ofNode = ['node:*', 'vscode-languageserver/node', 'vscode-languageclient/node', 'vscode-languageclient/browser'];

const byProtocolOnly = { group: ['**/server/**'], message: 'the client speaks to the server by the protocol only' };

/** Forbids imports of the folders named, and of modules that would keep the room from where it must run. */
function layer(room, forbidden, modules) {
  const patterns = forbidden.map((name) => ({
    group: [`**/${name}/*`, `**/${name}`],
    message: `${room}/ must not import from ${name}/ (see CONTRIBUTING, layering)`,
  }));
  if (modules.length > 0) patterns.push({ group: modules, message: `${room}/ must run in a browser worker` });
  return {
    files: [`server/src/${room}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
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
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' } } },
  ...rooms.map((room, index) => layer(room, [...rooms.slice(index + 1), 'lsp', 'cli'], ['node:*', 'vscode', 'vscode-*'])),
  layer('lsp', ['cli'], ofNode),
  layer('cli', ['lsp'], []),
  { ...layer('preview', ['lsp', 'cli'], ['node:*', 'vscode', 'vscode-*']), files: ['server/src/preview.ts'] },
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [byProtocolOnly, { group: ofNode, message: 'the client runs in Node and in the browser; only its entries differ' }] }],
    },
  },
  { files: ['client/src/extension.ts', 'client/src/web-extension.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [byProtocolOnly] }] } },
  // The one thing that the client takes from the server's sources, as a bundle loaded on the way: previews cannot wait.
  {
    files: ['client/src/preview-engine.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '/server/(?!src/preview$)', message: byProtocolOnly.message }, { group: ofNode, message: 'the client runs in Node and in the browser' }] }] },
  },
);
