/**
 * The engine for previews, which are rendered at once and cannot wait for the language server: a bundle of its own that the
 * extension loads when the first Chinese text is previewed. It shows what the server shows, from the same features and by the
 * settings that the server says it goes by; limits and dates are not among them, for no rule about tables needs them.
 */
import type { CheckSettings } from './features/choices/settings';
import { checkUnsilenced } from './features/silence/silence';
import { placedTables, type ShownTable, shownTables } from './features/page/shown-table';
import { tableHtml } from './features/page/table-html';
import { parse } from './report/parse';
import { english } from './english';
import { lineAt } from './text/lines';
import { format, type Message } from './text/message';

export interface PreviewOptions extends Partial<Pick<CheckSettings, 'enable' | 'severities'>> {
  /** Whether the text is a report whatever it holds. */
  readonly taken?: boolean;
  /** Display language, such as `zh-cn`. */
  readonly language: string;
}

/** A table of a report and where it stands. Offsets are UTF-16 units; lines count from 0. */
export interface PreviewedTable {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Whether nothing else stands on its lines. */
  readonly alone: boolean;
  /** Checks the report when first asked. */
  readonly html: () => string;
}

/** The tables of `text` that are shown as the form prints them, in the order of the text; none where it is no report or not to be checked. */
export function previewTables(text: string, options: PreviewOptions): PreviewedTable[] {
  if (options.enable === false) return [];
  const report = parse(text, options.taken);
  const say = (message: Message): string => format(message, /^zh\b/i.test(options.language) ? undefined : english);
  // Editors read a text more often than they show it, and the check costs most.
  let checked: readonly ShownTable[] | undefined;
  const withFindings = (): readonly ShownTable[] => (checked ??= shownTables(report, checkUnsilenced(report, options.severities)));
  const lineOf = (offset: number): number => lineAt(report.lines, offset);
  return placedTables(report).map(({ place: { start, end } }, i) => {
    const firstLine = lineOf(start);
    const lastLine = lineOf(end);
    const before = text.slice(report.lines.starts[firstLine], start);
    const after = text.slice(end, report.lines.starts[lastLine + 1] ?? text.length);
    return {
      start,
      end,
      firstLine,
      lastLine,
      alone: (before + after).trim() === '',
      html: () => tableHtml(withFindings()[i] as ShownTable, say, lineOf),
    };
  });
}
