/** Tables that are broken in the ways drafts break them: page breaks, wrapped labels, lost heads, other orders. */
import { describe, expect, it } from 'vitest';
import { normalize } from '../../server/src/features/normalize/normalize';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { displayWidth } from '../../server/src/text/width';
import { clean, rowIds } from '../kit/figures';
import { layouts, report } from '../kit/layouts';

const byName = (start: string) => layouts.find((layout) => layout.name.startsWith(start)) as (typeof layouts)[number];
const rowPipes = byName('row per line, pipes');
const tabs = byName('tabs, merged');
const lines = byName('one cell per line, blank');

/** Values of table three by row, or what went wrong. */
function third(text: string): Record<string, string[]> {
  const read = parse(text);
  const tables = read.tables.filter((candidate) => candidate.form.number === 3);
  expect(tables.length).toBe(1);
  const table = tables[0];
  expect(table?.ragged).toEqual([]);
  expect(table?.unknown).toEqual([]);
  expect(table?.duplicates).toEqual([]);
  return Object.fromEntries(
    (table?.rows ?? []).map((row) => [row.form.id, row.cells.map((cell) => text.slice(cell.span.start, cell.span.end))]),
  );
}

const whole = clean().table3;

describe('page breaks', () => {
  it('reads a table cut in two with its head repeated and a page number between', () => {
    for (const layout of [rowPipes, tabs, lines]) {
      const text = report(layout);
      const head = text.slice(text.indexOf('（本列数据'), text.indexOf('一、本年新收'));
      const at = text.indexOf('2.没有现成');
      const start = text.lastIndexOf('\n', at) + 1;
      expect(third(`${text.slice(0, start)}\n- 4 -\n\n${head.trimEnd()}\n${text.slice(start)}`), layout.name).toEqual(whole);
    }
  });

  it('reads a row whose values fell onto the next page', () => {
    const text = report(tabs);
    const at = text.indexOf('\t0', text.indexOf('3.危及'));
    expect(third(`${text.slice(0, at)}\n\n${text.slice(at)}`)).toEqual(whole);
  });

  it('reads a displaced label at the start of its line', () => {
    const text = report(tabs).replace('\t\t2.重复申请\t2\t', '2.重复申请\t\t2\t');
    expect(third(text)).toEqual(whole);
  });
});

describe('bars alone on a line', () => {
  it('are blank cells one by one and merged cells together, also where no row is full', () => {
    const row = (label: string, blanks: number) => `${label} |\n${'|\n'.repeat(blanks)}${blanks < 7 ? '0 |\n' : ''}||\n`;
    const [table] = parse(
      `三、收到和处理政府信息公开申请情况\n申请人情况 |\n||||||||\n自然人 |\n法人或其他组织 |\n总计 |\n${row('一、本年新收政府信息公开申请数量', 6)}${row('二、上年结转政府信息公开申请数量', 6)}${row('（七）总计', 7)}四、政府信息公开行政复议、行政诉讼情况\n`,
    ).tables;
    expect(table?.ragged).toEqual([]);
    expect(table?.rows.map(({ form, cells }) => [form.id, ...cells.map(({ value }) => value ?? '')].join())).toEqual([
      '新收,,,,,,,0',
      '转入,,,,,,,0',
      '办结,,,,,,,',
    ]);
  });
});

describe('labels', () => {
  it('reads labels broken over lines, in cells of their own lines', () => {
    const text = report(lines)
      .replace('3.补正后申请内容仍不明确', '3.补正后申请\n内容仍不明确')
      .replace('1.申请人无正当理由逾期不补正、', '1.申请人无正当理由逾期不\n补正、')
      .replace('商业企业', '商业\n企业')
      .replace('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（二）部分公开（区分处理的，\n只计这一情形，不计其他\n情形）');
    expect(third(text)).toEqual(whole);
  });

  it('reads group labels on lines of their own', () => {
    const text = report(rowPipes)
      .replace(/（([三四五六])）(不予公开|无法提供|不予处理|其他处理) \| /g, '（$1）$2\n')
      .replace('三、本年度办理结果 | ', '三、本年度办理结果\n');
    expect(third(text)).toEqual(whole);
  });

  it('reads labels without numbers, with other punctuation or spaces inside', () => {
    const text = report(rowPipes)
      .replace('1.属于国家秘密', '属于国家秘密')
      .replace('一、本年新收政府信息公开申请数量', '一.本年新收政府信息公开申请数量')
      .replace('（七）总计', '(七) 总 计')
      .replace('3.危及“三安全一稳定”', '3、危及"三安全一稳定"')
      .replace('四、结转下年度继续办理', '四、 结转下年度 继续办理');
    expect(third(text)).toEqual(whole);
  });

  it('reads a group row with its own values as no row of the form', () => {
    const text = report(rowPipes)
      .replace('（三）不予公开 | 1.', '（三）不予公开 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |\n1.')
      .replace('（四）无法提供 | ', '小计 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |\n（四）无法提供 | ');
    expect(third(text)).toEqual(whole);
  });

  it('reads labels with numbers in circles', () => {
    for (const layout of layouts) {
      const text = report(layout, clean(), {}, ([, three]) =>
        three.forEach((row) =>
          row.forEach(
            (cell) => (cell.text = cell.text.replace(/^(\d)\.(?=[一-鿿])/, (_, digit: string) => '①②③④⑤⑥⑦⑧'[Number(digit) - 1] as string)),
          ),
        ),
      );
      expect(third(text), layout.name).toEqual(whole);
    }
  });

  it('reads a label whose first half is also one of the row before: 行政 / 强制', () => {
    for (const [from, to] of [
      ['行政强制', '行政\n\n强制'],
      ['行政强制', '行政\n强制'],
    ] as const) {
      const [two] = parse(report(byName('one cell per line, blank lines between')).replace(from, to)).tables;
      expect([two?.rows.map(({ form }) => form.id), two?.unknown]).toEqual([['规章', '规范', '许可', '处罚', '强制', '收费'], []]);
    }
  });

  it('reads such a label behind a row that is blank', () => {
    const [two] = parse(report(tabs).replace('行政处罚\t36', '行政\n处罚\t').replace('行政强制', '行政\n强制')).tables;
    expect(two?.rows.map(({ form, cells }) => `${form.id} ${cells[0]?.value}`).slice(2, 5)).toEqual([
      '许可 208',
      '处罚 undefined',
      '强制 5',
    ]);
  });

  it('reads past characters that are not seen', () => {
    for (const unseen of ['\u200b', '\u200e', '\u2060', '\u00ad', '\ufeff']) {
      for (const layout of layouts.filter(({ name }) => !name.startsWith('spaces'))) {
        const text = report(layout, clean(), {}, (tables) =>
          tables
            .flat(2)
            .forEach(
              (cell) =>
                (cell.text = /^[\d.]*$/.test(cell.text) ? unseen + cell.text : `${cell.text.slice(0, 3)}${unseen}${cell.text.slice(3)}`),
            ),
        );
        expect(third(text), `${layout.name} ${unseen.charCodeAt(0)}`).toEqual(whole);
        expect(
          parse(text).tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind !== 'number'))),
        ).toEqual([]);
      }
    }
  });

  it('reads rulers drawn with hard spaces', () => {
    const text = report(byName('Markdown with ruler, merged cells blank')).replaceAll(' ', '\u00a0');
    expect(third(text)).toEqual(whole);
    expect(parse(text).tables.flatMap(({ ragged }) => ragged)).toEqual([]);
  });

  it('reads bars that are escaped as text', () => {
    const text = report(rowPipes).replace('2.重复申请 |', '2.重复申请\\|类 |');
    const [row] = parse(text).tables.flatMap(({ unknown }) => unknown);
    expect(text.slice(row?.span.start, row?.span.end)).toBe('2.重复申请\\|类');
    expect(parse(text.replace('\\|', '、')).tables.flatMap(({ ragged }) => ragged)).toEqual([]);
  });

  it('reads each table by its own bars, with one at the edge or without', () => {
    const edged = report(byName('row per line, leading pipe'));
    const bare = report(byName('row per line, no leading pipe'));
    const at = (text: string) => text.indexOf('三、收到和处理');
    expect(third(bare.slice(0, at(bare)) + edged.slice(at(edged)))).toEqual(whole);
    expect(third(edged.slice(0, at(edged)) + bare.slice(at(bare)))).toEqual(whole);
  });

  it('reads a note in the last row of table two as no value', () => {
    const text = report(byName('HTML')).replace('</table>', '<tr><td colspan="4">单位为万元</td></tr></table>');
    const [two] = parse(text).tables;
    expect([two?.ragged, two?.rows.at(-1)?.cells.map(({ value }) => value)]).toEqual([[], [18.871]]);
  });

  it('reads cells between tabs that all stand in quotation marks', () => {
    const quoted = report(byName('tabs, merged cells blank'))
      .split('\n')
      .map((line) =>
        line.includes('\t')
          ? line
              .split('\t')
              .map((cell) => `"${cell}"`)
              .join('\t')
          : line,
      )
      .join('\n');
    expect(quoted).toContain('"4"\t"');
    expect(third(quoted)).toEqual(whole);
  });

  it('reads breaks and entities in Markdown cells', () => {
    const text = report(byName('Markdown with ruler, merged cells blank'))
      .replace('商业企业', '商业<br>企业')
      .replace('（三）不予公开 |', '（三）<br/>不予公开 |')
      .replaceAll('|  |', '| &nbsp; |');
    expect(text).toContain('&nbsp;');
    expect(third(text)).toEqual(whole);
  });

  it('reads rows behind a column that counts them', () => {
    let number = 0;
    expect(third(report(rowPipes).replace(/^([一二三四]、[本上结]|（七）|\d\.).*\|$/gm, (row) => `${++number} | ${row}`))).toEqual(whole);
    expect(number).toBeGreaterThan(15);
  });

  it('reads misspelt labels', () => {
    const text = report(rowPipes)
      .replace('属于国家秘密', '属于国家机密')
      .replace('属于行政查询事项', '属于行攻查询事项')
      .replace('要求提供公开出版物', '要求提供公开出版');
    expect(third(text)).toEqual(whole);
  });
});

describe('text from a PDF', () => {
  it('reads rows whose label is wrapped around the values', () => {
    const text = report(byName('spaces'))
      .replace(
        /（二）部分公开（区分处理的，只计这一情形，不计其他情形）/,
        '（二）部分公开（区分处理的，\n          只计这一情形，不计其他情形）',
      )
      .replace(
        /(1\.申请人无正当理由逾期不补正)、行政机关不再处理其政府信息公开申请( +[\d ]+)/,
        '$1、行政$2\n           机关不再处理其政府信息公开申请',
      )
      .replace('三、本年度办理结果  （一）予以公开', '三、本年度办理结果 （一） 予以公开');
    expect(third(text)).toEqual(whole);
  });
});

describe('cells over several lines', () => {
  const wrapped = (ruled: boolean) => {
    const own = report(byName('Markdown with ruler, merged cells blank'));
    return own.replace(/(?:^\|.*\|\n)+/gm, (table) => {
      const rows = table
        .trim()
        .split('\n')
        .filter((line) => !line.includes('---'))
        .map((line) =>
          line
            .slice(2, -2)
            .split(' | ')
            .map((text) => text.trim()),
        );
      const ruler = `+${(rows[0] ?? []).map(() => '------------+').join('')}`;
      const lines = rows.flatMap((cells) => {
        const pieces = cells.map((text) => (/^[\d.]+$/.test(text) ? [text] : (text.match(/.{1,6}/gu) ?? [''])));
        const height = Math.max(...pieces.map(({ length }) => length));
        return [
          ...Array.from({ length: height }, (_, i) => `| ${pieces.map((own) => own[i] ?? '').join(' | ')} |`),
          ...(ruled ? [ruler] : []),
        ];
      });
      return `${[ruler, ...lines, ...(ruled ? [] : [ruler])].join('\n')}\n`;
    });
  };

  it('are joined between drawn lines', () => {
    expect(third(wrapped(true))).toEqual(whole);
    expect(parse(wrapped(true)).tables.map(({ missing, ragged, unknown }) => [missing, ragged, unknown])).toEqual(
      Array(3).fill([[], [], []]),
    );
  });

  it('lose nothing where the table is written anew', () => {
    const text = wrapped(true);
    const { edits, refused } = normalize(parse(text), { target: 'markdown' });
    expect(refused).toEqual([]);
    expect(applyEdits(text, edits)).toContain('| 四、结转下年度继续办理');
    expect(third(applyEdits(text, edits))).toEqual(whole);
    expect(applyEdits(text, edits)).not.toMatch(/^\+-|^\| (?:年度继续办理|件) /mu);
  });

  it('are left as they are where figures stand under each other', () => {
    const text = report(byName('Markdown with ruler, merged cells blank'))
      .replace(/^\| ---.*$/gm, '+---+---+')
      .replace(/^\| (?:第二十条第（一）项|（本列数据|行政复议) /gm, '+---+---+\n$&')
      .replace(/^\|.*\|\n(?=\n)/gm, '$&+---+---+\n');
    expect(third(text)).toEqual(whole);
  });

  it('of a figure in bold are the figure', () => {
    expect(third(report(byName('one cell per line, blank')).replace(/^(\d+)$/gm, '**$1**'))).toEqual(whole);
  });
});

describe('text from a PDF, labels of merged cells in pieces', () => {
  const spaces = report(byName('spaces, aligned'));

  it('reads a row behind a piece of a group, one space or more between', () => {
    const text = spaces
      .replace('1.属于国家秘密', '度 1.属于国家秘密')
      .replace('（五）不予处理', '（五）不')
      .replace('2.重复申请', '予  2.重复申请')
      .replace('3.要求提供', '办 处理 3.要求提供');
    expect(third(text)).toEqual(whole);
  });

  it('reads values that stand behind a piece of a group, between the halves of their own label', () => {
    const text = spaces
      .replace(/2\.没有现成信息需要另行制作( +[\d ]+)/, '2.没有现成信息需要另行制\n无法$1\n作')
      .replace(/2\.其他法律行政法规禁止公开( +[\d ]+)/, '理 2.其他法律行政法规禁止公\n结 开$1');
    expect(text).toContain('结 开');
    expect(third(text)).toEqual(whole);
  });

  it('reads the rest of a row behind pieces of its groups', () => {
    const text = report(byName('spaces, aligned')).replace(/^( *2\.没有现成信息需要另行制作 +0) +0/m, '$1\n三、本年  法提供        0');
    expect(text).toContain('法提供 ');
    expect(third(text)).toEqual(whole);
  });

  it('reads a group whose label stands a character on a line', () => {
    for (const group of ['三、\n本\n年\n度\n办\n理\n结\n果\n', '三、本年度办理\n结果\n']) {
      expect(third(spaces.replace('三、本年度办理结果  ', group)), group).toEqual(whole);
    }
  });

  it('reads radicals as the characters that they show', () => {
    const text = spaces.replaceAll('行', '⾏').replaceAll('一', '⼀').replaceAll('人', '⼈').replaceAll('民', '⺠').replaceAll('自', '⾃');
    expect(third(text)).toEqual(whole);
    expect(parse(text).sections.map((section) => section.form.number)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('columns aligned by spaces', () => {
  const row = (label: string, values: readonly string[], width: (text: string) => number) =>
    label + ' '.repeat(44 - width(label)) + values.map((value) => value.padStart(3)).join('');
  const table = (width: (text: string) => number, last: readonly string[]) =>
    `三、收到和处理政府信息公开申请情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n${row('一、本年新收政府信息公开申请数量', ['4', '0', '0', '0', '0', '0', '4'], width)}\n${row('（一）予以公开', ['3', '0', '0', '0', '0', '0', '3'], width)}\n${row('1.属于国家秘密', last, width)}\n四、政府信息公开行政复议、行政诉讼情况\n`;
  const last = (text: string) =>
    parse(text)
      .tables[0]?.rows.find(({ form }) => form.id === '不予1')
      ?.cells.map(({ value }) => value ?? '')
      .join();

  it('are told by the width of Chinese characters, or by their number', () => {
    for (const width of [displayWidth, (text: string) => text.length]) {
      expect(last(table(width, ['', '0', '0', '0', '0', '0', '1']))).toBe(',0,0,0,0,0,1');
      expect(last(table(width, ['1', '0', '0', '', '0', '0', '']))).toBe('1,0,0,,0,0,');
    }
  });

  it('are not guessed where values are not aligned', () => {
    const text = report(byName('tabs, no filler')).replace('（一）予以公开\t20\t', '（一）予以公开\t').replaceAll('\t', ' ');
    expect(parse(text).tables[1]?.ragged.map(({ form }) => form?.id)).toEqual(['予以']);
  });

  it('are not guessed where no two rows tell which', () => {
    const text = table((own) => own.length, ['', '0', '0', '0', '0', '0', '1']).replace(/（一）予以公开.*\n/, '');
    expect(last(text)).toBe(undefined);
    expect(parse(text).tables[0]?.ragged.map(({ form }) => form?.id)).toEqual(['不予1']);
  });
});

describe('columns that the form does not have', () => {
  /** Table three with the cells of `head` and of each row below it set in at the front or at the end. */
  const added = (
    layout: (typeof layouts)[number],
    head: string,
    cell: (row: number) => string,
    at: 'front' | 'end' | 'values',
    figures = clean(),
  ) =>
    report(layout, figures, {}, ([, three]) => {
      const own = (text: string, rowspan = 1) => ({ text, colspan: 1, rowspan });
      three.forEach((row, i) => {
        if (i > 0 && i < 3) return;
        const text = i === 0 ? own(head, 3) : own(cell(i - 2));
        row.splice(at === 'front' ? 0 : at === 'end' ? row.length : i === 0 ? 1 : row.length - 7, 0, text);
      });
    });
  const some = [rowPipes, tabs, lines, byName('cell and pipe per line'), byName('HTML')];

  it('number the rows', () => {
    for (const layout of some) expect(third(added(layout, '序号', String, 'front')), layout.name).toEqual(whole);
  });

  it('repeat the unit', () => {
    for (const layout of some) expect(third(added(layout, '单位', () => '件', 'values')), layout.name).toEqual(whole);
  });

  it('hold notes, which are no values where one is missing', () => {
    for (const layout of some.slice(0, 2)) {
      const figures = clean();
      (figures.table3['予以'] as string[])[0] = '';
      expect(third(added(layout, '备注', () => '已核', 'end')), layout.name).toEqual(whole);
      expect(third(added(layout, '备注', () => '已核', 'end', figures)), layout.name).toEqual(figures.table3);
    }
  });
});

describe('labels of groups in the cell of the row', () => {
  it("are told from the row's own", () => {
    for (const [layout, between] of [
      [rowPipes, '-'],
      [tabs, '—'],
      [byName('HTML'), ' '],
    ] as const) {
      const text = report(layout, clean(), {}, ([, three]) => {
        let group = '';
        for (const row of three.slice(5)) {
          const at = row.findIndex(({ text }) => /^\d*$/.test(text));
          const labels = row
            .splice(0, at)
            .map(({ text }) => text)
            .filter((label) => !label.startsWith('三、'));
          if (labels.length > 1) group = labels[0] as string;
          const label = labels.at(-1) as string;
          row.unshift({ text: (/^\d/.test(label) ? [group, label] : [label]).join(between), colspan: 3, rowspan: 1 });
        }
      });
      expect(third(text), layout.name).toEqual(whole);
    }
  });
});

describe('table four', () => {
  const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const turned = (layout: (typeof layouts)[number], values: readonly string[]) =>
    report(layout, clean(), {}, ([, , four]) => {
      const cells = (row: readonly string[]) => row.map((text) => ({ text, colspan: 1, rowspan: 1 }));
      four.splice(
        0,
        Infinity,
        cells(['结果', ...groups]),
        ...outcomes.map((name, i) => cells([name, ...groups.map((_, k) => values[k * 5 + i] as string)])),
      );
    });
  const fourth = (text: string) => parse(text).tables.find(({ form }) => form.number === 4);

  it('is read with the outcomes below each other', () => {
    for (const layout of layouts)
      expect(
        fourth(turned(layout, clean().table4))?.rows.flatMap(({ cells }) =>
          cells.map(({ span }) => turned(layout, clean().table4).slice(span.start, span.end)),
        ),
        layout.name,
      ).toEqual(clean().table4);
  });

  it('is not added up across groups where a value is missing', () => {
    const values = clean().table4.with(7, '');
    for (const layout of layouts)
      expect(
        fourth(turned(layout, values))
          ?.rows.find(({ form }) => form.id === '复议')
          ?.cells.map(({ value }) => value) ?? [2, 1, 0, 1, 4],
        layout.name,
      ).toEqual([2, 1, 0, 1, 4]);
  });
});

describe('orders', () => {
  it('takes the order of a head on one line in a table of zeros too', () => {
    const figures = clean();
    for (const values of Object.values(figures.table3)) values.fill('0');
    const text = report(rowPipes, figures, {}, ([, three]) => {
      three.splice(
        0,
        3,
        ['项目', '总计', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => ({
          text,
          colspan: 1,
          rowspan: 1,
        })),
      );
      for (const row of three.slice(1)) row.splice(row.length - 7, 0, row.pop() as (typeof row)[number]);
    }).replace('2.重复申请 | 0', '2.重复申请 | 5');
    const row = parse(text).tables[1]?.byId.get('不处理2');
    expect(row?.cells.map(({ value }) => value)).toEqual([0, 0, 0, 0, 0, 0, 5]);
  });

  it('finds columns by their heads', () => {
    const figures = clean();
    const swap = (values: string[]) => [values[6], ...values.slice(0, 6)] as string[];
    const text = report(rowPipes, {
      ...figures,
      table3: Object.fromEntries(rowIds.map((id) => [id, swap(figures.table3[id] as string[])])),
    }).replace('自然人 | 法人或其他组织 | 总计 |', '总计 | 自然人 | 法人或其他组织 |');
    expect(third(text)).toEqual(whole);
  });

  it('keeps the order of the form when the head came apart', () => {
    expect(third(report(rowPipes).replace('自然人 | 法人或其他组织 | 总计 |', '法人或其他组织 | 总计 |\n自然人 |'))).toEqual(whole);
    expect(third(report(lines).replace('社会公益组织', '社会').replace('总计', '总'))).toEqual(whole);
  });

  it('finds rows in another order', () => {
    const text = report(rowPipes).split('\n');
    const from = text.findIndex((line) => line.startsWith('2.其他法律'));
    const [moved] = text.splice(from, 1) as [string];
    text.splice(from + 3, 0, moved);
    expect(third(text.join('\n'))).toEqual(whole);
  });
});

describe('table four', () => {
  const four = (text: string) =>
    parse(text)
      .tables.filter((table) => table.form.number === 4)
      .flatMap((table) =>
        table.rows.map((row) => [row.form.id, ...row.cells.map((cell) => text.slice(cell.span.start, cell.span.end))].join()),
      );
  const expected = ['复议,2,1,0,1,4', '直诉,1,0,0,0,1', '复诉,0,0,1,2,3'];

  it('reads one row for each group', () => {
    const head = '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |';
    expect(
      four(
        `四、政府信息公开行政复议、行政诉讼情况\n\n| 类别 ${head}\n|---|---|---|---|---|---|\n| 行政复议 | 2 | 1 | 0 | 1 | 4 |\n| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 1 |\n| 复议后起诉 | 0 | 0 | 1 | 2 | 3 |\n\n二、主动公开政府信息情况\n`,
      ),
    ).toEqual(expected);
  });

  it('reads heads that are half lost or broken', () => {
    expect(four(report(rowPipes).replaceAll('结果维持', '结果').replaceAll('其他结果', '其他'))).toEqual(expected);
    expect(four(report(lines).replaceAll('结果纠正', '结果\n纠正').replaceAll('尚未审结', '尚未\n审结'))).toEqual(expected);
  });

  it('reads a group without any figure where every cell has its delimiters', () => {
    const figures = { ...clean(), table4: ['5', '', '', '2', '7', '8', '', '', '1', '9', '', '', '', '', ''] };
    expect(four(report(byName('HTML'), figures))).toEqual(['复议,5,,,2,7', '直诉,8,,,1,9', '复诉,,,,,']);
    expect(four(report(byName('tabs, no filler'), figures))).toEqual(['复议,5,,,2,7', '直诉,8,,,1,9', '复诉,,,,,']);
  });

  it('does not guess which group is missing', () => {
    const text = report(rowPipes, { ...clean(), table4: ['1', '0', '0', '0', '1', '0', '0', '1', '2', '3'] });
    const table = parse(text).tables.find((candidate) => candidate.form.number === 4);
    expect(table?.ragged.map((row) => [row.expected, row.found])).toEqual([[15, 10]]);
    expect(table?.rows).toEqual([]);
  });
});

describe('the form of 2019', () => {
  const old = '县农业局2019年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n';

  it('is known by a blank row （六）其他处理', () => {
    const row = (label: string, ...values: string[]) => `<tr><td>${label}</td>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`;
    const blank = Array<string>(7).fill('&nbsp;');
    const [table] = parse(
      `${old}三、收到和处理政府信息公开申请情况\n\n<table>${row('一、本年新收政府信息公开申请数量', '2', ...blank.slice(2), '2')}${row('（五）不予处理')}${row('1.信访举报投诉类申请', ...blank)}${row('（六）其他处理', ...blank)}${row('（七）总计', '2', ...blank.slice(2), '2')}</table>\n`,
    ).tables;
    expect(table?.form.edition).toBe(2019);
    expect(table?.rows.map(({ form }) => form.id)).toEqual(['新收', '不处理1', '其他', '办结']);
  });

  it('has differences in words', () => {
    const [table] = parse(
      `${old}第二十条第（五）项 |\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 6 | 减4 | 2 |\n其他对外管理服务事项 | 0 | 增2 | 0 |\n`,
    ).tables;
    expect(table?.rows.map(({ cells }) => cells.map(({ kind, value }) => [kind, value]))).toEqual([
      [
        ['number', 6],
        ['number', -4],
        ['number', 2],
      ],
      [
        ['number', 0],
        ['number', 2],
        ['number', 0],
      ],
    ]);
  });
});

/** What stands below the heading of a section in the report. */
function table(number: string): string {
  const text = report(rowPipes);
  const start = text.indexOf('\n', text.indexOf(`\n${number}、`) + 1);
  return text.slice(start, text.indexOf(`\n${'三四五'['二三四'.indexOf(number)] ?? ''}、`, start)).trim();
}

describe('what is no report', () => {
  it.each([
    ['an empty text', ''],
    ['a note', '# 待办\n\n- 买菜\n- 交报告\n'],
    ['a readme with a table', '# 工具\n\n| 名称 | 数量 |\n|---|---|\n| 规章 | 1 |\n| 行政许可 | 3 |\n'],
    [
      'another report',
      '县农业局2023年工作总结\n\n一、总体情况\n\n全年完成任务。\n\n二、存在的主要问题\n\n人手不足。\n\n三、其他需要报告的事项\n\n无\n',
    ],
    [
      'a report for a year before the form',
      '县农业局2012年政府信息公开年度报告\n\n根据《政府信息公开条例》（国务院令第492号）编制本报告，统计期限为2012年1月1日至12月31日。\n\n一、概述\n\n全年公开信息60条。\n\n二、主动公开政府信息情况\n\n如上。\n',
    ],
    [
      'a summary of the year by the same headings',
      '政务公开工作总结\n\n一、总体情况\n\n（一）主动公开。公开信息60条。\n（二）依申请公开。申请都已答复。\n（三）政府信息管理。按月清理。\n\n二、下一步打算\n\n加强培训。\n',
    ],
    ['a notice on the form', '关于报送年度报告的通知\n\n各单位：\n\n请按六部分编写：总体情况、主动公开政府信息情况、其他。\n'],
    [
      'a page that explains the two forms',
      '# 两种格式\n\n| 位置 | 旧格式 | 新格式 |\n|---|---|---|\n| 规章 | 本年新制作数量 / 本年新公开数量 | 本年制发件数 / 本年废止件数 / 现行有效件数 |\n| 规范性文件 | 旧称 | 行政规范性文件 |\n| 行政许可 | 上一年项目数量 | 本年处理决定数量 |\n| 其他对外管理服务事项 | 有 | |\n',
    ],
    [
      'a page with examples in fences',
      `# 怎样写\n\n先写标题：\n\n\`\`\`\n清源县农业局2024年政府信息公开工作年度报告\n一、总体情况\n\`\`\`\n\n再写表格：\n\n\`\`\`\n${table('三')}\n\`\`\`\n`,
    ],
  ])('is silent about %s', (_, text) => {
    expect(parse(text).recognized).toBe(false);
  });

  it('takes a whole draft in one fence, and one whose tables alone stand in fences', () => {
    const text = report(rowPipes);
    expect(parse(`\`\`\`\n${text}\n\`\`\`\n`).recognized).toBe(true);
    const fenced = text.replace(table('三'), `\`\`\`\n${table('三')}\n\`\`\``).replace(table('二'), `\`\`\`\n${table('二')}\n\`\`\``);
    expect(fenced.split('```').length).toBe(5);
    expect(parse(fenced)).toMatchObject({ recognized: true });
    expect(third(fenced)).toEqual(whole);
  });

  it('takes the beginning of a draft whose section one names the aspects', () => {
    const draft = '一、总体情况\n\n（一）主动公开。公开信息60条。\n（二）依申请公开。申请都已答复。\n（三）政府信息管理。按月清';
    expect(parse(draft)).toMatchObject({ recognized: true, unfinished: true });
    expect(parse(draft.replace('（三）政府信息管理', '（三）人员培训')).recognized).toBe(false);
  });

  it("takes the title with an agency, not the page's name above it", () => {
    const { title } = parse(
      '2024年政府信息公开工作年度报告\n清源县白石镇人民政府\n2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n',
    );
    expect([title?.agency, title?.year, title?.repeated.length]).toEqual(['清源县白石镇人民政府', 2024, 1]);
  });

  it('takes a fragment with table three alone', () => {
    const text = report(rowPipes);
    const fragment = text.slice(text.indexOf('一、本年新收'), text.indexOf('四、政府信息公开行政'));
    expect(parse(fragment).recognized).toBe(true);
    expect(third(fragment)).toEqual(whole);
    expect(parse(fragment).sections).toEqual([]);
  });
});

describe('contents', () => {
  it('leaves out a table of contents', () => {
    const names = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ];
    const text = report(rowPipes).replace('\n\n', `\n\n目录\n\n${names.join('\n')}\n\n`);
    const read = parse(text);
    expect(read.sections.map((section) => section.form.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(read.sections[0]?.heading.start).toBeGreaterThan(text.indexOf('本报告依据'));
  });
});
