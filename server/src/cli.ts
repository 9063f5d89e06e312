/** The process of the command line: `nianbao lsp` is the language server, all else is `main`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { nodeIo } from './cli/io';
import { main } from './cli/main';

const [command, ...rest] = process.argv.slice(2);
/** What clients hand to a language server: how it talks, and whose child it is. */
const isOfServer = (argument: string) => /^--(?:stdio|node-ipc|(?:pipe|socket|clientProcessId)(?:=.*)?)$|^[^-]/.test(argument);

if (command === 'lsp' && rest.every(isOfServer)) {
  // The server's bundle lies beside this one and starts when it is loaded; `check` never loads it.
  createRequire(__filename)(join(__dirname, 'server.js'));
} else {
  void main(process.argv.slice(2), nodeIo()).then(
    (code) => {
      process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
    },
    (error: unknown) => {
      process.stderr.write(`nianbao: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}
