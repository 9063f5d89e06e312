/** Laws of silencing: a comment beside any table, in any layout and on every page of the rules, silences what it should and disturbs nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { checkUnsilenced, silence } from '../../server/src/features/silence/silence';
import { silenceAllEdit, silenceEdit, silencedPlace } from '../../server/src/features/silence/silencing-edits';
import { parse } from '../../server/src/report/parse';
import { catalogue, rules } from '../../server/src/rules/index';
import type { Finding } from '../../server/src/findings/finding';
import { applyEdits } from '../../server/src/text/edit';
import { writeDirective } from '../../server/src/text/directives';
import { checkText } from '../kit/check-text';
import { clean } from '../kit/figures';
import { pageFile } from '../kit/pages';
import { unmark } from '../kit/marks';
import { layouts, report } from '../kit/layouts';

describe('scope', () => {
  it('a table, from the line above it', () => {
    const figures = clean();
    (figures.table3['无法1'] as string[])[6] = '10';
    for (const layout of layouts) {
      const text = report(layout, figures);
      const read = parse(text);
      const found = check(read);
      expect(found.length, layout.name).toBeGreaterThan(0);
      const silenced = applyEdits(text, silenceEdit(read, found.find(({ code }) => code === 'wrong-row-total') as Finding));
      const again = parse(silenced);
      expect(
        silence(again, check(again)).findings.map(({ code }) => code),
        layout.name,
      ).toEqual(['wrong-result-total']);
      expect(silence(again, check(again)).unused, layout.name).toEqual([]);
    }
  });
});

describe('writing a comment', () => {
  it('says whether it is about a line or a table', () => {
    const figures = clean();
    (figures.table3['无法1'] as string[])[6] = '10';
    for (const layout of layouts) {
      const read = parse(report(layout, figures));
      const finding = check(read).find(({ code }) => code === 'wrong-row-total') as Finding;
      const isRow = !/Markdown|HTML|one cell|cell and pipe|alone/.test(layout.name);
      expect(silencedPlace(read, finding), layout.name).toBe(isRow ? 'line' : 'table');
    }
  });

  it('does not tear a Markdown or HTML table', () => {
    const figures = clean();
    (figures.table3['无法1'] as string[])[6] = '10';
    for (const layout of layouts.filter(({ name }) => /Markdown|HTML/.test(name))) {
      const text = report(layout, figures);
      const read = parse(text);
      const finding = check(read).find(({ code }) => code === 'wrong-row-total') as Finding;
      const written = applyEdits(text, silenceEdit(read, finding));
      expect(written, layout.name).toMatch(/申请情况\n\n<!-- nianbao-disable-next-line wrong-row-total -->\n(?:\||<table)/);
    }
  });
});

describe('the reader', () => {
  it('is not disturbed by a comment on any line of tables with a row on a line', () => {
    for (const layout of layouts.filter(({ name }) => !/cell|pipe alone/.test(name))) {
      const lines = report(layout).split('\n');
      for (let i = 0; i <= lines.length; i += 5) {
        const text = lines
          .toSpliced(i, 0, writeDirective('disable-next-line', ['wrong-sum'], i % 2 === 0 ? 'comment' : 'note', '已核对'))
          .join('\n');
        expect(
          checkText(text).map(({ code }) => code),
          `${layout.name}, line ${i}`,
        ).toEqual([]);
      }
    }
  }, 20_000);
});

describe('the findings on the pages of the rules', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    // The rule alone, and what silences nothing.
    const severities = Object.fromEntries(
      catalogue.map((one) => [one.id, one.id === id || one.id === 'unused-silencing' ? one.severity : 'off'] as const),
    );
    const page = readFileSync(pageFile(id), 'utf8');
    for (const [, block = ''] of page.slice(page.indexOf('## 反例'), page.indexOf('## 正例')).matchAll(/^```[a-z]*\n([\s\S]*?)^```/gm)) {
      const { text } = unmark(block);
      const read = parse(text);
      const found = checkUnsilenced(read, severities);
      for (const finding of found) {
        const left = checkUnsilenced(parse(applyEdits(text, silenceEdit(read, finding))), severities);
        expect(left.length).toBeLessThan(found.length);
        expect(left.map(({ code }) => code)).toEqual(left.map(() => rule.id));
      }
      for (const form of ['note', 'comment'] as const)
        expect(checkUnsilenced(parse(applyEdits(text, silenceAllEdit(read, id, form))), severities)).toEqual([]);
    }
  });
});
