/** The English of messages: what `l10n/bundle.l10n.en.json` holds under the Chinese template; what is not there stays Chinese. */
import { config, t } from '@vscode/l10n';
import bundle from '../../../l10n/bundle.l10n.en.json';

config({ contents: bundle });

/** The English template for a Chinese one, with the same places for values. */
export function english(template: string): string {
  return t(template);
}
