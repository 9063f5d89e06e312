/** Copying tables: as text of each kind, and back by pasting without the loss of a cell. */
import { describe, expect, it } from 'vitest';
import { copyTable, tableMeant } from '../../server/src/features/paste/copy-table';
import { parse } from '../../server/src/report/parse';
import type { Table } from '../../server/src/report/report';
import { format } from '../../server/src/text/message';
import { layouts, prose, report } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';
import { copied } from '../kit/copy-table';

describe('the HTML', () => {
  const html = copied(sampleReport(), 1, 'html');

  it('has its lines in every element, and merged cells as the form prints them', () => {
    expect(html.match(/<td/g)?.length).toBe(html.match(/<td(?: colspan="\d+")?(?: rowspan="\d+")? style="border:1px solid #000;/g)?.length);
    expect(html).toMatch(/^<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;/);
    expect(html).toContain('<td rowspan="8" style="border:1px solid #000;padding:4px;text-align:center">（三）不予公开</td>');
    expect(html).not.toMatch(/class=|<style/);
  });

  it('is a rectangle', () => {
    for (const index of [0, 1, 2]) {
      const rows = [...copied(sampleReport(), index, 'html').matchAll(/<tr>(.*)<\/tr>/g)].map(([, row = '']) =>
        [...row.matchAll(/<td(?: colspan="(\d+)")?(?: rowspan="(\d+)")?/g)].map(([, columns, lines]) => ({
          columns: Number(columns ?? 1),
          lines: Number(lines ?? 1),
        })),
      );
      const places = rows.flat().reduce((sum, { columns, lines }) => sum + columns * lines, 0);
      expect(places % rows.length).toBe(0);
      expect(places / rows.length).toBe([4, 10, 15][index]);
    }
  });
});

describe('the table meant', () => {
  const text = report(layouts[0] as (typeof layouts)[number]);
  const read = parse(text);
  const meant = (words: string) => tableMeant(read, text.indexOf(words))?.form.number;

  it('is that at the cursor, or the nearest in its section', () => {
    expect(meant('2.重复申请')).toBe(3);
    expect(meant(prose.three)).toBe(3);
    expect(meant('四、政府信息公开行政复议')).toBe(4);
    expect(meant('（一）主动公开。')).toBeUndefined();
    expect(meant('主要问题：')).toBeUndefined();
    const twice = text.replace(prose.four, `${text.slice(text.indexOf('（本列'), text.indexOf(prose.four))}\n说明。\n\n${prose.four}`);
    const tables = parse(twice).tables.filter(({ form }) => form.number === 3);
    expect(tables.length).toBe(2);
    expect(tableMeant(parse(twice), twice.indexOf('说明。'))?.span).toEqual(tables[1]?.span);
  });

  it('is the only one in a text without sections, none in other texts', () => {
    const fragment = `表格如下。\n\n${text.slice(text.indexOf('（本列'), text.indexOf(prose.four))}`;
    expect(tableMeant(parse(fragment), 0)?.form.number).toBe(3);
    expect(tableMeant(parse(ordinaryText), ordinaryText.indexOf('行政许可'))).toBeUndefined();
    expect(tableMeant(parse(''), 0)).toBeUndefined();
  });
});

it('a table with values that have no place is not copied, and the row is named', () => {
  const text = sampleReport().replace('2.重复申请 | 1 |', '2.重复申请 | 1 | 1 |');
  const read = parse(text);
  const copy = copyTable(read, read.tables[1] as Table, 'tabs');
  expect('refused' in copy ? copy.refused.map(({ message }) => format(message)) : []).toEqual([
    '「2.重复申请」有 8 个数，应有 7 个，不知道各填在哪一格',
  ]);
});
