/** The printer for each output format. */
import type { Message } from '../../text/message';
import type * as Engine from '../engine';
import type { Io } from '../io';
import type { Output } from '../standard-output';
import { jsonPrinter } from './json-printer';
import type { Options } from '../options';
import type { Printer } from './printer';
import { textPrinter } from './text-printer';

/** What a printer is made for. */
export interface Reader {
  readonly io: Io;
  /** Where its text will go. */
  readonly target: Output;
  readonly say: (message: Message) => string;
}

/** A printer of the format in `options`. Those for machines lie in the engine: one of them tells of all rules. */
export async function openPrinter(
  { format, language }: Options,
  { io, target, say }: Reader,
  engine: () => typeof Engine,
): Promise<Printer> {
  if (format === 'json') return jsonPrinter(say);
  if (format !== 'text') return engine().openMachinePrinter(format, language, io, say);
  return textPrinter(say, { colour: target.isTerminal && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb', columns: target.columns });
}
