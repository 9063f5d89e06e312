/** What a hover says over figures, labels and headings. */
import { describe, expect, it } from 'vitest';
import english from '../../l10n/bundle.l10n.en.json';
import { check } from '../../server/src/features/check';
import { hover } from '../../server/src/features/hover/hover';
import { table2, table2Of2019, table3, table3Of2019, table4 } from '../../server/src/report/form/form';
import { parse } from '../../server/src/report/parse';
import type { Finding } from '../../server/src/findings/finding';
import { format, msg } from '../../server/src/text/message';
import { clean, type Figures } from '../kit/figures';
import { type Layout, layouts, prose, report as reportIn } from '../kit/layouts';
import { mark, unmark } from '../kit/marks';
import { ordinaryText, sampleReport } from '../kit/sample';

/** The lines of the hover at the cursor, a blank one between paragraphs. */
function linesAt(marked: string, findings?: readonly Finding[]): string[] {
  const { text, cursor = 0 } = unmark(marked);
  const found = hover(parse(text), cursor, findings);
  return found
    ? found.markdown
        .map((lines) => lines.map((line) => format(line)).join('\n'))
        .join('\n\n')
        .split('\n')
    : [];
}

const sample = sampleReport();
const at = (words: string, text = sample) => {
  expect(text).toContain(words.replace('‸', ''));
  return linesAt(text.replace(words.replace('‸', ''), words));
};
const changed = (from: string, to: string) => sample.replace(from, to);
const granted = '（一）予以公开 | 12 | 2 | 0 | 0 | 0 | 1 | 15';

describe('over a figure', () => {
  it('names row and column and gives every identity in real numbers', () => {
    expect(at('（一）予以公开 | 1‸2')).toEqual([
      '**(一)予以公开** · 自然人',
      '',
      '✓ 自然人 12＋商业企业 2＋其他 1＝15（另 3 项为 0）',
      '✓ 予以公开 12＋部分公开 3＋属于三类内部事务信息 1＋本机关不掌握相关政府信息 3＋重复申请 1＋其他处理·其他 1＝21（另 15 项为 0）',
    ]);
  });

  it('gives the balance of a column with both of its sides', () => {
    expect(at('四、结转下年度继续办理 | ‸1')).toEqual([
      '**四、结转下年度继续办理** · 自然人',
      '',
      '✓ 自然人 1＝1（另 5 项为 0）',
      '✓ 本年新收 20＋上年结转 2＝22，(七)总计 21＋结转下年度继续办理 1＝22',
    ]);
  });

  it('says what fails, by how much, and why that may be', () => {
    const wrong = '（一）予以公开 | ‸17 | 2 | 0 | 0 | 0 | 1 | 15';
    expect(linesAt(changed(granted, wrong))).toEqual([
      '**(一)予以公开** · 自然人',
      '',
      '✗ 自然人 17＋商业企业 2＋其他 1＝20，表中 15，少 5（另 3 项为 0）',
      '✗ 予以公开 17＋部分公开 3＋属于三类内部事务信息 1＋本机关不掌握相关政府信息 3＋重复申请 1＋其他处理·其他 1＝26，表中 21，少 5（另 15 项为 0）',
      '',
      '**可能的原因**',
      '把「予以公开」的「自然人」由 17 改为 12（像是错了一位数字）',
    ]);
  });

  it('says so if all parts are zero', () => {
    expect(at('1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | ‸0')).toContain('✓ 6 项都是 0，合计 0');
    const text = sample.replace('1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0', '1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | ‸2');
    expect(linesAt(text)).toContain('✗ 6 项都是 0，表中 2，多 2');
  });

  it('says which cell keeps an identity from being judged', () => {
    const text = changed(granted, '（一）予以公开 | 12 |  | 0 | 0 | 0 | 1 | 1‸5');
    expect(linesAt(text).slice(2)).toEqual([
      '？ 商业企业没有数，不能核对「总计」',
      expect.stringMatching(/^✓ .*＝25/),
      '',
      '**可能的原因**',
      '在「予以公开」的「商业企业」填 2',
    ]);
    const many = changed(granted, '（一）予以公开 | 12 |  |  |  |  | 1 | ‸15');
    expect(linesAt(many)).toContain('？ 商业企业、科研机构、社会公益组织等 4 格没有数，不能核对「总计」');
  });

  it('says how it reads what is no plain number', () => {
    const first = (cell: string) => linesAt(changed(granted, `（一）予以公开 | 12 | ${cell} | 0 | 0 | 0 | 1 | 15`))[1];
    expect(first('‸2件')).toBe('「2件」读作 2');
    expect(first('‸x')).toBe('「x」读不成数');
    expect(first('‸/')).toBe('「/」读不成数');
    expect(first(' ‸ ')).toBe('空白，没有数；没有发生的填 0');
  });

  it('says what a row of table two counts, which has no identity', () => {
    expect(at('行政许可 | 12‸6')).toEqual([
      '**行政许可** · 本年处理决定数量',
      '',
      '本年作出的行政许可处理决定数量（不是事项数，也不是公开条数）。',
    ]);
  });

  it('gives all three likely causes where one identity is all there is', () => {
    const text = sample.replace('1 | 0 | 0 | 0 | 1 | 0', '‸1 | 0 | 0 | 0 | 2 | 0');
    expect(linesAt(text)).toEqual([
      '**行政复议** · 结果维持',
      '',
      '✗ 结果维持 1＝1，表中 2，多 1（另 3 项为 0）',
      '',
      '**可能的原因**',
      '把「行政复议」的「总计」由 2 改为 1',
      '把「行政复议」的「结果维持」由 1 改为 2',
      expect.stringContaining('由 0 改为 1'),
    ]);
  });

  it.each(layouts)('covers the figure and says the same whatever the layout: $name', (layout) => {
    const figures: Figures = clean();
    (figures.table3['无法1'] as string[])[6] = '112';
    const report = parse(reportIn(layout, figures));
    const cell = report.tables[1]?.byId.get('无法1')?.cells[6];
    const found = hover(report, cell?.span.start ?? 0);
    expect(found && mark('112', [{ start: 0, end: found.span.end - found.span.start }])).toBe('⟦112⟧');
    expect(found?.markdown.flat().map((line) => format(line))).toEqual([
      '**1.本机关不掌握相关政府信息** · 总计',
      '✗ 自然人 8＋商业企业 2＋科研机构 1＋法律服务机构 1＝12，表中 112，多 100（另 2 项为 0）',
      expect.stringMatching(/^✗ .*本机关不掌握相关政府信息 112.*＝154，表中 54，少 100（另 13 项为 0）$/),
      '**可能的原因**',
      '把「本机关不掌握相关政府信息」的「总计」由 112 改为 12（像是重了一位数字）',
    ]);
  });
});

describe('over a label', () => {
  it('says what a row counts, and its sums', () => {
    expect(at('2.重复‸申请')).toEqual([
      '**2.重复申请**',
      '',
      '已经答复、同一人重复提出，不予处理的件数。',
      '',
      '✓ 自然人 1＝1（另 5 项为 0）',
      '✓ 所在各列的 7 个等式都成立',
    ]);
    expect(linesAt(changed(granted, '（一）予以‸公开 | 17 | 2 | 0 | 0 | 0 | 1 | 15'))).toContain('✗ 所在各列的 7 个等式中 1 个不成立');
    expect(linesAt(changed(granted, '（一）予以‸公开 | 12 |  | 0 | 0 | 0 | 1 | 15'))).toContain('？ 所在各列的 7 个等式中 1 个不能核对');
  });

  it('says why a row has no sums, and which columns its figures would stand in', () => {
    const tooMany = [
      '✗ 这一行有 8 个数，应有 7 个，不知道哪个数属于哪一列',
      '从左到右：自然人 12、商业企业 2、科研机构 0、社会公益组织 0、法律服务机构 0、其他 1、总计 1、? 5',
    ];
    expect(linesAt(changed(granted, '（一）予以‸公开 | 12 | 2 | 0 | 0 | 0 | 1 | 1 | 5')).slice(-2)).toEqual(tooMany);
    // Over its figures too.
    expect(linesAt(changed(granted, '（一）予以公开 | 12 | ‸2 | 0 | 0 | 0 | 1 | 1 | 5')).slice(-2)).toEqual(tooMany);
    expect(linesAt(changed(granted, '（一）予以公开 | 12 | 2 | 0‸ | 0 | 1')).at(-1)).toBe(
      '从左到右：自然人 12、商业企业 2、科研机构 0、社会公益组织 0、法律服务机构 1、其他 ?、总计 ?',
    );
  });

  it('gives the identities of a column, or its figures', () => {
    expect(at('自然‸人 | 法人')).toEqual([
      '**自然人**',
      '',
      '✓ 予以公开 12＋部分公开 3＋属于三类内部事务信息 1＋本机关不掌握相关政府信息 3＋重复申请 1＋其他处理·其他 1＝21（另 15 项为 0）',
      '✓ 本年新收 20＋上年结转 2＝22，(七)总计 21＋结转下年度继续办理 1＝22',
    ]);
    expect(at('结果维‸持')).toEqual(['**结果维持**', '', '行政复议：1', '未经复议直接起诉：0', '复议后起诉：0']);
    expect(at('本年制发‸件数')).toEqual(['**本年制发件数**', '', '规章：0', '行政规范性文件：3']);
  });

  it('says what a group holds', () => {
    expect(at('法人或‸其他组织')).toEqual(['**法人或其他组织**', '', '包括：商业企业、科研机构、社会公益组织、法律服务机构、其他']);
    expect(at('（三）不予‸公开')).toEqual(['**(三)不予公开**', '', '属于三类内部事务信息：1']);
    expect(at('（五）不予‸处理 | 1')).toEqual(['**(五)不予处理**', '', '重复申请：1']);
    expect(at('第二十条第（六‸）项')).toEqual(['**第二十条第(六)项**', '', '包括：行政处罚、行政强制']);
    expect(
      linesAt(
        sample
          .replace('2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1', '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0')
          .replace('（五）不予处理', '（五）不予‸处理'),
      ),
    ).toContain('5 行的总计都是 0');
  });

  it('says over a caption how the table stands', () => {
    expect(at('（本列数‸据')).toEqual(['**表三** · 收到和处理政府信息公开申请情况', '', '✓ 39 个等式成立']);
    const text = changed(granted, '（一）予以公开 | 17 | 2 |  | 0 | 0 | 1 | 15').replace('（本列', '（本‸列');
    expect(linesAt(text).slice(2)).toEqual([
      '✗ 1 个等式不成立',
      '？ 1 格没有数',
      '？ 2 个等式不能核对',
      '✓ 36 个等式成立',
      '',
      expect.stringMatching(/^✗ 予以公开 17＋/),
    ]);
  });
});

describe('over a heading', () => {
  it('says what the section must hold and how its table stands', () => {
    expect(at('三、收到‸和处理')).toEqual([
      '**三、收到和处理政府信息公开申请情况**',
      '',
      '应有一张表：收到和办理的申请，每列新收＋上年结转＝办结＋结转下年',
      '',
      '✓ 39 个等式成立',
    ]);
    expect(at('一、总体‸情况')).toEqual([
      '**一、总体情况**',
      '',
      '应写：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
    ]);
  });

  it('says what the section lacks', () => {
    const layout = layouts[0] as Layout;
    const text = reportIn(layout, clean(), { six: '六、其他需要报告的事项' });
    expect(
      linesAt(
        text.replace(prose.three, '三、收到‸和处理政府信息公开申请情况').replace(/（本列数据[^]*?四、结转下年度继续办理.*\n/, ''),
      ).slice(4),
    ).toEqual(['✗ 没有找到表']);
    expect(linesAt(text.replace('六、其他', '六、‸其他')).slice(4)).toEqual(['✗ 本节没有内容']);
    expect(linesAt(sample.replace('3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', '').replace('三、收到', '三、‸收到'))).toContain(
      '✗ 缺 1 行：要求提供公开出版物',
    );
  });

  it('gives the findings of its prose, those of its table not again', () => {
    const text = changed(granted, granted.replace('15', '16')).replace('本年度未收取信息处理费。', '本年度答复留言x件。');
    const report = parse(text);
    const lines = (words: string) =>
      hover(report, text.indexOf(words) + 1, check(report))
        ?.markdown.at(-1)
        ?.map((line) => format(line));
    expect(lines('六、其他')).toContainEqual(expect.stringContaining('占位文字'));
    expect(lines('三、收到')).toEqual(['✗ 2 个等式不成立', '✓ 37 个等式成立']);
  });
});

describe('over a figure of a sentence', () => {
  const says = (marked: string, change: (figures: Figures) => void = () => undefined) => {
    const figures = clean();
    change(figures);
    return linesAt(reportIn(layouts[0] as Layout, figures, { one: `一、总体情况\n\n（一）依申请公开情况。${marked}` }));
  };
  const received = '表三「一、本年新收政府信息公开申请数量」总计';
  const carried = '表三「一、本年新收政府信息公开申请数量」＋「二、上年结转政府信息公开申请数量」总计';

  it('names what it counts, its cell, and whether it agrees', () => {
    expect(says('收到申请‸55件。')).toEqual(['**收到申请** · 正文 55 件', '', `✓ ${received}：55`]);
    expect(says('收到申请5‸3件。')).toEqual(['**收到申请** · 正文 53 件', '', `✗ ${received}：55，正文 53，少 2`]);
    expect(says('收到申请‸五十三件。')).toEqual(['**收到申请** · 正文「五十三件」，即 53', '', `✗ ${received}：55，正文 53，少 2`]);
    expect(says('‸未收到政府信息公开申请。')).toEqual(['**收到申请** · 正文「未收到」，即 0', '', `✗ ${received}：55，正文 0，少 55`]);
  });

  it('gives every reading in real numbers', () => {
    expect(says('受理申请6‸0件。')).toEqual([
      '**受理申请** · 正文 60 件',
      '',
      `· ${received}：55（另一种读法）`,
      `✓ ${carried}：55＋5＝60`,
    ]);
    expect(says('办理申请6‸1件。').slice(2)).toEqual([
      `✗ ${received}：55，正文 61，多 6`,
      `✗ ${carried}：55＋5＝60，正文 61，多 1`,
      '✗ 表三「(七)总计」总计：54，正文 61，多 7',
    ]);
    expect(says('答复申请4‸9件。').slice(2)).toEqual([
      '· 表三「(七)总计」总计：54（另一种读法）',
      '✓ 表三「(七)总计」−「二、上年结转政府信息公开申请数量」总计：54−5＝49',
    ]);
    expect(says('收到申请55件，法人或其他组织申请1‸4件。').slice(2)).toEqual([
      '✓ 表三「一、本年新收政府信息公开申请数量」法人或其他组织：7＋1＋2＋3＋1＝14',
    ]);
    expect(says('答复申请54件，不予公开‸4件。').slice(2)).toEqual(['✓ 表三「(三)不予公开」总计：2＋2＝4']);
  });

  it('gives all that the words say', () => {
    expect(says('因政府信息公开引起的行政复议2件、行政诉讼1件，复议结果‸均为维持。')).toEqual([
      '**复议结果维持** · 正文「均为维持」，即 2',
      '',
      '✓ 表四「行政复议」结果维持：2',
    ]);
    expect(says('因政府信息公开引起的行政复议2件，行政诉讼1件，‸均维持。').filter((line) => line.startsWith('**'))).toEqual([
      '**复议结果维持** · 正文「均维持」，即 2',
      '**诉讼结果维持** · 正文「均维持」，即 1',
    ]);
  });

  it('says of money what it is a rounding of', () => {
    expect(says('行政许可208件，行政事业性收费‸18.87万元。')).toEqual([
      '**行政事业性收费** · 正文 18.87 万元',
      '',
      '✓ 表二「行政事业性收费」本年收费金额(单位:万元)：18.871，正文 18.87 与它相符',
    ]);
    expect(says('行政许可208件，行政事业性收费‸188710元。').slice(2)).toEqual(['✓ 表二「行政事业性收费」本年收费金额(单位:万元)：18.871']);
  });

  it('says what keeps it from being compared', () => {
    expect(
      says('收到申请‸55件。', (f) => {
        (f.table3['新收'] as string[])[6] = '';
      }),
    ).toContain(`？ ${received}：没有数，不能核对`);
    const text = reportIn(layouts[0] as Layout, clean(), { one: '一、总体情况\n\n（一）依申请公开。受理申请‸61件。' }).replace(
      /二、上年结转政府信息公开申请数量.*\n/,
      '',
    );
    expect(linesAt(text).slice(2)).toEqual([`？ ${received}：55`, '？ 另一种读法要的行不在表中，不能核对']);
  });

  it('says so if the table seems to be wrong', () => {
    expect(
      says('收到申请5‸5件。', (f) => {
        (f.table3['新收'] as string[])[6] = '56';
      }),
    ).toEqual([
      '**收到申请** · 正文 55 件',
      '',
      `✗ ${received}：56，正文 55，少 1`,
      '表中这一格使等式不成立，按正文的数就成立：像是表格写错了',
    ]);
  });

  it('is silent over what is compared with nothing', () => {
    for (const sentence of ['收到申请约‸55件。', '比2023年（‸31件）增加。', '本级收到申请‸20件。', '收到留言‸12条。', '收到申‸请55件。'])
      expect(says(sentence), sentence).toEqual([]);
  });

  it.each(layouts)('says the same whatever the layout: $name', (layout) => {
    expect(linesAt(reportIn(layout, clean(), { one: '一、总体情况\n\n（一）依申请公开。受理申请‸61件。' })).slice(2)).toEqual([
      `✗ ${received}：55，正文 61，多 6`,
      `✗ ${carried}：55＋5＝60，正文 61，多 1`,
    ]);
  });
});

describe('nowhere else', () => {
  it('in prose, in the title, in other texts', () => {
    expect(at('全年通过门户‸网站')).toEqual([]);
    expect(linesAt(`‸${sample}`)).toEqual([]);
    expect(hover(parse(ordinaryText), 40)).toBeUndefined();
  });

  it('does not fail anywhere in texts that break off', () => {
    for (let cut = 0; cut < sample.length; cut += 173) {
      const report = parse(sample.slice(0, cut));
      for (let offset = 0; offset <= cut; offset += 11) {
        const span = hover(report, offset)?.span;
        // The blank beside a figure belongs to its cell.
        if (span) expect(span.start <= offset + 1 && offset <= span.end + 1 && span.end <= cut, `cut at ${cut}, at ${offset}`).toBe(true);
      }
    }
  });
});

it('makes Markdown in the text plain', () => {
  const lines = linesAt(changed(granted, '（一）予以公开 | 12 | ‸<b>*x*</b> | 0 | 0 | 0 | 1 | 15'));
  expect(lines[1]).toBe('「\\<b\\>\\*x\\*\\</b\\>」读不成数');
});

it('what rows count is there in English', () => {
  for (const { rows } of [table2, table3, table4, table2Of2019, table3Of2019]) {
    for (const { counts } of rows) expect(english).toHaveProperty([msg(counts).template]);
  }
});
