/** The printers for programs that have a format of their own. */
import type { Message } from '../../text/message';
import type { Io } from '../io';
import { chooseLanguage } from '../language';
import type { Format, Options } from '../options';
import { checkstylePrinter } from './checkstyle-printer';
import { githubPrinter } from './github-printer';
import { junitPrinter } from './junit-printer';
import type { Printer } from './printer';
import { sarifPrinter } from './sarif-printer';

export function openMachinePrinter(
  format: Exclude<Format, 'json' | 'text'>,
  chosen: Options['language'],
  io: Io,
  say: (message: Message) => string,
): Printer {
  const language = chooseLanguage(chosen, io.env);
  switch (format) {
    case 'sarif':
      return sarifPrinter({ say, language, currentFolder: io.currentFolder, pageOf: (id) => io.readPage(id, language) });
    case 'github':
      return githubPrinter({ say, currentFolder: io.currentFolder, workspace: io.env['GITHUB_WORKSPACE'] });
    case 'junit':
      return junitPrinter(say);
    case 'checkstyle':
      return checkstylePrinter(say);
  }
}
