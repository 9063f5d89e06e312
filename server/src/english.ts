/** The English of messages, for the edges that talk to people: what stands in the bundle under the Chinese template. */
import bundle from '../../l10n/bundle.l10n.en.json';

const translations = new Map<string, string>(Object.entries(bundle));

/** The English template for a Chinese one, with the same places for values; what is not translated stays Chinese. */
export function english(template: string): string {
  return translations.get(template) ?? template;
}
