/** Laws of the figures of sentences: every number of a whole report changed in turn, in every layout, and texts that make no sense. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { compareFigures } from '../../server/src/report/sentences/agreement';
import { readFigures } from '../../server/src/report/sentences/figures';
import { parse } from '../../server/src/report/parse';
import { clean } from '../kit/figures';
import { layouts, prose, report } from '../kit/layouts';

describe.each(layouts)('$name', (layout) => {
  const sentences = `${prose.one}\n（六）依申请公开办理结果。其中自然人申请41件，法人或其他组织申请14件；予以公开25件，部分公开8件，不予公开4件，无法提供13件，不予处理2件，其他处理2件。因政府信息公开引起的行政复议4件、行政诉讼4件。作出行政处罚决定36件。`;
  const text = report(layout, clean(), { one: sentences });
  const found = (changed: string) => check(parse(changed)).filter(({ code }) => code === 'mismatched-figure');
  it('is silent on the clean report', () => expect(found(text).map(({ message }) => message)).toEqual([]));
  it('finds each number changed, at the number and nowhere else', () => {
    const start = text.indexOf(sentences);
    const numbers = [...sentences.matchAll(/\d+(?=件)/g)];
    expect(numbers.length).toBe(18);
    for (const { index, 0: digits } of numbers) {
      const wrong = String(Number(digits) + 70);
      const at = start + index;
      const findings = found(text.slice(0, at) + wrong + text.slice(at + digits.length));
      expect(
        findings.map(({ span }) => [span.start, span.end]),
        `${digits} → ${wrong}`,
      ).toEqual([[at, at + wrong.length]]);
      expect(findings[0]?.fix?.edits[0]?.newText).toBe(digits);
    }
  });
  it('finds words that say none', () => {
    for (const said of ['未收到政府信息公开申请。', '没有结转下年度的申请。', '全年未发生行政复议、行政诉讼。', '未制发行政规范性文件。']) {
      const changed = report(layout, clean(), { one: `一、总体情况\n\n（二）依申请公开。${said}` });
      expect(found(changed).length, said).toBe(1);
    }
  });
});

describe('texts that make no sense', () => {
  it('never throws and stays inside of the text', () => {
    const text = `${report(layouts[0] as (typeof layouts)[number])}\n`;
    for (const broken of [
      text.replaceAll('。', ''),
      text.replaceAll('件', ''),
      text.replace(/\n/g, ' '),
      [...text].reverse().join(''),
      text.replaceAll('，', '（'),
      '依申请公开'.repeat(2000),
      `收到${'申请'.repeat(500)}${'1'.repeat(400)}件`,
    ]) {
      const read = parse(broken);
      for (const figure of readFigures(read)) {
        expect(figure.span.start).toBeLessThan(figure.span.end);
        expect(figure.span.end).toBeLessThanOrEqual(broken.length);
      }
      for (const { readings } of compareFigures(read)) expect(readings.length).toBeGreaterThan(0);
      check(read);
    }
  });
});
