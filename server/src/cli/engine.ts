/**
 * What of the command line reads and judges reports, with the commands that always do so. It is a bundle of its own, loaded when
 * it is first asked for: `check --cache` over files that are all known needs nothing of it, and loading it takes longer than they do.
 *
 *     command.js   options, files, settings, cache, printers   →  engine.js   all else
 */
export { readConfig } from '../features/choices/config';
export { review } from '../features/silence/fingerprints';
export { knownPieces } from '../text/facts';
export { openBaseline } from './baseline';
export { withBetween } from './between';
export { fileReader } from './check-source';
export { convertCommand } from './convert';
export { figuresCommand } from './figures';
export { openFixing } from './fixing';
export { initCommand } from './init';
export { mergeCommand } from './merge';
export { normalizeCommand } from './normalize';
export { printConfigCommand } from './print-config';
export { openMachinePrinter } from './printers/machine-printers';
export { reviewCommand } from './review';
export { rulesCommand } from './rules-command';
export { totalCommand } from './total';
