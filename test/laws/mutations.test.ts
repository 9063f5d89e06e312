/**
 * The mutation set: defects planted one at a time into clean reports of several authors, in every layout that concerns them.
 * Each must be found by its rule at its place, unless it says why it cannot, with nothing found besides and nothing without it. `npm run docs` writes the
 * measured table into docs/measurements.md. Text mutations that need not make sense must never throw.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/src/rules/index';
import { checkText } from '../kit/check-text';
import type { Defect } from '../kit/defects';
import { draft, type DraftName, draftNames, written } from '../kit/drafts';
import { figureDefects } from '../kit/figure-defects';
import { type Layout, layouts, report } from '../kit/layouts';
import { findingsIn, measured, plant, type Trial } from '../kit/measure';
import { headingDefects, tableDefects } from '../kit/table-defects';
import { textDefects } from '../kit/text-defects';
import { wordingDefects } from '../kit/wording-defects';

const defects: readonly Defect[] = [...tableDefects, ...headingDefects, ...textDefects, ...wordingDefects, ...figureDefects];

/** The layout in which a draft is written where its tables do not matter. */
const layoutOf = (name: DraftName): Layout => {
  const wanted = {
    bureau: 'row per line, pipes, no filler',
    township: 'tabs, merged cells blank',
    county: 'one cell per line, blank lines between',
    quiet: 'spaces, aligned',
  }[name];
  return layouts.find((layout) => layout.name === wanted) as Layout;
};

const known = new Map<Defect, readonly Trial[]>();

function trialsOf(defect: Defect): readonly Trial[] {
  const own = known.get(defect) ?? placesFor(defect).map(([name, layout]) => plant(defect, name, layout));
  known.set(defect, own);
  return own;
}

/** Headings do not care for the way of separating cells: a third of the layouts will do. */
function placesFor(defect: Defect): (readonly [DraftName, Layout])[] {
  const own = tableDefects.includes(defect) ? layouts : headingDefects.includes(defect) ? layouts.filter((_, i) => i % 3 === 0) : undefined;
  if (own) return own.filter((layout) => !defect.except?.(layout)).map((layout) => ['quiet', layout]);
  return (defect.drafts ?? draftNames.filter((name) => name !== 'quiet')).map((name) => [name, layoutOf(name)]);
}

describe('clean reports', () => {
  it.each(draftNames)('%s: nothing is found, in any layout', (name) => {
    for (const layout of layouts)
      expect(
        checkText(written(draft(name), layout).text).map(({ code, message }) => [code, message]),
        layout.name,
      ).toEqual([]);
  });

  it('nothing is found in a report of zeros, and in fees with decimals', () => {
    for (const layout of layouts) {
      const zeros = draft('quiet');
      for (const values of [...Object.values(zeros.figures.table2), ...Object.values(zeros.figures.table3), zeros.figures.table4])
        values.fill('0');
      const fees = draft('quiet');
      (fees.figures.table2['收费'] as string[])[0] = '27.948692';
      for (const one of [zeros, fees]) expect(checkText(written(one, layout).text), layout.name).toEqual([]);
    }
  });
});

describe('a planted defect is found at its place, and nothing besides', () => {
  it.each(defects.map((defect) => [defect.rule, defect.name, defect] as const))('%s: %s', (_, __, defect) => {
    const own = trialsOf(defect);
    expect(own.length).toBeGreaterThan(0);
    for (const { draft: name, layout, found, surplus, alarms } of own)
      expect({ found, surplus, alarms }, `${name}, ${layout.name}`).toEqual({
        found: defect.missed === undefined,
        surplus: [],
        alarms: [],
      });
  });

  it('of every rule', () => {
    // What a file's name or another report says is no defect of the text: pages and tests of their own plant those.
    const ids = catalogue.filter(({ id, family }) => id !== 'mismatched-file-name' && family !== 'between').map(({ id }) => id);
    expect(ids.filter((id) => !defects.some(({ rule }) => rule === id))).toEqual([]);
  });
});

describe('the measured table', () => {
  const block = /(<!-- mutations -->\n)([\s\S]*?)(<!-- \/mutations -->)/;

  it('lists every rule (npm run docs)', () => {
    const rows = measured(
      defects.flatMap(trialsOf),
      catalogue.map(({ id }) => id),
    );
    const texts = draftNames.flatMap((name) => layouts.map((layout) => findingsIn(written(draft(name), layout).text)));
    const alarms = texts.flat().filter(({ severity }) => severity === 'error' || severity === 'warning').length;
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
    const table = [
      '| rule | kinds of defects | planted | found | found needlessly |',
      '|---|---|---|---|---|',
      ...rows.map(({ rule, kinds, planted, found, needless }) => `| \`${rule}\` | ${kinds} | ${planted} | ${found} | ${needless} |`),
      `| all | ${sum(({ kinds }) => kinds)} | ${sum(({ planted }) => planted)} | ${sum(({ found }) => found)} | ${sum(({ needless }) => needless)} |`,
      '',
      `Not found: ${defects
        .filter(({ missed }) => missed !== undefined)
        .map(({ rule, name, missed }) => `\`${rule}\` ${name}（${missed ?? ''}）`)
        .join('；')}。`,
      '',
      `Errors and warnings in the clean reports (${draftNames.length} reports, each in ${layouts.length} layouts): ${alarms}.`,
      '',
    ].join('\n');
    const measurements = readFileSync('docs/measurements.md', 'utf8');
    if (process.env.NIANBAO_WRITE_DOCS)
      writeFileSync(
        'docs/measurements.md',
        measurements.replace(block, (_, open: string, __, close: string) => open + table + close),
      );
    const listed = [...(block.exec(readFileSync('docs/measurements.md', 'utf8'))?.[2] ?? '').matchAll(/^\| `([\w-]+)`/gm)].map(
      ([, id]) => id,
    );
    expect(listed).toEqual(catalogue.map(({ id }) => id));
  });
});

/** Rule ids of all findings, in the order of the text. */
function codesOf(text: string): string[] {
  return checkText(text).map(({ code }) => code);
}

describe('rows of their own lines', () => {
  const quiet = (layout: Layout): string => written(draft('quiet'), layout).text;
  const byLines = layouts.filter((layout) =>
    quiet(layout)
      .split('\n')
      .some((line) => /公开出版物.*0.*0/.test(line)),
  );
  it('has such layouts', () => expect(byLines.length).toBeGreaterThan(8));
  it.each(byLines)('finds missing, repeated and misplaced rows: $name', (layout) => {
    const lines = quiet(layout).split('\n');
    const at = lines.findIndex((line) => line.includes('公开出版物'));
    expect(codesOf(lines.toSpliced(at, 1).join('\n'))).toEqual(['missing-row']);
    expect(codesOf(lines.toSpliced(at, 0, lines[at] as string).join('\n'))).toEqual(['duplicate-row']);
    expect(
      codesOf(
        lines
          .toSpliced(at, 1)
          .toSpliced(at - 5, 0, lines[at] as string)
          .join('\n'),
      ).filter((code) => code !== 'ragged-row'),
    ).toEqual(['misplaced-row']);
  });
});

describe('texts that make no sense', () => {
  const base = report(layouts[0] as Layout);
  const mutations: readonly [string, string][] = [
    ['empty', ''],
    ['one line', base.replaceAll('\n', ' ')],
    ['carriage returns alone', base.replaceAll('\n', '\r')],
    ['no spaces', base.replaceAll(' ', '')],
    ['reversed', [...base].reverse().join('')],
    ['lone surrogates', base.replaceAll('公', '\ud800')],
    ['NUL', base.replaceAll('0', '\0')],
    ['tabs everywhere', [...base].join('\t')],
    ['bars everywhere', [...base].join('|')],
    ['doubled', base + base],
    [
      'headings alone',
      base
        .split('\n')
        .filter((line) => /^[一二三四五六]、/.test(line))
        .join('\n'),
    ],
    ['open HTML', `<table><tr><td>${base}`],
    ['HTML without end', `${base}<table><tr><td>一、`],
    ['entities', base.replaceAll('0', '&#x;&nbsp')],
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
