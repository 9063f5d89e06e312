/** Short names: no two rows of a table share one, none is long. */
import { describe, expect, it } from 'vitest';
import { rowName, tableName } from '../../server/src/report/names';
import { table2, table2Of2019, table3, table3Of2019, table4 } from '../../server/src/report/form/form';

describe.each([table2, table3, table4, table2Of2019, table3Of2019])('names of table $number of $edition', (form) => {
  const names = form.rows.map((row) => rowName(form, row));
  it('are short and told apart', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 12 || name.length < 2)).toEqual([]);
    for (const { label } of form.columns) expect(names).not.toContain(label);
  });
});

it('are the form’s own words', () => {
  expect(table3.rows.map((row) => rowName(table3, row))).toEqual(
    expect.arrayContaining(['本年新收', '予以公开', '部分公开', '逾期不补正', '其他处理·其他', '(七)总计', '结转下年度继续办理']),
  );
  expect([table2, table3, table4].map(tableName)).toEqual(['表二', '表三', '表四']);
});
