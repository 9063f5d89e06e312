/** The printer for each output format. Those for machines are loaded when asked for. */
import type { Message } from '../../text/message';
import type { Io } from '../io';
import type { Output } from '../standard-output';
import { jsonPrinter } from './json-printer';
import { chooseLanguage } from '../language';
import type { Options } from '../options';
import type { Printer } from './printer';
import { textPrinter } from './text-printer';

/** A printer of the format in `options` for `target`, where its text will go. */
export async function openPrinter(
  { format, language }: Options,
  io: Io,
  target: Output,
  say: (message: Message) => string,
): Promise<Printer> {
  switch (format) {
    case 'json':
      return jsonPrinter(say);
    case 'sarif':
      return (await import('./sarif-printer')).sarifPrinter({
        say,
        language: chooseLanguage(language, io.env),
        currentFolder: io.currentFolder,
        pageOf: (id) => io.readPage(id, chooseLanguage(language, io.env)),
      });
    case 'github':
      return (await import('./github-printer')).githubPrinter({
        say,
        currentFolder: io.currentFolder,
        workspace: io.env['GITHUB_WORKSPACE'],
      });
    case 'junit':
      return (await import('./junit-printer')).junitPrinter(say);
    case 'checkstyle':
      return (await import('./checkstyle-printer')).checkstylePrinter(say);
    case 'text':
      return textPrinter(say, { colour: target.isTerminal && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb', columns: target.columns });
  }
}
