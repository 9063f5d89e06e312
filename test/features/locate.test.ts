/** What stands where, in every layout. */
import { describe, expect, it } from 'vitest';
import { cellsAt, locate, type Place, sectionAt, sumsOfCell, sumsOfColumn, sumsOfRow } from '../../server/src/features/locate';
import { parse } from '../../server/src/report/parse';
import { clean, rowIds } from '../kit/figures';
import { type Layout, layouts, prose, report as reportIn } from '../kit/layouts';
import { unmark } from '../kit/marks';
import { ordinaryText, sampleReport } from '../kit/sample';

/** What stands at the cursor, in short. */
function at(marked: string): string {
  const { text, cursor = 0 } = unmark(marked);
  const place = locate(parse(text), cursor);
  return place ? `${describePlace(place)} 〈${text.slice(place.span.start, place.span.end)}〉` : 'nothing';
}

function describePlace(place: Place): string {
  switch (place.kind) {
    case 'cell':
      return `cell ${place.row.form.id} ${place.column.id}`;
    case 'row-label':
    case 'column-head':
    case 'group':
    case 'caption':
      return `${place.kind} ${place.form.id}`;
    case 'heading':
      return `heading ${place.section.form.number}`;
    case 'prose':
      return `prose ${place.section?.form.number ?? '–'}`;
    default:
      return place.kind;
  }
}

const sample = sampleReport();
/** The sample with the cursor before, in or behind `words`. */
const before = (words: string, after = '') => sample.replace(after + words, `${after}‸${words}`);

describe('locate', () => {
  it.each([
    ['（一）予以公开 | 1‸2', 'cell 予以 自然人 〈12〉'],
    ['（一）予以公开 | ‸12', 'cell 予以 自然人 〈12〉'],
    ['（一）予以公开 | 12‸', 'cell 予以 自然人 〈12〉'],
    ['（一）予以‸公开', 'row-label 予以 〈（一）予以公开〉'],
    ['商业‸企业', 'column-head 企业 〈商业企业〉'],
    ['法人或‸其他组织', 'group 法人 〈法人或其他组织〉'],
    ['（三）不予‸公开', 'group 不予 〈（三）不予公开〉'],
    ['（本列数‸据的', 'caption 勾稽 〈（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）〉'],
    ['第二十条第（一‸）项', 'caption 第一项 〈第二十条第（一）项〉'],
    ['第二十条第（五‸）项', 'group 第五项 〈第二十条第（五）项〉'],
    ['三、收到‸和处理', 'heading 3 〈三、收到和处理政府信息公开申请情况〉'],
    ['‸青禾县水利局2024年', 'title 〈青禾县水利局2024年政府信息公开工作年度报告〉'],
    [
      '本报告‸依据',
      'prose – 〈本报告依据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件要求编制，所列数据的统计期限自2024年1月1日起，至2024年12月31日止。〉',
    ],
    ['本年度‸未收取', 'prose 6 〈本年度未收取信息处理费。〉'],
  ])('%s', (marked, expected) => {
    expect(at(sample.replace(marked.replace('‸', ''), marked))).toBe(expected);
  });

  it('tells groups of table four, blank cells, and delimiters', () => {
    expect(at(before('复议后起诉'))).toBe('row-label 复诉 〈复议后起诉〉');
    expect(at(before('尚未审结'))).toBe('column-head 未结 〈尚未审结〉');
    expect(at(sample.replace('行政处罚 | 9 |', '行政处罚 | ‸ |'))).toBe('cell 处罚 决定 〈  〉');
    expect(at(sample.replace('行政处罚 | 9 |\n行政强制 | 0 |', '行政处罚 |‸| 9 |\n行政强制 | 0 |'))).toMatch(/^(?:table|cell)/);
  });

  it('finds nothing in a text that is no report, and never fails at its ends', () => {
    expect(locate(parse(ordinaryText), 5)).toBeUndefined();
    expect(locate(parse(''), 0)).toBeUndefined();
    const report = parse(sample);
    expect(locate(report, 0)?.kind).toBe('title');
    expect(locate(report, sample.length)?.kind).toBe('prose');
    expect(locate(report, sample.length + 50)?.kind).toBe('prose');
  });

  it.each(layouts)('finds every cell and row label at every offset of it: $name', (layout) => {
    const report = parse(reportIn(layout));
    for (const table of report.tables) {
      for (const row of table.rows) {
        row.cells.forEach((cell, i) => {
          for (let offset = cell.span.start; offset < cell.span.end; offset++)
            expect(locate(report, offset)).toMatchObject({ kind: 'cell', row, cell, column: { id: row.form.columns[i] } });
        });
        if (row.label) expect(locate(report, row.label.start + 1)).toMatchObject({ kind: 'row-label', row });
      }
    }
    for (const section of report.sections) expect(locate(report, section.heading.start)).toMatchObject({ kind: 'heading', section });
  });

  it.each(layouts.filter(({ losesBlanks }) => !losesBlanks))('finds blank cells: $name', (layout) => {
    const figures = clean();
    (figures.table3['无法1'] as string[])[2] = '';
    const report = parse(reportIn(layout, figures));
    const cell = report.tables[1]?.byId.get('无法1')?.cells[2];
    expect(cell?.kind).toBe('blank');
    const place = locate(report, cell?.place.start ?? 0);
    // Between a label or figure and the next delimiter stands the figure; the blank has at least one offset of its own.
    const own = Array.from({ length: (cell?.place.end ?? 0) - (cell?.place.start ?? 0) + 1 }, (_, i) =>
      locate(report, (cell?.place.start ?? 0) + i),
    );
    expect([place, ...own].some((found) => found?.kind === 'cell' && found.cell === cell)).toBe(true);
  });

  it('does not fail anywhere in texts that break off', () => {
    for (let cut = 0; cut < sample.length; cut += 211) {
      const report = parse(sample.slice(0, cut));
      for (let offset = 0; offset <= cut; offset += 7) {
        const place = locate(report, offset);
        if (place) expect(place.span.start <= place.span.end && place.span.end <= cut).toBe(true);
      }
    }
  });
});

describe('what belongs to a place', () => {
  const report = parse(reportIn(layouts[0] as Layout));
  const table = report.tables[1];
  if (!table) throw new Error('no table three');

  it('cells of a row, a column, a group', () => {
    const cells = (words: string) =>
      cellsAt(locate(report, report.text.indexOf(words) + 1) as Place).map(({ row, column }) => `${row.form.id} ${column.id}`);
    expect(cells('（七）总计')).toEqual(['自然人', '企业', '科研', '公益', '法律', '其他', '总计'].map((id) => `办结 ${id}`));
    expect(cells('商业企业')).toEqual(rowIds.map((id) => `${id} 企业`));
    expect(cells('（四）无法提供')).toHaveLength(21);
    expect(cells('法人或其他组织')).toHaveLength(125);
    expect(cells(prose.three)).toEqual([]);
  });

  it('identities of a cell, a row, a column', () => {
    const row = table.byId.get('办结');
    const cell = row?.cells[0];
    if (!row || !cell) throw new Error('no row');
    expect(sumsOfCell(report, cell).map(({ identity }) => identity.kind)).toEqual(['row-total', 'result-total', 'balance']);
    expect(sumsOfRow(report, table, row).map(({ computed }) => computed)).toEqual([54]);
    expect(sumsOfColumn(report, table, '企业').map(({ computed }) => computed)).toEqual([7, 8]);
  });

  it('the section of an offset', () => {
    expect(sectionAt(report, 3)).toBeUndefined();
    expect(sectionAt(report, report.text.indexOf(prose.three))?.form.number).toBe(3);
    expect(sectionAt(report, report.text.indexOf(prose.four) - 1)?.form.number).toBe(3);
  });
});
