/** The cells of a reading by the names of the form, for messages and hovers. */
import type { Reading } from './agreement';
import { tableName } from '../names';
import { columnName } from '../sums/sums';

/** The cells that a reading adds: 表三「一、本年新收政府信息公开申请数量」＋「二、上年结转政府信息公开申请数量」总计. A group goes by its head. */
export function readingName({ addends, table: { form }, table }: Reading): string {
  const rows = addends.map(({ row, sign }, i) => {
    const group = row.endsWith('*') ? row.slice(0, -1) : undefined;
    const named =
      group === undefined
        ? form.rows.find(({ id }) => id === row)
        : (form.heads.find(({ id }) => id === group) ?? form.rows.find(({ id }) => id === group));
    const name = `${named?.ordinal ?? ''}${named?.label ?? row}`.replace(/(.)[（(].*$/, '$1');
    return `${i === 0 ? '' : sign < 0 ? '−' : '＋'}「${name}」`;
  });
  const column = addends[0]?.column ?? '';
  const head = form.heads.find(({ id, columns }) => id === column && columns);
  return `${tableName(form)}${rows.join('')}${head?.label ?? columnName(table, column)}`;
}
