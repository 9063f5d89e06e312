/**
 * Every rule's page is its test: each 反例 yields exactly the marked findings, each 正例 none, with LF and CRLF; the laws
 * of fixes hold on every example; the page has all its headings and names its rule.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/src/rules/index';
import { fixOf } from '../../server/src/findings/finding';
import { checkFixLaws, findingsOf } from '../kit/fixes';
import { mark, unmark } from '../kit/marks';
import english from '../../l10n/bundle.l10n.en.json';
import { pageFile, readPage } from '../kit/pages';

const headings = ['检查什么', '为什么', '怎样改', '反例', '正例'];

for (const rule of catalogue) {
  describe(rule.id, () => {
    const { page, parts, wrong, right, names } = readPage(rule.id);

    it('has a page with all headings', () => {
      expect(page.split('\n')[0]).toBe(`# ${rule.title}（${rule.id}）`);
      expect([...parts.keys()]).toEqual(headings);
      for (const heading of headings) expect(parts.get(heading)?.trim(), heading).not.toBe('');
    });

    it('has a page in English beside it, with the same parts but the examples', () => {
      const other = readFileSync(pageFile(rule.id).replace(/\.md$/, '.en.md'), 'utf8');
      const title = english[rule.title as keyof typeof english];
      expect(other.split('\n')[0]).toBe(`# ${title.slice(0, 1).toUpperCase()}${title.slice(1)} (${rule.id})`);
      expect([...other.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(['What it checks', 'Why', 'How to mend it']);
      expect(other).not.toMatch(/^## .*\n\s*(?:##|$(?![\s\S]))/m);
      // What one of them rests on the other does too.
      const documents = (text: string) => new Set(text.match(/〔\d{4}〕\d+号/g));
      expect([...documents(other)].sort()).toEqual([...documents(page.slice(0, page.indexOf('## 反例')))].sort());
    });

    it('has examples', () => {
      expect(wrong.length).toBeGreaterThan(0);
      expect(right.length).toBeGreaterThan(0);
      for (const block of wrong) expect(unmark(block).ranges.length).toBeGreaterThan(0);
    });

    // Rules between files have examples of several: see between-pages.test.ts.
    if (rule.family === 'between') return;
    for (const [i, block] of wrong.entries()) {
      for (const [name, text] of [
        ['LF', block],
        ['CRLF', block.replaceAll('\n', '\r\n')],
      ] as const) {
        it(`finds what is marked in 反例 ${i + 1} (${name})`, () => {
          const plain = unmark(text).text;
          expect(
            mark(
              plain,
              findingsOf(rule.id, plain, names.get(block)).map((finding) => finding.span),
            ),
          ).toBe(mark(plain, unmark(text).ranges));
          checkFixLaws(rule.id, plain);
        });
      }
    }
    for (const [i, block] of right.entries()) {
      it(`finds nothing in 正例 ${i + 1}`, () => {
        expect(findingsOf(rule.id, block, names.get(block)).map((finding) => block.slice(finding.span.start, finding.span.end))).toEqual(
          [],
        );
        expect(findingsOf(rule.id, block.replaceAll('\n', '\r\n'), names.get(block))).toEqual([]);
      });
    }
    it('has a fix in an example exactly if it says so', () => {
      const fixes = wrong.flatMap((block) => findingsOf(rule.id, unmark(block).text)).filter((finding) => fixOf(finding));
      expect(fixes.length > 0).toBe(rule.fixable);
    });
  });
}

describe('registry', () => {
  it('has every rule file with a page, and each id once', () => {
    const pages = readdirSync('server/src/rules', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.en)\.md$/.test(file))
      .map((file) => basename(file, '.md'))
      .sort();
    expect(catalogue.map((rule) => rule.id).sort()).toEqual(pages);
  });
});
