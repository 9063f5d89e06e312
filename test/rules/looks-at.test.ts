/** A rule looks at nothing but what it says that it looks at: what it finds is the same where all else is gone or written over. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/report/parse';
import { proseIn } from '../../server/src/report/part';
import type { Report } from '../../server/src/report/report';
import { surroundings, withNeighbours } from '../../server/src/report/since';
import { scanProse } from '../../server/src/report/sentences/prose-scan';
import { rules, scanner } from '../../server/src/rules/index';
import { defaultOptions, type Rule } from '../../server/src/rules/rule';
import { firstFrom, type Span } from '../../server/src/text/span';
import { makeCounty, write } from '../kit/county';
import { unmark } from '../kit/marks';
import { readPage } from '../kit/pages';

const pages = rules.flatMap(({ id }) => {
  const { wrong, right } = readPage(id);
  return [...wrong.map((marked) => unmark(marked).text), ...right];
});
const reports = [...pages, ...makeCounty(8).drafts.map(write)].map((text) => parse(text, true));

const foundBy = (rule: Rule, report: Report) => rule.check(report, { ...defaultOptions, scan: scanProse(report, scanner) });
const written = (found: readonly object[]) => found.map((one) => JSON.stringify(one)).sort();

/** The report with all characters of its text written over but those of its title, its headings and `kept`. */
function withOnly(report: Report, kept: readonly Span[], sign: string): Pick<Report, 'text'> {
  const titles = report.title ? [report.title.span, ...report.title.repeated] : [];
  const spans = [...kept, ...titles, ...report.sections.map(({ heading }) => heading)].sort((a, b) => a.start - b.start);
  let text = '';
  for (const { start, end } of [...spans, { start: report.text.length, end: report.text.length }]) {
    if (start > text.length) text += report.text.slice(text.length, start).replace(/[^\n\r]/g, sign);
    text += report.text.slice(text.length, Math.max(text.length, end));
  }
  return { text };
}

/** A report of a stretch of its prose with another text; a rule that never asks for the rest costs nothing. */
const part = (report: Report, stretch: Span, { text }: Pick<Report, 'text'>): Report =>
  new Proxy(proseIn(report, stretch), { get: (of, name) => (name === 'text' ? text : (Reflect.get(of, name) as unknown)) });

/** What is found in each paragraph with those next to it. */
function byParagraph(rule: Rule, report: Report): readonly object[] {
  const filled = report.paragraphs.filter(({ facts }) => facts.piece.trim() !== '');
  return filled.flatMap((paragraph, i) => {
    const around = withNeighbours(report, paragraph);
    return foundBy(rule, part(report, around, withOnly(report, [around], i % 2 === 0 ? '，' : '口'))).filter(
      ({ span }) => span.start >= paragraph.start && span.start <= paragraph.end,
    );
  });
}

/** What is found in the tables, and, where `words`, in the paragraphs with words that wake the rule and in those next to them. */
function inTablesAndWords(rule: Rule, report: Report, { tables, words }: { tables: boolean; words: boolean }): readonly object[] {
  const { places } = scanProse(report, scanner);
  const at = words ? (rule.wakes ?? []).flatMap((word) => places.get(word) ?? []) : [];
  const own = at.map((place) => withNeighbours(report, report.prose[firstFrom(report.prose, place + 1) - 1] as Span));
  const isKept = ({ start }: Span) => own.some((span) => span.start <= start && start <= span.end);
  const around = report.tables.map(({ span }) => ({ start: Math.max(0, span.start - surroundings), end: span.end + surroundings }));
  const kept = part(report, { start: 0, end: Infinity }, withOnly(report, tables ? [...own, ...around] : own, '口'));
  const { sums, explanations, comparisons } = report;
  return foundBy(rule, {
    ...kept,
    agency: kept.agency,
    prose: report.prose.filter(isKept),
    paragraphs: report.paragraphs.filter(isKept),
    sentences: report.sentences.filter(isKept),
    figures: report.figures.filter(({ span }) => isKept(span)),
    ...(tables && { tables: report.tables, sums, explanations, comparisons: own.length > 0 ? comparisons : [] }),
  });
}

const ways: Readonly<Record<NonNullable<Rule['looksAt']>, (rule: Rule, report: Report) => readonly object[]>> = {
  paragraphs: byParagraph,
  tables: (rule, report) => inTablesAndWords(rule, report, { tables: true, words: false }),
  words: (rule, report) => inTablesAndWords(rule, report, { tables: false, words: true }),
  'words and tables': (rule, report) => inTablesAndWords(rule, report, { tables: true, words: true }),
};

describe('what a rule says that it looks at', () => {
  for (const rule of rules) {
    const way = rule.looksAt && ways[rule.looksAt];
    if (!way) continue;
    it(`${rule.id}: ${rule.looksAt}`, () => {
      for (const report of reports) {
        const [alone, whole] = [written(way(rule, report)), written(foundBy(rule, report))];
        expect(alone, report.text).toEqual(whole);
      }
    });
  }
});
