/**
 * Messages for people: a Chinese sentence with places for values, and the values. The sentence is also the key under
 * which `l10n/bundle.l10n.en.json` holds the English one; translating happens at the edges (lsp, cli), never here.
 */
export interface Message {
  /** Chinese, with `{0}`, `{1}`, … for the values. */
  readonly template: string;
  readonly values: readonly Value[];
}

/** A list is written with the marks of the reader's language between its items. */
type Value = string | number | readonly (string | number)[];

/** A message from its Chinese template and the values for `{0}`, `{1}`, … */
export function msg(template: string, ...values: Value[]): Message {
  return { template, values };
}

/**
 * The message as plain text.
 * @param translate maps the Chinese template to the reader's language; without it the message stays Chinese.
 */
export function format(message: Message, translate?: (template: string) => string): string {
  const template = translate ? translate(message.template) : message.template;
  // A template that was not translated is Chinese, and so are its lists.
  const between = template === message.template ? '、' : ', ';
  return template.replace(/\{(\d+)\}/g, (place, index: string) => {
    const value = message.values[Number(index)] ?? place;
    return typeof value === 'object' ? value.join(between) : String(value);
  });
}

/** At most `length` characters of `text` on one line, an ellipsis for the rest: what messages show of it. */
export function shortened(text: string, length = 24): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length)}…`;
}
