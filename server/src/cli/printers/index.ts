/** The printer for each output format. Those for machines lie in the engine: one of them tells of all rules. */
import type { Message } from '../../text/message';
import type { Io } from '../io';
import type { Output } from '../standard-output';
import { jsonPrinter } from './json-printer';
import type { Options } from '../options';
import type { Printer } from './printer';
import { textPrinter } from './text-printer';

/** A printer of the format in `options` for `target`, where its text will go. */
export function openPrinter({ format, language }: Options, io: Io, target: Output, say: (message: Message) => string): Printer {
  if (format === 'json') return jsonPrinter(say);
  if (format !== 'text') return io.engine().openMachinePrinter(format, language, io, say);
  return textPrinter(say, { colour: target.isTerminal && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb', columns: target.columns });
}
