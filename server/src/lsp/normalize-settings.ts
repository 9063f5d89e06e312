/** The settings `nianbao.normalize.*`: how tables are written, by the kind of file. */
import { type TableFormat, targets } from '../report/writing/table-format';
import { isObject } from './support';

/** How tables are written, by the kind of file. Settings `nianbao.normalize.*`. */
export interface NormalizeSettings {
  readonly markdown: TableFormat;
  readonly plaintext: TableFormat;
}

/** Markdown where that is shown as a table; drawn where the text itself is what people see. */
export const defaultTargets: NormalizeSettings = { markdown: 'markdown', plaintext: 'text' };

/** The way of writing tables for a document of this language. */
export function targetFor(languageId: string, settings: NormalizeSettings): TableFormat {
  return languageId === 'markdown' ? settings.markdown : settings.plaintext;
}

/** The settings in `value`, the section `nianbao.normalize`; what is missing or broken keeps its default. */
export function readNormalizeSettings(value: unknown, broken: (name: string, value: unknown) => void): NormalizeSettings {
  if (value === undefined || value === null) return defaultTargets;
  if (!isObject(value)) {
    broken('nianbao.normalize', value);
    return defaultTargets;
  }
  const read = (name: keyof NormalizeSettings): TableFormat => {
    const chosen = value[name];
    const target = targets.find((known) => known === chosen);
    if (target === undefined && chosen !== undefined && chosen !== null) broken(`nianbao.normalize.${name}`, chosen);
    return target ?? defaultTargets[name];
  };
  return { markdown: read('markdown'), plaintext: read('plaintext') };
}
