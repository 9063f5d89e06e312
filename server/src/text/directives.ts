/**
 * Comments that switch rules off, as they stand in a text. What they switch off is for `features/silence.ts` to say.
 *
 *     <!-- nianbao-disable-next-line wrong-sum 已与各科室核对 -->     in Markdown and HTML, where it does not show
 *     【nianbao-disable-next-line wrong-sum 已与各科室核对】           in plain text, where nothing can be hidden
 *
 * Behind the command stand rule ids, set apart by blanks or commas, then whatever the writer wants to say. The first word
 * that does not look like an id begins the reason. Behind the first id, a word without a hyphen does not: the reason may be
 * English, and a comment whose only id is mistyped must not be taken for one about all rules.
 */
import { isSpace } from './characters';
import { lineEnd, lineStart } from './lines';
import type { Span } from './span';

const commands = ['disable-next-line', 'disable-line', 'disable', 'enable'] as const;
export type Command = (typeof commands)[number];

export interface NamedRule extends Span {
  readonly id: string;
}

/** A comment from its first character to its last. */
export interface Directive extends Span {
  readonly command: Command;
  /** The rules named; none: all rules. */
  readonly rules: readonly NamedRule[];
}

/** How a comment is set off: 'comment' by `<!-- -->`, 'note' by 【】. */
export type DirectiveForm = 'comment' | 'note';

const prefix = 'nianbao-';
/** Longest comment, to its end mark. */
const longest = 400;
const opening = /(?:<!--|【)[ \t]*$/;
const content = new RegExp(`^${prefix}(${commands.join('|')})(?![a-z-])([^\\r\\n]*?)(?:-->|】)`);
/** An id: Latin words with hyphens, followed by a blank, a comma or the end. */
const rule = /[ \t,，、]+([a-z]+(?:-[a-z]+)*)(?=[ \t,，、:：]|$)/y;

/** The directives of `text` in the order of the text. */
export function findDirectives(text: string): Directive[] {
  const found: Directive[] = [];
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + prefix.length)) {
    const before = opening.exec(text.slice(Math.max(0, at - 12), at));
    const match = before && content.exec(text.slice(at, at + longest));
    if (!before || !match) continue;
    const [all, name, rest = ''] = match;
    const command = commands.find((known) => known === name);
    if (!command) continue;
    found.push({ start: at - before[0].length, end: at + all.length, command, rules: rulesIn(rest, at + prefix.length + command.length) });
  }
  return found;
}

/** Whether `text[start, end)`, a line without the white space around it, is one directive and nothing else. */
export function isDirective(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if ((first !== 0x3c && first !== 0x3010) || end - start > longest) return false;
  const [directive] = findDirectives(text.slice(start, end));
  return directive?.start === 0 && directive.end === end - start;
}

/** A directive as text. */
export function writeDirective(command: Command, rules: readonly string[], form: DirectiveForm, reason = ''): string {
  const words = [prefix + command, ...rules, ...(reason === '' ? [] : [reason])].join(' ');
  return form === 'comment' ? `<!-- ${words} -->` : `【${words}】`;
}

function rulesIn(rest: string, offset: number): NamedRule[] {
  const found: NamedRule[] = [];
  rule.lastIndex = 0;
  for (let match = rule.exec(rest); match; match = rule.exec(rest)) {
    const id = match[1] as string;
    if (found.length > 0 && !id.includes('-')) break;
    const start = offset + match.index + match[0].length - id.length;
    found.push({ id, start, end: start + id.length });
  }
  return found;
}

/** Whether a directive stands alone on its line. */
function standsAlone(text: string, { start, end }: Span): boolean {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') if (!isSpace(text.charCodeAt(--from))) return false;
  let to = end;
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') if (!isSpace(text.charCodeAt(to++))) return false;
  return true;
}

/** Where a directive about the whole text is written: at its beginning, behind front matter between lines of `---`. */
export function headOf(text: string): number {
  if (!/^\ufeff?---[ \t]*\r?\n/.test(text.slice(0, 80))) return 0;
  const match = /\n(?:---|\.\.\.)[ \t]*\r?\n/.exec(text.slice(0, longestFrontMatter));
  return match ? match.index + match[0].length : 0;
}

const longestFrontMatter = 4000;

/** The span to take away with a directive: its line, where it stands alone. */
export function extentOf(text: string, { start, end }: Span): Span {
  if (!standsAlone(text, { start, end })) return { start, end };
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  return { start: from, end: text.startsWith('\r\n', to) ? to + 2 : Math.min(text.length, to + 1) };
}
