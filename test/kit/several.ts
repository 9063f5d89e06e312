/**
 * Several files in one text, as the pages of rules between files have them: each begins at a line `=== path`; a roster stands
 * in `.nianbao.json`.
 */
import { collect, type Collection } from '../../server/src/collection/collect';
import { digestOf } from '../../server/src/collection/digest';
import { readRoster, rosterOf } from '../../server/src/collection/roster';
import { parse } from '../../server/src/report/parse';

/** The texts by path, in the order of their paths. */
export function filesIn(example: string): ReadonlyMap<string, string> {
  const parts = example.split(/^=== (.+?)\r?\n/m).slice(1);
  const files: [string, string][] = [];
  for (let i = 0; i < parts.length; i += 2) files.push([parts[i] as string, parts[i + 1] as string]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The reports in `files`. */
export function collectionOf(files: ReadonlyMap<string, string>): Collection {
  const config = files.get('.nianbao.json');
  const value = config === undefined ? [] : (JSON.parse(config) as { units: unknown }).units;
  const filings = [...files]
    .filter(([path]) => path !== '.nianbao.json')
    .map(([path, text]) => {
      const report = parse(text);
      return { path, digest: digestOf(report), lines: report.lines };
    });
  return collect(filings, rosterOf(readRoster(value).units));
}
