/** What editors start as the language server: loads it, compiled already where possible. */
import { join } from 'node:path';
import { runCompiled } from './compiled';

/** By then a report has been opened; after hours V8 has forgotten what only the start needed. */
const settled = 3000;

const keepCompiled = runCompiled(join(__dirname, 'server-process.js'));
setTimeout(keepCompiled, settled).unref();
// Many clients end a server so, right after it has answered `shutdown`: it ends as if asked to, so that compiled code is kept.
process.once('SIGTERM', () => process.exit(143));
