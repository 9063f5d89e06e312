/** A new report: whole by its form, and found fault with only where something is to be filled in. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { newReport } from '../../server/src/features/new-report';
import { firstYear } from '../../server/src/report/form/form';
import { normalize } from '../../server/src/features/normalize/normalize';
import { sections } from '../../server/src/report/form/form';
import { parse } from '../../server/src/report/parse';
import { answerNewReport } from '../../server/src/lsp/requests/new-report';

const agencies = [
  '青禾县水利局',
  '青禾县人民政府',
  '青禾县河口镇人民政府',
  '柳河街道办事处',
  '青禾市人民政府办公室',
  '国家税务总局青禾县税务局',
  '青禾县教育局（体育局）',
];
const formats = ['markdown', 'text'] as const;

describe.each(formats)('a new report in %s', (format) => {
  it.each(agencies)('of %s has all that the form wants', (agency) => {
    const { text, first } = newReport({ agency, year: 2024, format });
    const report = parse(text);
    expect(report.title?.text.replace('(', '（').replace(')', '）')).toBe(`${agency}2024年政府信息公开工作年度报告`);
    expect(report.year).toBe(2024);
    expect(report.sections.map(({ form }) => form)).toEqual(sections);
    expect(
      report.tables.map(({ form, missing, ragged, unknown }) => [form.number, form.edition, missing.length, ragged.length, unknown.length]),
    ).toEqual([2, 3, 4].map((number) => [number, 2021, 0, 0, 0]));
    expect(report.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)))).toEqual(
      Array(10 + 175 + 15).fill(0),
    );
    expect(text.slice(first.start, first.end)).toBe('（待补充）');
  });

  it.each(agencies)('of %s has no findings but what is to be filled in', (agency) => {
    for (const year of [firstYear, 2024, 2030]) {
      const { text } = newReport({ agency, year, format });
      const found = check(parse(text));
      expect(found.filter(({ code }) => code !== 'placeholder-text').map(({ code, message }) => `${code} ${message.template}`)).toEqual([]);
      expect(found.length).toBe(text.split('（待补充）').length - 1);
    }
  });

  it('has its tables in the standard form', () => {
    const { text } = newReport({ agency: '青禾县水利局', year: 2024, format });
    expect(normalize(parse(text), { target: format })).toMatchObject({ edits: [], refused: [] });
  });
});

describe('nianbao/newReport', () => {
  it('tells the first place to be filled in', () => {
    const { text, selection } = answerNewReport({ agency: ' 青禾县 水利局 ', year: 2024, format: 'markdown' });
    expect(text.split('\n')[0]).toBe('# 青禾县水利局2024年政府信息公开工作年度报告');
    expect(text.split('\n')[selection.start.line]?.slice(selection.start.character, selection.end.character)).toBe('（待补充）');
  });

  it.each([
    undefined,
    {},
    { agency: '', year: 2024 },
    { agency: '青禾县', year: 2020 },
    { agency: '青禾县', year: '2024' },
    { agency: 1, year: 2024 },
  ])('refuses %j', (params) => {
    expect(() => answerNewReport(params)).toThrow(/agency and year/);
  });
});
