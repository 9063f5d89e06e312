/**
 * Shapes in which chat models, converters and programs write the three tables, besides those of `layouts.ts`, which keep what is
 * seen cell by cell: heads joined in one cell, groups on lines of their own, lists of names and figures, cells in dress.
 */
import { type Figures, rowIds, seen } from './figures';

export interface Shape {
  readonly name: string;
  /** It holds what the standard form has no place for. */
  readonly holdsMore?: true;
  readonly two: (figures: Figures) => string;
  readonly three: (figures: Figures) => string;
  readonly four: (figures: Figures) => string;
}

const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'];

/** The full label of each row of table three, its groups in front. */
const labels = new Map<string, readonly string[]>();
const names = (figures: Figures): ReadonlyMap<string, readonly string[]> => {
  if (labels.size > 0) return labels;
  let over: string[] = [];
  const rows = seen(figures)[1].slice(3);
  rowIds.forEach((id, i) => {
    const own = (rows[i] ?? []).filter(({ text }) => /[一-鿿]/.test(text));
    const last = own.at(-1);
    if (!last) return;
    const outer = own.slice(0, -1).map(({ text }) => text);
    if (outer.length === 2 || outer[0]?.startsWith('三')) over = outer;
    else if (outer.length === 1) over = [over[0] ?? '', outer[0] as string];
    if (last.colspan === 3) over = [];
    else if (last.colspan === 2) over = over.slice(0, 1);
    labels.set(id, [...over, last.text]);
  });
  return labels;
};

const markdown = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `| ${row.join(' | ')} |`)
    .toSpliced(1, 0, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`)
    .join('\n');

/** Table three with one line of heads. */
const flat = (
  figures: Figures,
  head: (column: string, i: number) => string,
  label: (parts: readonly string[]) => string,
  first = '项目',
): string[][] => [
  [first, ...applicants.map(head)],
  ...rowIds.map((id) => [label(names(figures).get(id) ?? []), ...(figures.table3[id] ?? [])]),
];

const own = (parts: readonly string[]): string => parts.at(-1) ?? '';
const isLegal = (i: number): boolean => i > 0 && i < 6;

/** Table four with one line of heads. */
const cases = (figures: Figures, head: (group: string, outcome: string) => string): string[][] => [
  groups.flatMap((group) => outcomes.map((outcome) => head(group, outcome))),
  figures.table4,
];

const items: readonly [string, string, readonly string[]][] = [
  ['第二十条第（一）项', '规章', ['本年制发件数', '本年废止件数', '现行有效件数']],
  ['第二十条第（一）项', '行政规范性文件', ['本年制发件数', '本年废止件数', '现行有效件数']],
  ['第二十条第（五）项', '行政许可', ['本年处理决定数量']],
  ['第二十条第（六）项', '行政处罚', ['本年处理决定数量']],
  ['第二十条第（六）项', '行政强制', ['本年处理决定数量']],
  ['第二十条第（八）项', '行政事业性收费', ['本年收费金额（单位：万元）']],
];
const itemIds = ['规章', '规范', '许可', '处罚', '强制', '收费'];
const itemColumns = ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年收费金额（单位：万元）'];

/** Table two under one line of heads, `none` where a column does not apply. */
const oneHead = (figures: Figures, none: string, withItems: boolean): string[][] => [
  [...(withItems ? ['条款'] : []), '信息内容', ...itemColumns],
  ...items.map(([item, label, columns], i) => [
    ...(withItems ? [i > 0 && items[i - 1]?.[0] === item ? '' : item] : []),
    label,
    ...itemColumns.map((column) => {
      const at = columns.indexOf(column);
      return at < 0 ? none : (figures.table2[itemIds[i] as string]?.[at] ?? '');
    }),
  ]),
];

/** Table two, a table for each item. */
const perItem = (figures: Figures, write: (rows: string[][]) => string): string =>
  [0, 2, 3, 5]
    .map((from, k, starts) => {
      const rows = items.slice(from, starts[k + 1] ?? items.length);
      const head = ['信息内容', ...(rows[0]?.[2] ?? [])];
      return `**${rows[0]?.[0] ?? ''}**\n\n${write([head, ...rows.map(([, label], i) => [label, ...(figures.table2[itemIds[from + i] as string] ?? [])])])}`;
    })
    .join('\n\n');

const pairs = (figures: Figures, join: string): string[][] =>
  groups.flatMap((group, g) => outcomes.map((outcome, o) => [`${group}${join}${outcome}`, figures.table4[g * 5 + o] ?? '']));

const standardTwo = (figures: Figures): string => perItem(figures, markdown);
const standardThree = (figures: Figures): string => markdown(flat(figures, (c) => c, own));
const standardFour = (figures: Figures): string => markdown(cases(figures, (g, o) => `${g}${o}`));
const shape = (name: string, parts: Partial<Omit<Shape, 'name'>>): Shape => ({
  name,
  two: standardTwo,
  three: standardThree,
  four: standardFour,
  ...parts,
});

const long = (group: string): string => (group === '行政复议' ? group : `行政诉讼-${group}`);

/** Ways of joining a group and what is in it. */
const joins: readonly [string, string][] = [
  '',
  '-',
  ' - ',
  '—',
  '——',
  '–',
  '/',
  ' / ',
  '：',
  ':',
  '·',
  '>',
  ' > ',
  '→',
  '_',
  '<br>',
  '|'.replace('|', '\\|'),
  '、',
  ' ',
  '\u3000',
  '，',
  '=',
  '~',
  '.',
  '+',
  '\\-',
].map((join) => [join, '']);
const brackets: readonly [string, string][] = [
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['[', ']'],
  ['“', '”'],
];

export const shapes: readonly Shape[] = [
  ...[...joins, ...brackets].map(([open, close]) =>
    shape(`heads joined by ${JSON.stringify(open + close)}`, {
      three: (figures) => markdown(flat(figures, (c, i) => (isLegal(i) ? `法人或其他组织${open}${c}${close}` : c), own)),
      four: (figures) => markdown(cases(figures, (g, o) => `${g}${open}${o}${close}`)),
    }),
  ),
  shape('table four with 行政诉讼 in front', { four: (figures) => markdown(cases(figures, (g, o) => `${long(g)}-${o}`)) }),
  shape('table four with units', { four: (figures) => markdown(cases(figures, (g, o) => `${g}-${o}（件）`)) }),
  shape('table four with 合计', { four: (figures) => markdown(cases(figures, (g, o) => `${g}${o === '总计' ? '合计' : o}`)) }),
  shape('table four with 小计', { four: (figures) => markdown(cases(figures, (g, o) => `${g}${o === '总计' ? '小计' : o}`)) }),
  shape('table four with short names', {
    four: (figures) => markdown(cases(figures, (g, o) => `${g === '行政复议' ? '复议' : g}·${o.replace('结果', '')}`)),
  }),
  shape('table four outcome first', { four: (figures) => markdown(cases(figures, (g, o) => `${o}（${g}）`)) }),
  shape('table four bold', {
    four: (figures) => markdown(cases(figures, (g, o) => `**${g}-${o}**`).map((row) => row.map((c) => (/^\d/.test(c) ? `**${c}**` : c)))),
  }),
  shape('table four as a list of pairs', { four: (figures) => markdown([['项目', '数量'], ...pairs(figures, '')]) }),
  shape('table four as a list of pairs with dashes', { four: (figures) => markdown([['指标', '件数'], ...pairs(figures, '-')]) }),
  shape('table four as pairs between tabs', {
    four: (figures) =>
      pairs(figures, '-')
        .map((row) => row.join('\t'))
        .join('\n'),
  }),
  shape('table four a row for each group', {
    four: (figures) => markdown([['类别', ...outcomes], ...groups.map((g, i) => [g, ...figures.table4.slice(i * 5, i * 5 + 5)])]),
  }),
  shape('table four a row for each group with 行政诉讼', {
    four: (figures) => markdown([['类别', ...outcomes], ...groups.map((g, i) => [long(g), ...figures.table4.slice(i * 5, i * 5 + 5)])]),
  }),
  shape('table four a row for each group in two columns', {
    four: (figures) =>
      markdown([
        ['类型', '情形', ...outcomes],
        ...groups.map((g, i) => [i === 0 ? '行政复议' : '行政诉讼', i === 0 ? '' : g, ...figures.table4.slice(i * 5, i * 5 + 5)]),
      ]),
  }),
  shape('table four a row for each outcome', {
    four: (figures) =>
      markdown([['结果类型', ...groups], ...outcomes.map((o, i) => [o, ...[0, 5, 10].map((at) => figures.table4[at + i] ?? '')])]),
  }),
  shape('table four a small table for each group', {
    four: (figures) => groups.map((g, i) => `**${g}**\n\n${markdown([outcomes, figures.table4.slice(i * 5, i * 5 + 5)])}`).join('\n\n'),
  }),
  shape('table four in another order of columns', {
    four: (figures) =>
      markdown([
        groups.flatMap((g) => ['总计', ...outcomes.slice(0, 4)].map((o) => `${g}-${o}`)),
        [0, 5, 10].flatMap((at) => [figures.table4[at + 4] ?? '', ...figures.table4.slice(at, at + 4)]),
      ]),
  }),
  shape('table four over two lines of heads, groups repeated', {
    four: (figures) => markdown([groups.flatMap((g) => outcomes.map(() => long(g))), groups.flatMap(() => outcomes), figures.table4]),
  }),
  shape('table four flat between tabs', {
    four: (figures) =>
      cases(figures, (g, o) => `${g}-${o}`)
        .map((row) => row.join('\t'))
        .join('\n'),
  }),
  shape('table four flat in HTML', {
    four: (figures) =>
      `<table>${cases(figures, (g, o) => `${g}<br>${o}`)
        .map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join('')}</tr>`)
        .join('')}</table>`,
  }),
  shape('table four flat, quoted with commas', {
    four: (figures) =>
      cases(figures, (g, o) => `"${g}-${o}"`)
        .map((row) => row.join(','))
        .join('\n'),
  }),
  shape('table four flat between commas', {
    four: (figures) =>
      cases(figures, (g, o) => `${g}-${o}`)
        .map((row) => row.join(','))
        .join('\n'),
  }),
  shape('table four flat between spaces', {
    four: (figures) =>
      cases(figures, (g, o) => `${g}-${o}`)
        .map((row) => row.join('  '))
        .join('\n'),
  }),
  shape('table four transposed pairs with groups on lines of their own', {
    four: (figures) =>
      markdown([
        ['项目', '件数'],
        ...groups.flatMap((g, i) => [[`**${g}**`, ''], ...outcomes.map((o, k) => [o, figures.table4[i * 5 + k] ?? ''])]),
      ]),
  }),
  shape('table four without a head', { four: (figures) => `| ${figures.table4.join(' | ')} |` }),
  shape('table four in one line of spaces without a head', { four: (figures) => figures.table4.join(' ') }),
  shape('table three as pairs', {
    three: (figures) =>
      markdown([
        ['指标', '数量'],
        ...rowIds.flatMap((id) => applicants.map((a, i) => [`${own(names(figures).get(id) ?? [])}-${a}`, figures.table3[id]?.[i] ?? ''])),
      ]),
  }),
  shape('table three with groups on lines of their own', {
    three: (figures) =>
      markdown([
        ['项目', ...applicants],
        ...rowIds.flatMap((id) => {
          const parts = names(figures).get(id) ?? [];
          const isFirst = ['予以', '不予1', '无法1', '不处理1', '其他1'].includes(id);
          const above = isFirst ? [[`**${parts.at(-2) ?? ''}**`, ...applicants.map(() => '')]] : [];
          return [...above, [own(parts), ...(figures.table3[id] ?? [])]];
        }),
      ]),
  }),
  shape('table three with groups as subtotals of nothing', {
    three: (figures) =>
      markdown([
        ['项目', ...applicants],
        ...rowIds.flatMap((id) => {
          const parts = names(figures).get(id) ?? [];
          const isFirst = ['予以', '不予1', '无法1', '不处理1', '其他1'].includes(id);
          const above = isFirst ? [[parts.at(-2) ?? '', ...applicants.map(() => '—')]] : [];
          return [...above, [own(parts), ...(figures.table3[id] ?? [])]];
        }),
      ]),
  }),
  shape('table two under one head with -', { two: (figures) => markdown(oneHead(figures, '-', true)) }),
  shape('table two under one head with /', { two: (figures) => markdown(oneHead(figures, '/', true)) }),
  shape('table two under one head with —', { two: (figures) => markdown(oneHead(figures, '—', false)) }),
  shape('table two under one head with NaN', { two: (figures) => markdown(oneHead(figures, 'NaN', false)) }),
  shape('table two under one head with blanks', { two: (figures) => markdown(oneHead(figures, '', false)) }),
  shape('table two under one head between tabs', {
    two: (figures) =>
      oneHead(figures, '/', true)
        .map((row) => row.join('\t'))
        .join('\n'),
  }),
  shape('table two as pairs', {
    two: (figures) =>
      markdown([
        ['指标', '数值'],
        ...items.flatMap(([, label, columns], i) =>
          columns.map((column, k) => [`${label}-${column}`, figures.table2[itemIds[i] as string]?.[k] ?? '']),
        ),
      ]),
  }),
  shape('table three with groups in front', {
    three: (figures) =>
      markdown(
        flat(
          figures,
          (c) => c,
          (parts) => parts.join('-'),
        ),
      ),
  }),
  shape('table three with groups in front by >', {
    three: (figures) =>
      markdown(
        flat(
          figures,
          (c) => c,
          (parts) => parts.join(' > '),
        ),
      ),
  }),
  shape('table three with groups in front by /', {
    three: (figures) =>
      markdown(
        flat(
          figures,
          (c) => c,
          (parts) => parts.join('/'),
        ),
      ),
  }),
  shape('table three, escaped', {
    three: (figures) =>
      markdown(
        flat(
          figures,
          (c) => c,
          (parts) => own(parts).replace('.', '\\.'),
        ),
      ),
  }),
  shape('table three, bold', {
    three: (figures) =>
      markdown(
        flat(
          figures,
          (c) => `**${c}**`,
          (parts) => `**${own(parts)}**`,
        ).map((row) => row.map((c, i) => (i === 7 && /^\d/.test(c) ? `**${c}**` : c))),
      ),
  }),
  shape('table three with 合计', { three: (figures) => markdown(flat(figures, (c) => (c === '总计' ? '合计' : c), own)) }),
  shape('table three with units', { three: (figures) => markdown(flat(figures, (c) => `${c}（件）`, own)) }),
  shape('table three with numbers of rows', {
    holdsMore: true,
    three: (figures) => markdown(flat(figures, (c) => c, own).map((row, i) => [i === 0 ? '序号' : String(i), ...row])),
  }),
  shape('table three with a column of notes', {
    holdsMore: true,
    three: (figures) => markdown(flat(figures, (c) => c, own).map((row, i) => [...row, ['备注', '', '', '已核对'][i] ?? ''])),
  }),
  shape('table three with a column of shares', {
    holdsMore: true,
    three: (figures) => markdown(flat(figures, (c) => c, own).map((row, i) => [...row, i === 0 ? '占比' : `${i}%`])),
  }),
  shape('table three with NaN for merged cells', {
    three: (figures) =>
      markdown([
        ['项目', 'NaN', 'NaN', ...applicants],
        ...rowIds.map((id) => [...[...(names(figures).get(id) ?? []), 'NaN', 'NaN'].slice(0, 3), ...(figures.table3[id] ?? [])]),
      ]),
  }),
  shape('table three with total first', {
    three: (figures) =>
      markdown(flat(figures, (c) => c, own).map(([label, ...rest]) => [label ?? '', rest.at(-1) ?? '', ...rest.slice(0, -1)])),
  }),
  shape('table three, quoted block', {
    holdsMore: true,
    three: (figures) =>
      standardThree(figures)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
  }),
  shape('table three, first figure glued', {
    three: (figures) =>
      flat(figures, (c) => c, own)
        .map(([label, first, ...rest], i) => (i === 0 ? [label, first, ...rest].join(' ') : `${label}${first} ${rest.join(' ')}`))
        .join('\n'),
  }),
  shape('table three, 三、本年度办理结果 one character a line', {
    three: (figures) =>
      [
        ...applicants,
        ...rowIds.flatMap((id) => [
          ...(id === '予以' ? [...'三、本年度办理结果'] : []),
          own(names(figures).get(id) ?? []),
          ...(figures.table3[id] ?? []),
        ]),
      ].join('\n'),
  }),
  shape('table three over a page, tabs', {
    three: (figures) =>
      flat(figures, (c) => c, own)
        .map((row) => row.join('\t'))
        .toSpliced(12, 0, '', '— 3 —', '', '溪口县水务局2024年政府信息公开工作年度报告', '')
        .join('\n'),
  }),
  shape('table three over a page, one cell a line', {
    three: (figures) =>
      flat(figures, (c) => c, own)
        .flatMap((row, i) => (i === 12 ? ['- 3 -', ...row] : row))
        .join('\n'),
  }),
  shape('a browser’s copy with a tab on its own line', {
    three: (figures) =>
      flat(figures, (c) => c, own)
        .map((row) => row.join('\n\n\t\n\n'))
        .join('\n\n\n\n'),
  }),
];
