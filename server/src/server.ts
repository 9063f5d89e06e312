/**
 * The process of the language server. How it talks is told by its arguments (`--stdio`, `--node-ipc`, `--pipe`,
 * `--socket`); without one it uses standard input and output.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { readTextFile } from './read-file';
import { startServer } from './lsp/server';

if (!process.argv.some((argument) => /^--(stdio|node-ipc|pipe|socket)\b/.test(argument))) process.argv.push('--stdio');
startServer(createConnection(), { pages: pathToFileURL(join(__dirname, 'rules')).href, readFile: readTextFile });
