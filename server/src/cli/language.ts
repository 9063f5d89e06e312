/** The language of the command line's messages: Chinese, unless the user asks for English or works in another language. */
import { english } from '../english';
import { format, type Message } from '../text/message';

export type Language = 'zh' | 'en';

/**
 * The language to speak: as chosen by option, else by the locale in `env`. No locale, or one that names no language (C,
 * POSIX), means Chinese, for the reports are Chinese.
 */
export function chooseLanguage(chosen: Language | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  if (chosen !== undefined) return chosen;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const name = locale.toLowerCase().split(/[_.@-]/, 1)[0];
  return name === '' || name === 'c' || name === 'posix' || name === 'zh' ? 'zh' : 'en';
}

/** Turns messages into text of `language`; a message without translation stays Chinese. */
export function speaker(language: Language): (message: Message) => string {
  return language === 'zh' ? (message) => format(message) : (message) => format(message, english);
}
