/** Comments that switch rules off: what they take away, what they leave, how they are written, and that they disturb nothing. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { checkUnsilenced, silence } from '../../server/src/features/silence/silence';
import { silenceAllEdit, silenceEdit, withoutSilencing } from '../../server/src/features/silence/silencing-edits';
import { parse } from '../../server/src/report/parse';
import type { Finding } from '../../server/src/findings/finding';
import { applyEdits } from '../../server/src/text/edit';
import { findDirectives, isDirective, writeDirective } from '../../server/src/text/directives';
import { type Layout, layouts, prose, report } from '../kit/layouts';

const pipes = layouts[0] as Layout;
const heading = `${prose.title}\n一、总体情况\n`;
const rest = '\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n';

/** What is left of the findings of two rules, what is silenced and what is unused, as codes and words. */
function run(text: string, severities: Parameters<typeof check>[1] = {}): { left: string[]; silenced: string[]; unused: string[] } {
  const read = parse(text);
  const { findings, silenced, unused } = silence(read, check(read, severities), severities);
  const words = ({ span }: Finding) => text.slice(span.start, span.end);
  const own = (found: readonly Finding[]) =>
    found.filter(({ code }) => ['placeholder-text', 'doubled-word'].includes(code)).map((finding) => `${finding.code} ${words(finding)}`);
  return { left: own(findings), silenced: own(silenced), unused: unused.map((finding) => `${finding.code} ${words(finding)}`) };
}

describe('syntax', () => {
  it('reads both forms, ids and the reason', () => {
    const text =
      '<!-- nianbao-disable-next-line wrong-sum, doubled-word 已核对 -->\n【nianbao-disable】\n<!--nianbao-enable wrong-sum-->甲【nianbao-disable-line because of us】';
    expect(
      findDirectives(text).map(({ command, rules, start, end }) => [
        command,
        rules.map(({ id }) => id),
        text.slice(start, end).length > 10,
      ]),
    ).toEqual([
      ['disable-next-line', ['wrong-sum', 'doubled-word'], true],
      ['disable', [], true],
      ['enable', ['wrong-sum'], true],
      ['disable-line', ['because'], true],
    ]);
    for (const { rules } of findDirectives(text)) for (const rule of rules) expect(text.slice(rule.start, rule.end)).toBe(rule.id);
  });

  it.each([
    'nianbao-disable',
    '<!-- nianbao-disable',
    '<!-- nianbao-disabled -->',
    '<!-- nianbao-off -->',
    '<!-- a nianbao-disable -->',
    '【nianbao-disable\n】',
  ])('does not read %j', (text) => {
    expect(findDirectives(text)).toEqual([]);
  });

  it('writes what it reads', () => {
    for (const form of ['comment', 'note'] as const) {
      const text = writeDirective('disable', ['wrong-sum', 'doubled-word'], form, '已核对');
      expect(findDirectives(text).map(({ rules }) => rules.map(({ id }) => id))).toEqual([['wrong-sum', 'doubled-word']]);
      expect(isDirective(text, 0, text.length)).toBe(true);
      expect(isDirective(`${text}。`, 0, text.length + 1)).toBe(false);
    }
  });
});

describe('scope', () => {
  const bad = '公开方式式和留言x件。';
  it('the next line, blank lines and other comments aside', () => {
    const text = `${heading}<!-- nianbao-disable-next-line placeholder-text 数据待报 -->\n\n【nianbao-disable-next-line doubled-word】\n${bad}\n${bad}${rest}`;
    expect(run(text)).toEqual({
      left: ['doubled-word 方式式', 'placeholder-text x'],
      silenced: ['doubled-word 方式式', 'placeholder-text x'],
      unused: [],
    });
  });

  it('the line on which it stands', () => {
    expect(run(`${heading}${bad}<!-- nianbao-disable-line placeholder-text -->\n${bad}${rest}`).silenced).toEqual(['placeholder-text x']);
  });

  it('from here to the end or to enable, all rules or some', () => {
    expect(run(`${heading}${bad}\n【nianbao-disable】\n${bad}\n【nianbao-enable】\n${bad}${rest}`).silenced).toEqual([
      'doubled-word 方式式',
      'placeholder-text x',
    ]);
    expect(run(`${heading}${bad}\n【nianbao-disable】\n【nianbao-enable doubled-word】\n${bad}${rest}`).silenced).toEqual([
      'placeholder-text x',
    ]);
    expect(
      run(`${heading}【nianbao-disable placeholder-text】\n${bad}\n【nianbao-enable placeholder-text】\n${bad}${rest}`).silenced,
    ).toEqual(['placeholder-text x']);
  });

  it('all of the text at its head, findings before it included', () => {
    const text = `\n<!-- nianbao-disable -->\n一、总体情况\n${bad}${rest}`;
    const read = parse(text);
    expect(check(read).length).toBeGreaterThan(2);
    expect(silence(read, check(read)).findings).toEqual([]);
  });

  it('not what stands in the comment itself', () => {
    expect(run(`${heading}<!-- nianbao-disable-next-line doubled-word XX件待补充 -->\n公开方式式。${rest}`)).toEqual({
      left: [],
      silenced: ['doubled-word 方式式'],
      unused: [],
    });
  });
});

describe('unused comments', () => {
  it('are told, one finding for each rule, with a fix that deletes them', () => {
    const text = `${heading}<!-- nianbao-disable-next-line placeholder-text, doubled-word -->\n留言x件。\n【nianbao-disable-next-line wrong-sum】\n没有问题。${rest}`;
    expect(run(text)).toEqual({
      left: [],
      silenced: ['placeholder-text x'],
      unused: [`unused-silencing doubled-word`, `unused-silencing wrong-sum`],
    });
    const read = parse(text);
    const fixed = silence(read, check(read)).unused.reduceRight((now, { fix }) => applyEdits(now, fix?.edits ?? []), text);
    expect(fixed).toBe(`${heading}<!-- nianbao-disable-next-line placeholder-text -->\n留言x件。\n没有问题。${rest}`);
  });

  it('name the nearest rule for one that does not exist', () => {
    const text = `${heading}<!-- nianbao-disable-next-line placeholder-txt -->\n留言x件。${rest}`;
    const read = parse(text);
    const { unused } = silence(read, check(read));
    expect(unused.map(({ message }) => message.values)).toEqual([['placeholder-txt', 'placeholder-text']]);
    const fixed = applyEdits(text, unused[0]?.fix?.edits ?? []);
    expect(run(fixed)).toEqual({ left: [], silenced: ['placeholder-text x'], unused: [] });
  });

  it('are not told for rules that are off', () => {
    const text = `${heading}<!-- nianbao-disable-next-line placeholder-text personal-data -->\n留言x件。${rest}`;
    expect(run(text, { 'placeholder-text': 'off' }).unused).toEqual([]);
    expect(run(`${heading}【nianbao-disable overlong-overview】\n公开。${rest}`).unused, 'as long as their option is not set').toEqual([]);
  });

  it('are not told about all rules where they silence one that is off', () => {
    const text = `${heading}【nianbao-disable-next-line】\n留言x件。\n【nianbao-disable-next-line】\n电话13812345678。\n【nianbao-disable-next-line】\n没有问题。${rest}`;
    const off = { 'placeholder-text': 'off', 'missing-number': 'off', 'truncated-sentence': 'off' } as const;
    expect(run(text, off)).toEqual({ left: [], silenced: [], unused: ['unused-silencing 【nianbao-disable-next-line】'] });
    const read = parse(text);
    const [last] = silence(read, check(read, off), off).unused;
    expect(read.text.slice(last?.span.end)).toMatch(/^\n没有问题/);
  });

  it('stand among the other findings, with the severity that is set', () => {
    const read = parse(`${heading}【nianbao-disable-next-line wrong-sum】\n留言x件。${rest}`);
    const codes = (severities?: Parameters<typeof check>[1]) =>
      checkUnsilenced(read, severities)
        .filter(({ code }) => ['unused-silencing', 'placeholder-text'].includes(code))
        .map(({ code, severity }) => `${code} ${severity}`);
    expect(codes()).toEqual(['unused-silencing hint', 'placeholder-text error']);
    expect(codes({ 'unused-silencing': 'warning' })).toEqual(['unused-silencing warning', 'placeholder-text error']);
    expect(codes({ 'unused-silencing': 'off' })).toEqual(['placeholder-text error']);
  });

  it('leave an English reason alone', () => {
    expect(run(`${heading}<!-- nianbao-disable-next-line placeholder-text checked with the office -->\n留言x件。${rest}`)).toEqual({
      left: [],
      silenced: ['placeholder-text x'],
      unused: [],
    });
  });
});

describe('writing a comment', () => {
  it('stands above the line, in the form of the text, with its line ends', () => {
    const text = `${heading}公开方式式。${rest}`.replaceAll('\n', '\r\n');
    const read = parse(text);
    const finding = check(read).find(({ code }) => code === 'doubled-word') as Finding;
    expect(applyEdits(text, silenceEdit(read, finding))).toContain(
      '一、总体情况\r\n【nianbao-disable-next-line doubled-word】\r\n公开方式式。',
    );
    expect(applyEdits(text, silenceEdit(read, finding, 'comment'))).toContain(
      '\r\n<!-- nianbao-disable-next-line doubled-word -->\r\n公开方式式。',
    );
  });

  it('adds to the comment that stands there', () => {
    let text = `${heading}公开方式式和留言x件。${rest}`;
    for (let round = 0; round < 2; round++) {
      const read = parse(text);
      const [finding] = silence(read, check(read)).findings.filter(({ code }) => ['doubled-word', 'placeholder-text'].includes(code));
      text = applyEdits(text, silenceEdit(read, finding as Finding));
    }
    expect(text).toContain('\n【nianbao-disable-next-line doubled-word placeholder-text】\n公开方式式');
    expect(run(text)).toEqual({ left: [], silenced: ['doubled-word 方式式', 'placeholder-text x'], unused: [] });
  });

  it('about the whole text stands at its head, behind front matter, and takes further rules', () => {
    for (const front of ['', '---\ntitle: 年报\n---\n']) {
      let text = `${front}${heading}公开方式式和留言x件。${rest}公开方式式。`;
      for (const code of ['doubled-word', 'placeholder-text']) text = applyEdits(text, silenceAllEdit(parse(text), code));
      expect(text.startsWith(`${front}【nianbao-disable doubled-word placeholder-text】\n${heading}`)).toBe(true);
      expect(run(text)).toEqual({ left: [], silenced: ['doubled-word 方式式', 'placeholder-text x', 'doubled-word 方式式'], unused: [] });
    }
  });
});

describe('the reader', () => {
  it('gives back the text without comments', () => {
    const text = report(pipes);
    const lines = text.split('\n');
    const noted = lines
      .flatMap((line, i) =>
        i % 5 === 0
          ? ['【nianbao-disable-next-line wrong-sum 甲】', line]
          : i % 7 === 0 && line !== ''
            ? [`${line}<!-- nianbao-disable-line -->`]
            : [line],
      )
      .join('\n');
    expect(applyEdits(noted, withoutSilencing(noted))).toBe(text);
  });
});
