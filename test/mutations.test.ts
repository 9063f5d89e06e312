/**
 * One defect put into a clean report, in every layout: exactly the findings of that defect, and none for the clean
 * report. Text mutations that need not make sense must never throw.
 */
import { describe, expect, it } from 'vitest';
import { checkText } from '../server/src/features/check';
import { clean, type Figures } from './kit/figures';
import { type Layout, layouts, prose, report as reportWithFigures } from './kit/layouts';

/** Section one without figures, so that a figure changed in a table is one defect, not two. */
const one = '一、总体情况\n\n（一）主动公开。信息通过县政府网站公开。\n（二）依申请公开。申请都按期答复。\n（三）政府信息管理。文件定期清理。\n（四）政府信息公开平台建设。栏目按期更新，7×24小时可用。\n（五）监督保障。工作考核合格，社会评议良好，没有责任追究情形。';

function report(layout: Layout, figures?: Figures, parts: Partial<typeof prose> = {}): string {
  return reportWithFigures(layout, figures, { one, ...parts });
}

/** Rule ids of all findings, in the order of the text. */
function codes(text: string): string[] {
  return checkText(text).map((finding) => finding.code);
}

/** The text with table three's or two's figures changed. */
function changed(layout: Layout, change: (figures: Figures) => void, parts?: Partial<typeof prose>): string {
  const figures = clean();
  change(figures);
  return report(layout, figures, parts);
}

function set(figures: Figures, row: string, column: number, value: string): void {
  ((figures.table3[row] ?? figures.table2[row]) as string[])[column] = value;
}

interface Defect {
  readonly name: string;
  readonly change: (figures: Figures) => void;
  readonly expected: readonly string[];
  /** What the first finding covers. */
  readonly at?: string;
}

const cellDefects: readonly Defect[] = [
  { name: 'a row total too large', change: (f) => set(f, '新收', 6, '56'), expected: ['wrong-row-total', 'unbalanced-requests'], at: '56' },
  { name: 'a row total too small in a result row', change: (f) => set(f, '无法1', 6, '10'), expected: ['wrong-row-total', 'wrong-result-total'], at: '10' },
  { name: 'a part of a result row', change: (f) => set(f, '不予7', 1, '4'), expected: ['wrong-row-total', 'wrong-result-total'], at: '2' },
  { name: 'a result total', change: (f) => set(f, '办结', 1, '9'), expected: ['wrong-result-total', 'wrong-row-total', 'unbalanced-requests'], at: '9' },
  { name: 'carried forward', change: (f) => set(f, '转出', 0, '6'), expected: ['unbalanced-requests', 'wrong-row-total'], at: '6' },
  { name: 'two parts that keep the row', change: (f) => { set(f, '予以', 0, '19'); set(f, '予以', 1, '4'); }, expected: ['wrong-result-total', 'wrong-result-total'], at: '41' },
  { name: 'review total', change: (f) => { f.table4[4] = '5'; }, expected: ['wrong-outcome-total'], at: '5' },
  { name: 'litigation part', change: (f) => { f.table4[13] = '3'; }, expected: ['wrong-outcome-total'], at: '3' },
  { name: 'x for a number', change: (f) => set(f, '无法1', 1, 'x'), expected: ['unreadable-number'], at: 'x' },
  { name: 'O for zero', change: (f) => set(f, '不予2', 3, 'O'), expected: ['unreadable-number'], at: 'O' },
  { name: 'a negative count', change: (f) => set(f, '不予2', 3, '-3'), expected: ['unreadable-number'], at: '-3' },
  { name: 'a full-width digit', change: (f) => set(f, '不予2', 3, '０'), expected: ['nonstandard-number'], at: '０' },
  { name: 'a number with its unit', change: (f) => set(f, '无法1', 0, '8件'), expected: ['nonstandard-number'], at: '8件' },
  { name: 'a slash for none', change: (f) => set(f, '不予2', 3, '/'), expected: ['nonstandard-number'], at: '/' },
  { name: '无 for none', change: (f) => set(f, '处罚', 0, '无'), expected: ['nonstandard-number'], at: '无' },
  { name: 'a separator in a number', change: (f) => set(f, '许可', 0, '1,208'), expected: ['nonstandard-number'], at: '1,208' },
  { name: 'more made than valid', change: (f) => { set(f, '规范', 0, '30'); set(f, '规范', 1, '0'); }, expected: ['impossible-inventory'], at: '12' },
  { name: 'a regulation', change: (f) => set(f, '规章', 2, '2'), expected: ['unauthorized-regulation'], at: '2' },
  { name: 'fees with decimals', change: (f) => set(f, '收费', 0, '27.948692'), expected: [] },
];

const labelDefects: readonly { name: string; from: string; to: string; expected: readonly string[] }[] = [
  { name: 'a label of the form of 2019', from: '行政规范性文件', to: '规范性文件', expected: ['nonstandard-label'] },
  { name: 'a shortened label', from: '2.其他法律行政法规禁止公开', to: '2.其他法律法规禁止公开', expected: ['nonstandard-label'] },
  { name: 'an unknown row', from: '3.要求提供公开出版物', to: '3.要求上门拍照留念', expected: ['unknown-row'] },
];

describe.each(layouts)('$name', (layout) => {
  it('is silent on a clean report', () => {
    expect(checkText(reportWithFigures(layout)).map((finding) => [finding.code, finding.message])).toEqual([]);
  });

  it('is silent on a report of zeros', () => {
    expect(codes(changed(layout, (figures) => {
      for (const id of Object.keys(figures.table3)) figures.table3[id] = Array<string>(7).fill('0');
      for (const values of Object.values(figures.table2)) values.fill('0');
      figures.table4.fill('0');
    }))).toEqual([]);
  });

  it.each(cellDefects)('finds $name', ({ change, expected, at }) => {
    const text = changed(layout, change);
    const findings = checkText(text);
    expect(findings.map((finding) => finding.code).sort()).toEqual([...expected].sort());
    if (at !== undefined) expect(findings.some(({ span }) => text.slice(span.start, span.end) === at), `covers ${at}`).toBe(true);
  });

  it.each(labelDefects)('finds $name', ({ from, to, expected }) => {
    const text = report(layout);
    const tables = text.indexOf(prose.two);
    expect(text.slice(tables)).toContain(from);
    expect(codes(text.slice(0, tables) + text.slice(tables).replace(from, to))).toEqual(expected);
  });

  it('finds a blank cell, a blank row, a row with too many values', () => {
    if (!layout.losesBlanks) expect(codes(changed(layout, (f) => set(f, '无法1', 2, '')))).toEqual(['blank-cell']);
    expect(codes(changed(layout, (f) => f.table3['无法1']?.fill('')))).toEqual(['blank-cell']);
    expect(codes(changed(layout, (f) => f.table3['无法1']?.push('7')))).toEqual(['ragged-row']);
  });

  it('finds lost and repeated headings', () => {
    for (const [part, heading] of [['two', prose.two], ['three', prose.three], ['four', prose.four]] as const) {
      expect(codes(report(layout, clean(), { [part]: '' })), heading).toEqual(['missing-section']);
    }
    expect(codes(report(layout, clean(), { five: '' }))).toEqual(['missing-section']);
    expect(codes(report(layout, clean(), { six: '' }))).toEqual(['missing-section']);
    expect(codes(report(layout, clean(), { six: `${prose.six}\n\n五、存在的主要问题及改进情况\n\n同前。` }))).toEqual(['duplicate-section']);
    expect(codes(report(layout, clean(), { five: prose.six, six: prose.five }))).toEqual(['misplaced-section']);
  });

  it('finds a lost table', () => {
    const text = report(layout);
    const from = text.indexOf(prose.four) + prose.four.length;
    expect(codes(`${text.slice(0, from)}\n\n${text.slice(text.indexOf('五、存在'))}`)).toEqual(['missing-table']);
  });

  it('finds a placeholder in the text and none in the clean one', () => {
    expect(codes(report(layout, clean(), { five: `${prose.five}全年答复留言x件。` }))).toEqual(['placeholder-text']);
  });
});

describe('rows of their own lines', () => {
  const byLines = layouts.filter((layout) => report(layout).split('\n').some((line) => /公开出版物.*0.*0/.test(line)));
  it('has such layouts', () => expect(byLines.length).toBeGreaterThan(8));
  it.each(byLines)('finds missing, repeated and misplaced rows: $name', (layout) => {
    const lines = report(layout).split('\n');
    const at = lines.findIndex((line) => line.includes('公开出版物'));
    expect(codes(lines.toSpliced(at, 1).join('\n'))).toEqual(['missing-row']);
    expect(codes(lines.toSpliced(at, 0, lines[at] as string).join('\n'))).toEqual(['duplicate-row']);
    expect(codes(lines.toSpliced(at, 1).toSpliced(at - 5, 0, lines[at] as string).join('\n')).filter((code) => code !== 'ragged-row')).toEqual(['misplaced-row']);
  });
});

describe('texts that make no sense', () => {
  const base = report(layouts[0] as Layout);
  const mutations: readonly [string, string][] = [
    ['empty', ''], ['one line', base.replaceAll('\n', ' ')], ['carriage returns alone', base.replaceAll('\n', '\r')], ['no spaces', base.replaceAll(' ', '')],
    ['reversed', [...base].reverse().join('')], ['lone surrogates', base.replaceAll('公', '\ud800')], ['NUL', base.replaceAll('0', '\0')],
    ['tabs everywhere', [...base].join('\t')], ['bars everywhere', [...base].join('|')], ['doubled', base + base], ['headings alone', base.split('\n').filter((line) => /^[一二三四五六]、/.test(line)).join('\n')],
    ['open HTML', `<table><tr><td>${base}`], ['HTML without end', `${base}<table><tr><td>一、`], ['entities', base.replaceAll('0', '&#x;&nbsp')],
  ];
  it.each(mutations)('never throws: %s', (_, text) => {
    for (const finding of checkText(text)) {
      expect(finding.span.start).toBeGreaterThanOrEqual(0);
      expect(finding.span.end).toBeLessThanOrEqual(text.length);
      expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
    }
  });
  it('never throws on a text cut anywhere', () => {
    for (let end = 0; end < base.length; end += 37) checkText(base.slice(0, end));
    for (let start = 0; start < base.length; start += 41) checkText(base.slice(start));
  });
});
