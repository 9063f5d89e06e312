/**
 * `english.ts` as the programs have it: the same bundle from a file beside them, read when somebody first wants English. Most
 * want Chinese, and seven hundred messages are a seventh of what would be loaded at every start.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let translations: ReadonlyMap<string, string> | undefined;

export function english(template: string): string {
  translations ??= new Map(Object.entries(JSON.parse(readFileSync(join(__dirname, 'messages.en.json'), 'utf8')) as Record<string, string>));
  return translations.get(template) ?? template;
}
