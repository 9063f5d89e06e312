/** Reports with a cursor in them, and where it leads: shared by the examples and the laws of links. */
import { references } from '../../server/src/features/links';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import type { Span } from '../../server/src/text/span';
import { clean, type Figures } from './figures';
import { type Layout, layouts, report as reportIn } from './layouts';
import { unmark } from './marks';

export const pipes = layouts[0] as Layout;

/** A report whose section one says `marked`, and where the cursor stands in it. */
export function write(
  marked: string,
  layout = pipes,
  change: (figures: Figures) => void = () => undefined,
): { report: Report; offset: number } {
  const figures = clean();
  change(figures);
  const { text, cursor } = unmark(reportIn(layout, figures, { one: `一、总体情况\n\n（一）依申请公开情况。${marked}` }));
  return { report: parse(text), offset: cursor ?? -1 };
}

/** What stands at a span: a cell by table, row and column, or the words of a sentence. */
export function named({ tables, text }: Report, { start, end }: Span): string {
  for (const { form, rows } of tables) {
    for (const row of rows) {
      const at = row.cells.findIndex((cell) => (cell.kind === 'blank' ? cell.place : cell.span).start === start && row.cells.length > 0);
      if (at >= 0) return `${form.number} ${row.form.id}.${row.form.columns[at]}`;
    }
  }
  return text.slice(start, end);
}

/** Where the cell stands, `row.column` of table `number`. */
export function cellAt({ tables }: Report, number: number, row: string, column: string): number {
  const found = tables.find(({ form }) => form.number === number)?.byId.get(row);
  const cell = found?.cells[found.form.columns.indexOf(column)];
  if (!cell) throw new Error(`no ${row}.${column}`);
  return cell.span.start;
}

export function referencesOf(report: Report, offset: number, withCells = true): string[] {
  return references(report, offset, withCells).map((span) => named(report, span));
}

/** Sentence with the cursor on a figure, and the cells it may mean. */
export const sentences: readonly (readonly [sentence: string, cells: readonly string[]])[] = [
  ['收到政府信息公开申请‸55件。', ['3 新收.总计']],
  ['收到政府信息公开申请55‸件。', ['3 新收.总计']],
  ['收到政府信息公开申请五‸十五件。', ['3 新收.总计']],
  ['收到政府信息公开申请‸99件。', ['3 新收.总计']],
  ['新收申请55件，上年结转‸5件。', ['3 转入.总计']],
  ['共受理政府信息公开申请‸55件。', ['3 新收.总计', '3 转入.总计']],
  ['办理政府信息公开申请‸1件。', ['3 新收.总计', '3 转入.总计', '3 办结.总计']],
  ['收到申请55件，其中自然人申请4‸1件。', ['3 新收.自然人']],
  ['收到申请55件，其中法人或其他组织申请1‸4件。', ['3 新收.企业', '3 新收.科研', '3 新收.公益', '3 新收.法律', '3 新收.其他']],
  ['答复申请54件，其中无法提供1‸3件。', ['3 无法1.总计', '3 无法2.总计', '3 无法3.总计']],
  ['答复申请54件，予以公开及部分公开3‸3件。', ['3 予以.总计', '3 部分.总计']],
  ['‸未收到政府信息公开申请。', ['3 新收.总计']],
  ['因政府信息公开引起的行政诉讼‸4件。', ['4 直诉.总计', '4 复诉.总计']],
  ['‸未发生因政府信息公开引起的行政复议、行政诉讼。', ['4 复议.总计', '4 直诉.总计', '4 复诉.总计']],
  ['因政府信息公开引起的行政复议2件，复议结果‸均为维持。', ['4 复议.维持']],
  ['本年未制发‸行政规范性文件。', ['2 规范.制发']],
  ['制发规范性文件3件，现行有效‸12件。', ['2 规范.有效']],
  ['行政处罚处理决定数量‸36件。', ['2 处罚.决定']],
  ['行政许可208件，行政事业性收费‸18.87万元。', ['2 收费.金额']],
];
