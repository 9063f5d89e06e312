/** `.nianbao.json`: what it chooses, what is told of what is wrong in it and where, and how choices go together. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import { defaultOptions, type UserWords } from '../../server/src/rules/rule';
import { settle } from '../../server/src/features/choices/settings';
import { readConfig } from '../../server/src/features/choices/config';
import { format } from '../../server/src/text/message';
import { mark, unmark } from '../kit/marks';

describe('a file', () => {
  it('chooses what the settings choose, with comments and trailing commas', () => {
    const text =
      '// 县里 4 月公布\n{ "$schema": "x", "enable": false, "severities": { "late-date": "off", "unused-silencing": "warning", },\n "overviewLimit": 1000, /* 字 */ "dueDepartment": "1-20", "dueGovernment": "04-30", }\n';
    expect(readConfig(text)).toEqual({
      problems: [],
      choices: {
        enable: false,
        severities: { 'late-date': 'off', 'unused-silencing': 'warning' },
        overviewLimit: 1000,
        dueDepartment: { month: 1, day: 20 },
        dueGovernment: { month: 4, day: 30 },
      },
    });
  });

  it.each(['', ' \n', '// 还没有写\n', '{}'])('may choose nothing: %j', (text) =>
    expect(readConfig(text)).toEqual({ choices: {}, problems: [] }),
  );

  it.each([
    ['{⟦"severitys"⟧: {}}', '没有「severitys」这一项，是否指「severities」？'],
    ['{⟦"nianbao.severities"⟧: {}}', '没有「nianbao.severities」这一项，是否指「severities」？'],
    [
      '{⟦"inlayHints"⟧: true}',
      '没有「inlayHints」这一项，只有 enable、severities、overviewLimit、textLimit、dueDepartment、dueGovernment、words',
    ],
    ['{⟦"late-date"⟧: "off"}', '规则「late-date」的级别要写在 severities 里'],
    ['{"severities": {⟦"wrong-smu"⟧: "off"}}', '没有「wrong-smu」这条规则，是否指「wrong-sum」？'],
    ['{"severities": {⟦"qqqqqqqqqqqq"⟧: "off"}}', '没有「qqqqqqqqqqqq」这条规则'],
    [
      '{"severities": {"wrong-sum": ⟦"warn"⟧}}',
      '「wrong-sum」的级别应为 error、warning、information、hint 或 off，不能是 "warn"，是否指 warning？',
    ],
    [
      '{"severities": {"wrong-sum": ⟦"Off"⟧}}',
      '「wrong-sum」的级别应为 error、warning、information、hint 或 off，不能是 "Off"，是否指 off？',
    ],
    ['{"severities": {"wrong-sum": ⟦1⟧}}', '「wrong-sum」的级别应为 error、warning、information、hint 或 off，不能是 1'],
    ['{"severities": ⟦["wrong-sum"]⟧}', '「severities」应为由规则名和级别组成的对象 {…}，不能是 ["wrong-sum"]'],
    ['{"enable": ⟦"no"⟧}', '「enable」应为 true 或 false，不能是 "no"'],
    ['{"overviewLimit": ⟦0⟧}', '「overviewLimit」应为正整数，不能是 0'],
    ['{"dueDepartment": ⟦"13-01"⟧}', '「dueDepartment」应为「月-日」，如 01-31，不能是 "13-01"'],
    ['⟦[]⟧', '应为由名称和值组成的对象 {…}，不能是 []'],
  ])('says what is not known: %s', (marked, message) => {
    const { text } = unmark(marked);
    const { problems } = readConfig(text);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(problems.map((problem) => format(problem.message))).toEqual([message]);
    expect(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
    ).toBe(marked);
  });

  it.each([
    ['{"enable": false ⟦"overviewLimit"⟧: 5}', '这里缺少逗号'],
    ['{"enable" ⟦false⟧}', '这里缺少冒号'],
    ['{"enable": ⟦,⟧ "overviewLimit": 5}', '这里缺少值'],
    ['{"enable": false⟦⟧', '缺少右花括号 }'],
    ['{"severities": {"late-date": ⟦“off”⟧}}', 'JSON 的标点要用半角，不能是 “'],
    ['⟦severities⟧: off', '不是有效的 JSON'],
  ])('says where it is broken: %s', (marked, message) => {
    const { text } = unmark(marked);
    const [first, ...more] = readConfig(text).problems;
    expect(more).toEqual([]);
    expect(first?.severity).toBe('error');
    expect(first && format(first.message)).toBe(message);
    expect(first && mark(text, [first.span])).toBe(marked);
  });

  it('keeps what is valid beside what is not', () => {
    expect(readConfig('{"x": 1, "severities": {"late-date": "off", "y": "off"}, "overviewLimit": "viel"}').choices).toEqual({
      severities: { 'late-date': 'off' },
    });
  });

  it('never throws', () => {
    const text = '{"severities": {"late-date": "off"}, "overviewLimit": 5, /* x */ "dueDepartment": "01-20"}';
    for (let end = 0; end <= text.length; end++) {
      for (const cut of [text.slice(0, end), text.slice(end), text.slice(0, end) + text.slice(end + 1)]) {
        for (const { span } of readConfig(cut).problems) expect(span.end).toBeLessThanOrEqual(cut.length);
      }
    }
    readConfig('['.repeat(500));
    readConfig('{"__proto__": {"x": 1}, "severities": {"__proto__": "off"}}');
  });
});

describe('words', () => {
  const report = (sentence: string) =>
    parse(`青河县水务局2024年政府信息公开工作年度报告\n一、总体情况\n${sentence}\n二、主动公开政府信息情况\n`);
  const found = (sentence: string, words: UserWords) =>
    check(report(sentence), {}, { ...defaultOptions, words }).filter(({ code }) => code === 'misspelling' || code === 'doubled-word');

  it('that are allowed are not told; others are', () => {
    expect(found('公开方式式多样，落实攻府要求。', { allow: ['方式式'], replace: {} }).map(({ code }) => code)).toEqual(['misspelling']);
    expect(found('落实攻府路要求。', { allow: ['攻府路'], replace: {} })).toEqual([]);
    expect(found('落实攻府要求。', { allow: ['攻府路', ''], replace: {} })).toHaveLength(1);
  });

  it('to be replaced are told with the right one', () => {
    const [finding, ...others] = found('在青河滩设立专区。', { allow: [], replace: { 青河滩: '清河滩' } });
    expect(others).toEqual([]);
    expect(finding?.fix?.edits.map(({ newText }) => newText)).toEqual(['清']);
  });

  it('are read, and what is wrong in them is told', () => {
    expect(readConfig('{"words": {"allow": ["攻府路"], "replace": {"甲": "乙"}}}').choices.words).toEqual({
      allow: ['攻府路'],
      replace: { 甲: '乙' },
    });
    expect(readConfig('{"words": {"allow": "x", "replace": {"甲": "甲乙"}, "more": 1}}').problems).toHaveLength(3);
    expect(readConfig('{"words": []}').problems).toHaveLength(1);
  });
});

describe('choices', () => {
  it('of the stronger count, rule by rule; what nobody chose has its default', () => {
    expect(settle()).toEqual({
      enable: true,
      severities: {},
      rules: { dueDepartment: { month: 1, day: 31 }, dueGovernment: { month: 3, day: 31 } },
    });
    const weak = {
      enable: true,
      severities: { 'late-date': 'error', 'wrong-sum': 'hint' },
      overviewLimit: 900,
      dueDepartment: { month: 1, day: 20 },
    } as const;
    const strong = { enable: false, severities: { 'late-date': 'off' }, overviewLimit: null, dueGovernment: { month: 4, day: 1 } } as const;
    expect(settle(weak, strong)).toEqual({
      enable: false,
      severities: { 'late-date': 'off', 'wrong-sum': 'hint' },
      rules: { dueDepartment: { month: 1, day: 20 }, dueGovernment: { month: 4, day: 1 } },
    });
    expect(settle(weak).rules.overviewLimit).toBe(900);
    expect(settle({ enable: false }, { enable: true }).enable, 'whoever switches the check off for himself').toBe(false);
  });
});

describe('a file of a folder that one does not trust', () => {
  const messages = (text: string) => readConfig(text).problems.map(({ message }) => format(message));

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{"a":'.repeat(50_000)],
    ['brackets closed in strings', '["]",'.repeat(50_000)],
    ['brackets closed in comments', '[/*]*/ //]\n'.repeat(50_000)],
    ['a string that does not end', `{"a": "${'\\\\'.repeat(50_000)}`],
    ['a comment that does not end', `{ /* ${'*'.repeat(100_000)}`],
  ])('is refused or told, and quickly: %s', (_, text) => {
    const start = performance.now();
    expect(messages(text).length).toBeGreaterThan(0);
    expect(messages(text).length).toBeLessThan(3);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('tells the first fifty problems, and how many there are more', () => {
    const text = `{${Array.from({ length: 40_000 }, (_, index) => `"x${index}":1`).join()}}`;
    const start = performance.now();
    const said = messages(text);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(said).toHaveLength(51);
    expect(said.at(-1)).toBe('还有 39950 处问题，没有一一列出');
  });

  it('is not read if it is longer than a megabyte; brackets in strings do not count as depth', () => {
    expect(messages(`{"a":"${' '.repeat(1 << 20)}"}`)).toEqual(['超过 1 MB，没有读']);
    expect(messages(`{"words":{"allow":["${'['.repeat(500)}"]}}`)).toEqual([]);
  });
});
