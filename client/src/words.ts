/** Words of a draft or a file's name in a notification, where VS Code makes links of `[…](…)`: there they stay words. */
export function asWords(text: string): string {
  return text.replace(/\](?=\()/g, ']\u200b').replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}
