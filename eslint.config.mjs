import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

// The rooms of the server, left to right. A folder imports only from folders to its left.
const rooms = ['text', 'table', 'report', 'rules', 'features'];

/** Forbids imports of the folders named, and of Node's own modules where the room must run in a browser worker. */
function layer(room, forbidden, pure) {
  const patterns = forbidden.map((name) => ({
    group: [`**/${name}/*`, `**/${name}`],
    message: `${room}/ must not import from ${name}/ (see CONTRIBUTING, layering)`,
  }));
  if (pure) patterns.push({ group: ['node:*', 'vscode', 'vscode-*'], message: `${room}/ must run in a browser worker` });
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
  ...rooms.map((room, index) => layer(room, [...rooms.slice(index + 1), 'lsp', 'cli'], true)),
  layer('lsp', ['cli'], false),
  layer('cli', ['lsp'], false),
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['**/server/**'], message: 'the client speaks to the server by the protocol only' }] }],
    },
  },
);
