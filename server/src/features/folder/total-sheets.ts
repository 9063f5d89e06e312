/**
 * A total as a workbook: what was added up and what is missing, the units with a column for each cell of the form, and the three
 * tables as the form prints them with a formula in each cell over the sheet of units. Who changes a unit's figure there
 * sees the sums change.
 */
import { type Place, placeName, places } from '../../collection/figures';
import { writtenMark } from '../../collection/written';
import { columnName, type Sheet, type SheetCell } from '../../documents/writing/sheet';
import { tableName } from '../../report/names';
import { tablesOf2021, type TableForm } from '../../report/form/form';
import { printTable } from '../../report/writing/printed-form';
import { msg, type Message } from '../../text/message';
import { leftOutWords, type Total } from './total';

type Say = (message: Message) => string;

export function totalSheets(total: Total, say: Say): Sheet[] {
  return [summarySheet(total, say), unitsSheet(total, say), ...tablesOf2021.map((form) => tableSheet(form, total, say))];
}

/** Rows above the first unit on the sheet of units, and columns before the first figure. */
const headRows = 4;
const headColumns = 2;

function summarySheet({ year, reports, missing, leftOut, incomplete, held }: Total, say: Say): Sheet {
  const line = (head: string, value: string): SheetCell[] => [{ value: head, style: 'head' }, { value }];
  const names = new Map(places.map((place) => [place.name, placeName(place)]));
  return {
    name: say(msg('说明')),
    widths: [26, 100],
    frozenRows: 2,
    frozenColumns: 0,
    rows: [
      [{ value: say(msg('{0}年政府信息公开情况汇总', year)), style: 'title', columns: 2 }],
      [{ value: writtenMark, style: 'note', columns: 2 }],
      line(say(msg('已汇总')), say(msg('{0} 个单位，见“{1}”；表二、表三、表四的每一格都是对它求和的公式', reports.length, say(unitsName)))),
      ...(missing.length > 0 ? [line(say(msg('没有报告的单位')), missing.join('、'))] : []),
      ...leftOutWords(leftOut, say).map((words) => line(say(msg('没有计入')), say(words))),
      ...incomplete.map(({ cell, units }) => line(say(msg('不全（有单位没有数）')), `${names.get(cell) ?? cell}：${units.join('、')}`)),
      ...held.flatMap(({ parent, gaps }) =>
        gaps.length === 0
          ? [line(parent.unit, say(msg('它的报告与下属单位之和相符')))]
          : heldLines(gaps).map((words) => line(parent.unit, say(words))),
      ),
    ],
  };
}

/** Cells that are wrong one by one; of those that a missing unit may explain, their number. */
function heldLines(gaps: Total['held'][number]['gaps']): Message[] {
  const open = gaps.filter(({ isWrong }) => !isWrong).length;
  return [
    ...gaps
      .filter(({ isWrong }) => isWrong)
      .map(({ place, stated, sum }) =>
        msg('{0}：报告是 {1}，下属单位之和是 {2}', `${tableName(place.table)}${placeName(place)}`, stated, sum.digits),
      ),
    ...(open > 0 ? [msg('有 {0} 格多于已交单位之和，还有单位没有数，不能判断', open)] : []),
  ];
}

const unitsName = msg('各单位');

function unitsSheet({ reports }: Total, say: Say): Sheet {
  const head = (value: string): SheetCell => ({ value, style: 'head' });
  const part = (pick: (place: Place) => string) => places.map((place) => head(pick(place)));
  const rowLabel = ({ table, row }: Place) => placeLabel(table.rows.find(({ id }) => id === row));
  return {
    name: say(unitsName),
    widths: [28, 30, ...places.map(({ money }) => (money ? 12 : 9))],
    frozenRows: headRows,
    frozenColumns: 1,
    filter: `A${headRows}:${columnName(headColumns + places.length - 1)}${headRows + Math.max(1, reports.length)}`,
    isWide: true,
    rows: [
      [
        { ...head(say(msg('单位'))), lines: headRows - 1 },
        { ...head(say(msg('文件'))), lines: headRows - 1 },
        ...part(({ table }) => tableName(table)),
      ],
      part(rowLabel),
      part(({ table, column }) => placeLabel(table.columns.find(({ id }) => id === column))),
      [head(''), head(''), ...part(({ name }) => name)],
      ...reports.map(({ unit, path, digest }): SheetCell[] => [
        { value: unit },
        { value: path },
        ...places.map(({ key }): SheetCell => {
          const digits = digest.figures[key]?.digits;
          return digits === undefined ? { value: '', style: 'missing' } : { value: Number(digits), style: 'number' };
        }),
      ]),
    ],
  };
}

function placeLabel(form: { readonly ordinal?: string; readonly label: string } | undefined): string {
  return `${form?.ordinal ?? ''}${form?.label ?? ''}`;
}

function tableSheet(form: TableForm, { sums, reports }: Total, say: Say): Sheet {
  const { lines, width } = printTable(form, new Map(form.rows.map((row) => [row.id, row.columns.map(() => '')])), false);
  const last = headRows + Math.max(1, reports.length);
  const rows = lines.map((cells) =>
    cells.map(({ text, columns, lines: tall, value }): SheetCell => {
      if (!value) return { value: text, style: 'head', columns, lines: tall };
      const key = `${value.row.id}.${value.row.columns[value.index] ?? ''}`;
      const column = columnName(headColumns + places.findIndex((place) => place.key === key));
      return {
        formula: `SUM('${say(unitsName)}'!${column}${headRows + 1}:${column}${last})`,
        value: Number(sums.get(key)?.digits ?? 0),
        style: 'number',
        columns,
        lines: tall,
      };
    }),
  );
  const labels = form.number === 3 ? [14, 16, 34] : [];
  return {
    name: tableName(form),
    widths: [...labels, ...Array<number>(width - labels.length).fill(form.number === 2 ? 24 : 11)],
    frozenRows: 0,
    frozenColumns: 0,
    isWide: true,
    rows,
  };
}
