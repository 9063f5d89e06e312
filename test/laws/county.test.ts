/** Reports of a whole county, two years, every layout: nothing is found where nothing was planted, and each planted fault is. */
import { describe, expect, it } from 'vitest';
import { collect, type Collection } from '../../server/src/collection/collect';
import type { Filing } from '../../server/src/collection/submission';
import { digestOf } from '../../server/src/collection/digest';
import { places } from '../../server/src/collection/figures';
import { rosterOf } from '../../server/src/collection/roster';
import { check } from '../../server/src/features/check';
import { checkBetween } from '../../server/src/features/check-between';
import { total } from '../../server/src/features/folder/total';
import { parse } from '../../server/src/report/parse';
import { type County, makeCounty, sumUp, write } from '../kit/county';
import { plantFaults } from '../kit/county-faults';
import { clean } from '../kit/figures';

function read(county: County): { collection: Collection; texts: Map<string, string> } {
  const texts = new Map(county.drafts.map((draft) => [draft.path, write(draft)]));
  const roster = rosterOf(county.units);
  const filings = [...texts].map(([path, text]): Filing => {
    const report = parse(text);
    return { path, digest: digestOf(report), lines: report.lines };
  });
  return {
    collection: collect(
      filings.sort((a, b) => (a.path < b.path ? -1 : 1)),
      roster,
    ),
    texts,
  };
}

/** Code, path and words of each finding. */
function foundIn(county: County): string[] {
  const { collection, texts } = read(county);
  return [...checkBetween(collection)]
    .flatMap(([path, findings]) =>
      findings.map(
        ({ code, span }) =>
          `${code} ${path} ${texts
            .get(path)
            ?.slice(span.start, span.end)
            .replace(/^（[一二三四五]）[^。]+。/, '')}`,
      ),
    )
    .sort();
}

describe('a county of 60 units', () => {
  it('gives no finding between files, and none of weight in them, where no fault was planted', () => {
    const county = makeCounty(60);
    expect(foundIn(county)).toEqual([]);
    const own = county.drafts.flatMap((draft) =>
      check(parse(write(draft)))
        .filter(({ severity }) => severity === 'error')
        .map(({ code, message }) => `${draft.path} ${draft.layout.name} ${code} ${message.values.join()}`),
    );
    expect(own).toEqual([]);
  });

  it('gives none for what all units were asked to write alike', () => {
    const county = makeCounty(60);
    const asked =
      '按照上级统一部署，成立由主要负责人任组长的工作专班，明确分管负责人和经办人员，做到有人管、有人办。信息发布实行先审后发，涉密和敏感内容一律不上网，全年没有发生失泄密事件。';
    for (const draft of county.drafts) draft.one = [draft.one[0] ?? '', `${asked}${draft.one[1] ?? ''}`, '', `${asked}`];
    expect(foundIn(county)).toEqual([]);
  });

  it('does not blame the sum for a unit that has reports of one year only', () => {
    const county = makeCounty(60);
    const gone = county.drafts.find(({ year, figures }) => year === 2023 && figures.table3['转出']?.[6] !== '0')?.unit ?? '';
    const come = county.drafts.find(({ year, unit, figures }) => year === 2024 && unit !== gone && figures.table3['转入']?.[6] !== '0');
    const left = county.drafts.filter(({ unit, year }) => !(unit === gone && year === 2024) && !(unit === come?.unit && year === 2023));
    county.drafts.splice(0, county.drafts.length, ...left);
    sumUp(county);
    expect(foundIn(county).map((line) => line.split(' ')[0])).toEqual(['missing-subordinate']);
  });

  it('is read whole, whatever its layout', () => {
    const { collection } = read(makeCounty(60));
    expect(collection.submissions).toHaveLength(122);
    for (const { path, digest } of collection.submissions)
      expect(places.filter(({ key }) => digest.figures[key]?.digits === undefined).map(({ name }) => `${path} ${name}`)).toEqual([]);
  });

  it('is added up as its own report says', () => {
    const { collection } = read(makeCounty(60));
    const { tables, missing, incomplete, held, reports } = total(collection, 2024);
    const own = makeCounty(60).draft('澜原县人民政府', 2024).figures;
    expect(reports).toHaveLength(60);
    expect([missing, incomplete]).toEqual([[], []]);
    expect(held.map(({ gaps }) => gaps)).toEqual([[]]);
    expect(tables['4']).toEqual(own.table4.map(Number));
    expect(tables['3']).toEqual(Object.keys(clean().table3).map((id) => own.table3[id]?.map(Number)));
    expect(tables['2']['行政事业性收费']).toEqual(own.table2['收费']);
  });

  it('shows each of the faults that were planted, and nothing else', () => {
    const county = makeCounty(60);
    const faults = plantFaults(county);
    expect(faults.length).toBeGreaterThanOrEqual(30);
    const found = foundIn(county);
    const paths = new Map(
      county.drafts
        .filter(({ year }) => year === 2024)
        .map(({ unit, path }) => [unit, path])
        .reverse() as [string, string][],
    );
    const wanted = faults.map(({ code, unit, at }) => `${code} ${paths.get(unit)} ${at}`).sort();
    const shortened = (lines: readonly string[]) => lines.map((line) => line.slice(0, 60)).sort();
    expect(shortened(found)).toEqual(shortened(wanted));
  });
});
