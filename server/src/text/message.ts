/**
 * Messages for people: a Chinese sentence with places for values, and the values. The sentence is also the key under
 * which `l10n/bundle.l10n.en.json` holds the English one; translating happens at the edges (lsp, cli), never here.
 */
export interface Message {
  /** Chinese, with `{0}`, `{1}`, … for the values. */
  readonly template: string;
  readonly values: readonly (string | number)[];
}

/** A message from its Chinese template and the values for `{0}`, `{1}`, … */
export function msg(template: string, ...values: (string | number)[]): Message {
  return { template, values };
}

/**
 * The message as plain text.
 * @param translate maps the Chinese template to the reader's language; without it the message stays Chinese.
 */
export function format(message: Message, translate?: (template: string) => string): string {
  const template = translate ? translate(message.template) : message.template;
  return template.replace(/\{(\d+)\}/g, (place, index: string) => String(message.values[Number(index)] ?? place));
}

/** At most `length` characters of `text` on one line, an ellipsis for the rest: what messages show of it. */
export function shortened(text: string, length = 24): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length)}…`;
}
