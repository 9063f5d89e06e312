/** The page's own words, in the language that the browser asks for: Chinese, unless it wants another one. */
import { english } from '../../english';
import { format, type Message } from '../../text/message';

export const language: 'zh' | 'en' = /^zh\b/i.test(navigator.language) ? 'zh' : 'en';

export function say(message: Message): string {
  return language === 'zh' ? format(message) : format(message, english);
}
