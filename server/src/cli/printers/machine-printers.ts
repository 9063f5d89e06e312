/** The printers for programs that have a format of their own, each loaded when it is asked for. */
import type { Message } from '../../text/message';
import type { Io } from '../io';
import { chooseLanguage } from '../language';
import type { Format, Options } from '../options';
import type { Printer } from './printer';

export async function openMachinePrinter(
  format: Exclude<Format, 'json' | 'text'>,
  chosen: Options['language'],
  io: Io,
  say: (message: Message) => string,
): Promise<Printer> {
  const language = chooseLanguage(chosen, io.env);
  switch (format) {
    case 'sarif':
      return (await import('./sarif-printer')).sarifPrinter({
        say,
        language,
        currentFolder: io.currentFolder,
        pageOf: (id) => io.readPage(id, language),
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
  }
}
