/**
 * Report tables in VS Code's Markdown preview: a plug-in of markdown-it that puts the form, as the engine writes it, in the
 * place of each table of a report, in whatever way its cells are separated. All else is rendered as ever, and so is a text
 * that is no report. Knows nothing of VS Code.
 *
 * A table is replaced while blocks are told apart, because in Markdown's eyes it may be anything: paragraphs, lists, code, a
 * part of the paragraph above it. Where Markdown has already taken its lines for raw HTML, it is cut out of that; within
 * fenced code it is left alone.
 */
import type { ReportTable } from './preview-engine';

/** Of markdown-it's types what is needed here; VS Code has version 12. */
export interface Token {
  type: string;
  content: string;
  map: [number, number] | null;
  block: boolean;
  attrJoin(name: string, value: string): void;
}

interface CoreState {
  readonly src: string;
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: 0) => Token;
}

interface BlockState {
  readonly src: string;
  line: number;
  /** Indentation of each line, in columns. */
  readonly sCount: number[];
  push(type: string, tag: string, nesting: 0): Token;
}

export interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      before(other: string, name: string, rule: (state: CoreState) => void): void;
      after(other: string, name: string, rule: (state: CoreState) => void): void;
    };
  };
  readonly block: {
    readonly ruler: {
      before(
        other: string,
        name: string,
        rule: (state: BlockState, line: number, end: number, silent: boolean) => boolean,
        options: { alt: string[] },
      ): void;
    };
  };
  readonly renderer: { readonly rules: Record<string, unknown> };
}

interface Renderer {
  renderAttrs(token: Token): string;
}

const type = 'nianbao_table';

/**
 * Adds the plug-in to `md`.
 * @param tablesOf the tables of a report's text, in its order; none for other texts. Must not throw.
 */
export function showReportTables<M extends MarkdownIt>(md: M, tablesOf: (text: string) => readonly ReportTable[]): M {
  // Not kept in the tokens themselves: they are sent to other processes.
  const shown = new WeakMap<Token, ReportTable>();
  let known: { readonly text: string; readonly tables: readonly ReportTable[]; readonly byLine: ReadonlyMap<number, ReportTable> } = {
    text: '',
    tables: [],
    byLine: new Map(),
  };
  const prepared = new WeakSet<BlockState>();
  const show = (token: Token, table: ReportTable): Token => {
    shown.set(token, table);
    token.map = [table.firstLine, table.lastLine + 1];
    token.block = true;
    token.attrJoin('class', 'nianbao-table');
    return token;
  };

  md.core.ruler.before('block', 'nianbao_read', ({ src }) => {
    const tables = tablesOf(src);
    known = { text: src, tables, byLine: new Map(tables.filter(({ alone }) => alone).map((table) => [table.firstLine, table])) };
  });

  const begins = (state: BlockState, line: number, end: number, silent: boolean): boolean => {
    if (known.byLine.size === 0 || state.src !== known.text) return false;
    if (!prepared.has(state)) {
      prepared.add(state);
      // So far indented, a line would go on with the paragraph above it.
      for (const first of known.byLine.keys()) if ((state.sCount[first] ?? 0) > 3) state.sCount[first] = 0;
    }
    const table = known.byLine.get(line);
    if (!table || table.lastLine >= end) return false;
    if (!silent) {
      show(state.push(type, '', 0), table);
      state.line = table.lastLine + 1;
    }
    return true;
  };
  md.block.ruler.before('table', type, begins, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });

  md.core.ruler.after('block', 'nianbao_cut', (state) => {
    if (known.tables.length === 0 || state.src !== known.text) return;
    state.tokens = state.tokens.flatMap((token) => {
      const { map } = token;
      if (token.type !== 'html_block' || !map) return [token];
      const inside = known.tables.filter(({ firstLine, lastLine }) => map[0] <= firstLine && lastLine < map[1]);
      return inside.length > 0 ? cut(state, token, inside, show) : [token];
    });
  });

  md.renderer.rules[type] = (tokens: readonly Token[], index: number, _options: unknown, _env: unknown, self: Renderer): string => {
    const token = tokens[index];
    const table = token && shown.get(token);
    return table ? `<div${self.renderAttrs(token)}>\n${table.html()}</div>\n` : '';
  };
  return md;
}

/** A piece of raw HTML, with the tables that stand in it apart. */
function cut(
  { src, Token }: CoreState,
  whole: Token,
  tables: readonly ReportTable[],
  show: (token: Token, table: ReportTable) => Token,
): Token[] {
  const tokens: Token[] = [];
  const [begin, end] = whole.map ?? [0, 0];
  let line = begin;
  let rest = whole.content;
  const html = (content: string, next: number): void => {
    if (content.trim() === '') return;
    const token = new Token('html_block', '', 0);
    token.content = content;
    token.map = [line, next];
    tokens.push(token);
  };
  for (const table of tables) {
    const raw = src.slice(table.start, table.end);
    const at = rest.indexOf(raw);
    if (at < 0) continue;
    html(rest.slice(0, at), table.firstLine);
    tokens.push(show(new Token(type, '', 0), table));
    rest = rest.slice(at + raw.length);
    line = Math.min(table.lastLine + 1, end);
  }
  html(rest, end);
  return tokens;
}
