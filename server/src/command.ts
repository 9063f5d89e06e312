/** The command line as a process. */
import { nodeIo } from './cli/io';
import { main } from './cli/main';

void main(process.argv.slice(2), nodeIo()).then(
  (code) => {
    process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
  },
  (error: unknown) => {
    process.stderr.write(`nianbao: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
