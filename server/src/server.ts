/** What editors start as the language server: loads it, compiled already where possible. */
import { join } from 'node:path';
import { runServer } from './compiled';

runServer(join(__dirname, 'server-process.js'));
