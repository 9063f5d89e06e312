/** A rule looks only for words that it declares: what it does not declare, the scan of the text does not look for. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/report/parse';
import { scannerFor, scanProse } from '../../server/src/report/sentences/prose-scan';
import { askedOf, isAwake } from '../../server/src/features/asked';
import { rules, scanner } from '../../server/src/rules/index';
import { defaultOptions } from '../../server/src/rules/rule';
import { unmark } from '../kit/marks';
import { readPage } from '../kit/pages';

/** The places of the words of one rule; remembers which words were asked for. */
class Asked extends Map<string, readonly number[]> {
  readonly words = new Set<string>();
  override get(word: string) {
    this.words.add(word);
    return super.get(word);
  }
}

describe('the words that wake a rule', () => {
  for (const rule of rules) {
    it(`${rule.id} asks for none but its own`, () => {
      const { wrong, right } = readPage(rule.id);
      for (const block of [...wrong.map((marked) => unmark(marked).text), ...right]) {
        const report = parse(block);
        const scan = scanProse(report, scannerFor(rule.wakes ?? []));
        const places = new Asked(scan.places);
        rule.check(report, { ...defaultOptions, scan: { ...scan, places } });
        for (const word of places.words) expect(rule.wakes).toContain(word);
      }
    });
  }
});

describe('a rule that sleeps where none of its words occurs', () => {
  const texts = rules.flatMap(({ id }) => {
    const { wrong, right } = readPage(id);
    return [...wrong.map((marked) => unmark(marked).text), ...right];
  });
  const scanned = texts.map((text) => {
    const report = parse(text);
    const scan = scanProse(report, scanner);
    return { report, scan, asked: askedOf(report, defaultOptions) };
  });
  for (const rule of rules.filter(({ sleeps }) => sleeps)) {
    it(`${rule.id} would find nothing there`, () => {
      const asleep = scanned.filter(({ asked }) => !isAwake(rule, asked));
      expect(asleep.length).toBeGreaterThan(0);
      expect(asleep.flatMap(({ report, scan }) => rule.check(report, { ...defaultOptions, scan }))).toEqual([]);
    });
  }
});
