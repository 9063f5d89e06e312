/**
 * The pages of rules between files are their tests: the examples hold several files; each 反例 yields exactly the marked
 * findings, each 正例 none, with LF and CRLF. A fix takes its finding away and brings none, in any of the files.
 */
import { describe, expect, it } from 'vitest';
import { checkBetween } from '../../server/src/features/check-between';
import { betweenRules } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/text/edit';
import { mark, unmark } from '../kit/marks';
import { readPage } from '../kit/pages';
import { collectionOf, filesIn } from '../kit/several';

for (const rule of betweenRules) {
  describe(rule.id, () => {
    const { wrong, right } = readPage(rule.id);
    const findingsIn = (files: ReadonlyMap<string, string>) =>
      [...checkBetween(collectionOf(files))].flatMap(([path, findings]) =>
        findings.filter(({ code }) => code === rule.id).map((finding) => ({ path, finding })),
      );
    const shown = (files: ReadonlyMap<string, string>) => {
      const findings = findingsIn(files);
      return new Map(
        [...files].map(([path, text]) => [
          path,
          mark(
            text,
            findings.filter((found) => found.path === path).map(({ finding }) => finding.span),
          ),
        ]),
      );
    };
    const plain = (files: ReadonlyMap<string, string>) => new Map([...files].map(([path, text]) => [path, unmark(text).text]));

    for (const [i, block] of wrong.entries()) {
      for (const example of [block, block.replaceAll('\n', '\r\n')]) {
        it(`finds what is marked in 反例 ${i + 1} (${example === block ? 'LF' : 'CRLF'})`, () => {
          const marked = filesIn(example);
          const files = plain(marked);
          expect(shown(files)).toEqual(marked);
          const all = (of: ReadonlyMap<string, string>) => [...checkBetween(collectionOf(of)).values()].flat().length;
          for (const { path, finding } of findingsIn(files)) {
            for (const { span, elsewhere } of finding.related ?? [])
              expect(
                files
                  .get(elsewhere?.path ?? path)
                  ?.slice(span.start, span.end)
                  .trim(),
              ).not.toBe('');
            if (!finding.fix) continue;
            const mended = new Map(files).set(path, applyEdits(files.get(path) as string, finding.fix.edits));
            expect(all(mended)).toBe(all(files) - 1);
          }
        });
      }
    }
    for (const [i, block] of right.entries()) {
      it(`finds nothing in 正例 ${i + 1}`, () => {
        for (const example of [block, block.replaceAll('\n', '\r\n')]) {
          const files = filesIn(example);
          expect(files.size).toBeGreaterThan(1);
          expect(shown(files)).toEqual(files);
        }
      });
    }
    it('has a fix in an example exactly if it says so', () => {
      expect(wrong.flatMap((block) => findingsIn(plain(filesIn(block)))).some(({ finding }) => finding.fix)).toBe(rule.fixable);
    });
  });
}
