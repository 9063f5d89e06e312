/** What the name `nianbao` starts: `nianbao lsp` is the language server, all else the command line. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCompiled, runServer } from './compiled';

const [command = '', ...rest] = process.argv.slice(2);
/** What clients hand to a language server: how it talks, and whose child it is. */
const isOfServer = (argument: string) => /^--(?:stdio|node-ipc|(?:pipe|socket|clientProcessId)(?:=.*)?)$|^[^-]/.test(argument);
/** The commands that read reports. What a shorter run compiles is too little to be kept, that for `--help` too. */
const readsReports = ['check', 'normalize', 'convert', 'figures', 'review', 'total'];

if (command === 'lsp' && rest.every(isOfServer)) runServer(join(__dirname, 'server-process.js'));
else if (readsReports.includes(command) && !rest.some((argument) => /^(?:--help|-h|--version|--print-config)$/.test(argument)))
  runCompiled(join(__dirname, 'command.js'), rest.includes('--cache') ? `${command}-cache` : command);
else createRequire(__filename)(join(__dirname, 'command.js'));
