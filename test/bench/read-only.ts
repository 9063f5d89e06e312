/**
 * Reads and decodes every file of the folder named and does nothing with it: the part of `nianbao check` that no program can
 * save. Prints nothing; the exit code tells whether there was any text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
let length = 0;
for (const name of readdirSync(folder)) length += readFileSync(join(folder, name), 'utf8').length;
process.exitCode = length > 0 ? 0 : 1;
