/** Safe fixes are read again before they are made, together or one by one. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { fixesOfAll } from '../../server/src/features/actions/fix-all';
import { toldFindings } from '../../server/src/features/actions/proven-fixes';
import { fileJson } from '../../server/src/features/file-json';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { readNumber } from '../../server/src/text/number';
import { clean } from '../kit/figures';
import { type Layout, layouts, report as reportIn } from '../kit/layouts';
import { sampleReport } from '../kit/sample';

const head = '三、收到和处理政府信息公开申请情况\n';
const row = (label: string, values: string): string => `${label.padEnd(60)}${[...values].map((value) => value.padStart(9)).join('')}`;

const fixed = (text: string): string => {
  const report = parse(text);
  return applyEdits(text, fixesOfAll({ report, findings: check(report), check }, 'safe'));
};

const figures = (text: string): unknown =>
  parse(text).tables.map(({ rows }) => rows.map((own) => [own.form.id, own.cells.map(({ value }) => value)]));

describe('fixing all that is safe', () => {
  it('leaves out a label whose new length would move figures under another column, and keeps the rest', () => {
    const text =
      head +
      [
        row('一、本年新收政府信息公开申请数量', '1000001'),
        row('二、上年结转政府信息公开申请数量', '0000000'),
        row('2.没成信息需要另行制作', '0  0 00'),
        row('四、结转下年度继续办理', '000000０'),
      ].join('\n') +
      '\n';
    const after = fixed(text);
    expect(figures(after)).toEqual(figures(text));
    expect(after).not.toContain('０');
  });
});

describe('a figure of more than fifteen digits', () => {
  it('is read as no number, so that nothing writes it otherwise', () => {
    expect(readNumber('1234567890123456').kind).toBe('unreadable');
    expect(readNumber('１２３４５６７８９０１２３４５６').kind).toBe('unreadable');
    expect(readNumber('123456789012345').value).toBe(123456789012345);
  });
});

describe('findings as they are told to programs', () => {
  const spaces = layouts.find(({ name }) => name === 'spaces, aligned') as Layout;

  it('call a fix safe only where that is proven', () => {
    const drawn = clean();
    drawn.table3['无法2'] = ['0', '', '', '0', '', '', '0'];
    const text = reportIn(spaces, drawn).replace('2.没有现成信息需要另行制作', '2.没成信息需要另行制作');
    const own = parse(text);
    const findings = check(own);
    expect(findings.filter(({ fix }) => fix?.safe)).toHaveLength(1);
    expect(toldFindings({ report: own, findings, check }).filter(({ fix }) => fix?.safe)).toEqual([]);
  });

  it('have the fixes that nobody worked out before', () => {
    const text = sampleReport().replace(/^.*重复申请.*\n/m, '');
    const own = parse(text);
    const findings = check(own);
    expect(findings.filter(({ code, fix }) => code === 'missing-row' && !fix)).toHaveLength(1);
    const told = fileJson(
      { path: 'a.txt', report: own, findings: toldFindings({ report: own, findings, check }) },
      ({ template }) => template,
    ) as {
      readonly findings: readonly {
        readonly code: string;
        readonly fix?: { readonly safe: boolean; readonly edits: readonly unknown[] };
      }[];
    };
    expect(told.findings.find(({ code }) => code === 'missing-row')?.fix).toMatchObject({ safe: false, edits: [{}] });
  });
});
