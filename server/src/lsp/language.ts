/**
 * The reader's language. Messages are Chinese; whoever's editor displays another language gets the English of
 * `l10n/bundle.l10n.en.json`, whose keys are the Chinese templates. What is not translated stays Chinese.
 */
import { english } from '../english';

/** Maps a Chinese template to the reader's language. */
export type Translate = (template: string) => string;

/**
 * The translation for a display language.
 * @param language a tag such as `zh-cn` or `en`; without one the messages stay Chinese.
 */
export function translationFor(language: string | undefined): Translate {
  if (!language || /^zh\b/i.test(language)) return (template) => template;
  return english;
}
