/** The command line as a process. It ends as soon as all is said: what Node would do before, collecting garbage, is of no use to anybody. */
import type * as Engine from './cli/engine';
import { nodeIo } from './cli/io';
import { main } from './cli/main';
import { isAllWritten } from './cli/standard-output';

void main(process.argv.slice(2), nodeIo(), loadEngine).then(
  (code) => {
    process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
    if (isAllWritten()) process.exit();
  },
  (error: unknown) => {
    process.stderr.write(`nianbao: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);

function loadEngine(): typeof Engine {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at start
  return require('./cli/engine') as typeof Engine;
}
