/** What editors start as the language server: loads it, compiled already where possible. */
import { join } from 'node:path';
import { runCompiled } from './compiled';

runCompiled(join(__dirname, 'server-process.js'));
