/**
 * Every way of writing a report's tables that the reader knows, as functions from the seen table to text. Tests run over
 * all of them.
 */
import { displayWidth } from '../../server/src/text/width';
import { clean, type Figures, seen, type SeenCell } from './figures';

export interface Layout {
  readonly name: string;
  readonly write: (table: SeenCell[][]) => string;
  /** A missing value leaves no mark of its own, so that a row without it cannot be told from a short one. */
  readonly losesBlanks?: boolean;
  /** A missing value in the last cell of a table cannot be told from the gap that follows the table. */
  readonly losesLast?: boolean;
}

export const layouts: readonly Layout[] = [
  { name: 'row per line, pipes, no filler', write: (table) => rows(table, (cells) => `${cells.map((c) => c.text).join(' | ')} |`) },
  {
    name: 'row per line, leading pipe, filler at the end',
    write: (table) => filled(table, (cells, filler) => `| ${cells.map((c) => c.text).join(' | ')} |${' |'.repeat(filler)}`),
  },
  {
    name: 'row per line, no leading pipe, filler bars',
    write: (table) => filled(table, (cells, filler) => `${cells.map((c) => c.text).join(' | ')} | ${'|'.repeat(filler)}`.trimEnd()),
  },
  { name: 'Markdown with ruler, merged cells blank', write: (table) => markdown(expand(table, () => '')) },
  {
    name: 'Markdown with ruler, merged cells repeated',
    write: (table) => markdown(expand(table, (cell) => cell.text.replace(/[⟦⟧]/g, ''))),
  },
  {
    name: 'cell and pipe per line, filler line',
    write: (table) =>
      filled(table, (cells, filler) =>
        [...cells.map((c) => `${c.text} |`.trimStart()), ...(filler > 0 ? ['|'.repeat(filler)] : [])].join('\n'),
      ),
  },
  {
    name: 'pipe alone on the next line',
    write: (table) =>
      table
        .flat()
        .map((c) => (c.text === '' ? '|' : `${c.text}\n|`))
        .join('\n'),
  },
  {
    name: 'pipe alone on the line before',
    write: (table) =>
      table
        .flat()
        .map((c) => (c.text === '' ? '|' : `|\n${c.text}`))
        .join('\n'),
    losesLast: true,
  },
  {
    name: 'one cell per line, blank lines between',
    write: (table) =>
      table
        .flat()
        .map((c) => c.text)
        .join('\n\n'),
  },
  {
    name: 'one cell per line, no blank lines',
    write: (table) =>
      table
        .flat()
        .map((c) => c.text)
        .join('\n'),
    losesLast: true,
  },
  {
    name: 'tabs, merged cells blank',
    write: (table) =>
      expand(table, () => '')
        .map((row) => row.join('\t'))
        .join('\n'),
  },
  { name: 'tabs, no filler', write: (table) => rows(table, (cells) => cells.map((c) => c.text).join('\t')) },
  {
    name: 'tabs, filler at the end',
    write: (table) => filled(table, (cells, filler) => cells.map((c) => c.text).join('\t') + '\t'.repeat(filler)),
  },
  { name: 'spaces, aligned', write: aligned, losesBlanks: true },
  { name: 'spaces, labels and merged cells broken as in a PDF', write: broken, losesBlanks: true },
  {
    name: 'tabs, cells over lines in quotation marks',
    write: (table) =>
      quoted(
        expand(table, () => ''),
        '\t',
      ),
  },
  {
    name: 'commas, cells over lines in quotation marks',
    write: (table) =>
      quoted(
        expand(table, () => ''),
        ',',
      ),
  },
  {
    name: 'commas, merged cells blank',
    write: (table) =>
      expand(table, () => '')
        .map((row) => row.map((text) => (text.includes(',') ? `"${text}"` : text)).join(','))
        .join('\n'),
  },
  { name: 'box drawing', write: (table) => boxed(expand(table, () => '')) },
  { name: 'HTML', write: (table) => html(table, (c) => c.text) },
  {
    name: 'HTML with paragraphs, breaks and entities',
    write: (table) =>
      html(
        table,
        (c) =>
          `<p style="text-align:center">${/^⟦?⟧?$/.test(c.text) ? `${c.text}&nbsp;` : c.text.length === 4 && isWords(c) ? `${c.text.slice(0, 2)}<br>${c.text.slice(2)}` : `&nbsp;${c.text}`}</p>`,
      ),
  },
];

/** Changes the tables as people see them. */
export type Arrange = (tables: ReturnType<typeof seen>) => void;

/** A whole report with its tables in `layout`. Every figure in its sentences agrees with `clean()`. */
export function report(
  layout: Layout,
  figures: Figures = clean(),
  parts: Partial<typeof prose> = {},
  arrange: Arrange = () => undefined,
): string {
  const tables = seen(figures);
  arrange(tables);
  const [two, three, four] = tables.map((table) => layout.write(table)) as [string, string, string];
  const text = { ...prose, ...parts };
  return (
    [text.title, text.opening, text.one, text.two, two, text.three, three, text.four, four, text.five, text.six]
      .filter((part) => part !== '')
      .join('\n\n') + '\n'
  );
}

export const prose = {
  title: '溪口县水务局2024年政府信息公开工作年度报告',
  opening: '本报告依据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件编制，统计期限为2024年1月1日至2024年12月31日。',
  one: '一、总体情况\n\n（一）主动公开。全年通过县政府网站公开信息316条。\n（二）依申请公开。全年新收政府信息公开申请55件，上年结转5件，办结54件，结转下年度继续办理6件。\n（三）政府信息管理。本年制发行政规范性文件3件，废止1件，现行有效12件。\n（四）政府信息公开平台建设。栏目按期更新，7×24小时可用。\n（五）监督保障。工作考核合格，社会评议良好，没有责任追究情形。',
  two: '二、主动公开政府信息情况',
  three: '三、收到和处理政府信息公开申请情况',
  four: '四、政府信息公开行政复议、行政诉讼情况',
  five: '五、存在的主要问题及改进情况\n\n主要问题：一是个别栏目更新慢；二是解读形式少。改进措施：一是每月核对栏目；二是增加图解。',
  six: '六、其他需要报告的事项\n\n本机关2024年没有发出收费通知，没有收取信息处理费。',
};

function rows(table: SeenCell[][], write: (cells: SeenCell[]) => string): string {
  return table.map(write).join('\n');
}

/** Rows with the number of cells that merging took from them. */
function filled(table: SeenCell[][], write: (cells: SeenCell[], filler: number) => string): string {
  const grid = expand(table, () => 'merged');
  return table.map((row, r) => write(row, (grid[r]?.length ?? 0) - row.length)).join('\n');
}

/** The full grid: merged places hold what `other` gives. */
function expand(table: SeenCell[][], other: (cell: SeenCell) => string): string[][] {
  const grid: string[][] = table.map(() => []);
  table.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (grid[r]?.[column] !== undefined) column++;
      for (let i = 0; i < cell.rowspan; i++) {
        for (let j = 0; j < cell.colspan; j++) {
          const line = grid[r + i];
          if (line) line[column + j] = i === 0 && j === 0 ? cell.text : other(cell);
        }
      }
      column += cell.colspan;
    }
  });
  return grid;
}

/** A spreadsheet's text: cells with line ends in them, as heads of narrow columns have, stand in quotation marks. */
function quoted(grid: string[][], delimiter: string): string {
  const write = (text: string) => {
    const broken = text.replace(/^(三、本年度|结果|其他|尚未|商业|科研)(?=[一-鿿]{2})/, '$1\n');
    return broken.includes('\n') || broken.includes('"') || broken.includes(delimiter) ? `"${broken.replaceAll('"', '""')}"` : broken;
  };
  return grid.map((row) => row.map(write).join(delimiter)).join('\n');
}

function markdown(grid: string[][]): string {
  const lines = grid.map((row) => `| ${row.join(' | ')} |`);
  return [lines[0], `|${' --- |'.repeat(grid[0]?.length ?? 0)}`, ...lines.slice(1)].join('\n');
}

function aligned(table: SeenCell[][]): string {
  const labels = (row: SeenCell[]) =>
    row
      .filter(isWords)
      .map((c) => c.text)
      .join('  ');
  const width = Math.max(...table.map((row) => displayWidth(labels(row))));
  return table
    .map((row) => {
      const label = labels(row);
      const values = row.filter((c) => !isWords(c));
      return (label + ' '.repeat(width - displayWidth(label)) + values.map((c) => c.text.padStart(9)).join('')).trimEnd();
    })
    .join('\n');
}

/** Longest line of a label in a narrow column. */
const narrow = 16;

/**
 * Columns aligned by spaces as a PDF gives them: long labels on several lines with the values on the middle one, the labels
 * of merged cells in pieces on the lines of their rows.
 */
function broken(table: SeenCell[][]): string {
  const lines: { words: string; values: string }[] = [];
  let pieces: string[] = [];
  for (const row of table) {
    const labels = row.filter(isWords);
    const values = row
      .filter((c) => !isWords(c))
      .map((c) => c.text.padStart(9))
      .join('');
    const merged = labels.find((c, i) => c.rowspan > 1 && i < labels.length - 1 && values !== '');
    if (merged) pieces = merged.text.match(/.{1,3}/gu) ?? [];
    const own = labels.at(-1)?.text ?? '';
    if (values === '' || labels.length === 0) {
      lines.push({ words: labels.map((c) => c.text).join('  '), values });
      continue;
    }
    const parts = own.length > narrow ? (own.match(new RegExp(`.{1,${Math.ceil(own.length / 3)}}`, 'gu')) ?? []) : [own];
    parts.forEach((part, i) => {
      const piece = pieces.shift();
      lines.push({ words: piece === undefined ? part : `${piece}  ${part}`, values: i === parts.length >> 1 ? values : '' });
    });
  }
  const width = Math.max(...lines.map(({ words, values }) => (values === '' ? 0 : displayWidth(words) + 1)));
  return lines
    .map(({ words, values }) => (values === '' ? words : words + ' '.repeat(Math.max(0, width - displayWidth(words))) + values).trimEnd())
    .join('\n');
}

/** A label, not a value such as 8件 or 无. */
function isWords(cell: SeenCell): boolean {
  return /[一-鿿]{2}/.test(cell.text);
}

function boxed(grid: string[][]): string {
  const line = (left: string, middle: string, right: string) => left + (grid[0] ?? []).map(() => '──────').join(middle) + right;
  return [line('┌', '┬', '┐'), grid.map((row) => `│ ${row.join(' │ ')} │`).join(`\n${line('├', '┼', '┤')}\n`), line('└', '┴', '┘')].join(
    '\n',
  );
}

function html(table: SeenCell[][], content: (cell: SeenCell) => string): string {
  const span = (c: SeenCell) => (c.colspan > 1 ? ` colspan="${c.colspan}"` : '') + (c.rowspan > 1 ? ` rowspan="${c.rowspan}"` : '');
  return `<table border="1">\n${table.map((row) => `  <tr>${row.map((c) => `<td${span(c)}>${content(c)}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
}
