/**
 * Characters mistaken or exchanged: see `misspellings.ts`, a closed list, and the words that the user wants replaced. The
 * agency's own name is looked at too: where it stands with one character mistaken. No dictionary: a word that is not listed
 * is not told.
 */
import type { Report } from '../../report/report';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { type Misspelling, misspellings, nearMisses } from '../../statements/misspellings';
import { proseAt } from '../../statements/prose-search';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { reword } from '../../findings/wording';

const listed = [...misspellings.keys()];
/** A shorter name may be a part of another one. */
const shortestName = 5;

export const misspelling: Rule = {
  id: 'misspelling',
  family: 'wording',
  title: '错别字',
  severity: 'information',
  fixable: true,
  wakes: listed,
  check(report, { scan, words }) {
    const found = [...listedIn(scan), ...namesIn(report)];
    for (const [wrong, right] of Object.entries(words?.replace ?? {}))
      for (const at of placesIn(report, wrong)) found.push({ at, wrong, right, severe: false });
    found.sort((a, b) => a.at - b.at || b.wrong.length - a.wrong.length);
    // 国务院办公厅 holds 国务院: the longest tells it.
    return found.filter(({ at }, i) => i === 0 || at >= endOf(found[i - 1])).map((mistake) => observe(report.text, mistake));
  },
};

interface Mistake extends Misspelling {
  readonly at: number;
}

function endOf(mistake: Mistake | undefined): number {
  return mistake ? mistake.at + mistake.wrong.length : 0;
}

function listedIn(scan: ProseScan): Mistake[] {
  const found: Mistake[] = [];
  // Hundreds of words are listed, and next to none of them occurs.
  for (const [word, places] of scan.places) {
    const own = misspellings.get(word);
    if (!own) continue;
    for (const at of places) if (!isAnotherWord(scan.text, at, own)) found.push({ ...own, at });
  }
  return found;
}

function isAnotherWord(text: string, at: number, { wrong, notBehind = '', notBefore = '' }: Misspelling): boolean {
  return notBehind.includes(text[at - 1] ?? ' ') || notBefore.includes(text[at + wrong.length] ?? ' ');
}

/** The agency's name with one character mistaken. */
function namesIn(report: Report): Mistake[] {
  const right = report.title?.agency ?? '';
  if (right.length < shortestName || !isNearlyWritten(report.text, right)) return [];
  return nearMisses(right).flatMap((wrong) => {
    const [at, other] = placesIn(report, wrong);
    // A name that occurs more than once is that of another agency.
    return at === undefined || other !== undefined ? [] : [{ at, wrong, right, severe: false }];
  });
}

/** Whether one or two characters of `name` are others somewhere: its first or its last two are then right. */
function isNearlyWritten(text: string, name: string): boolean {
  for (const from of [0, name.length - 2]) {
    const kept = name.slice(from, from + 2);
    for (let at = text.indexOf(kept); at >= 0; at = text.indexOf(kept, at + 1)) {
      const wrong = differences(text, at - from, name);
      if (wrong > 0 && wrong < 3) return true;
    }
  }
  return false;
}

/** In how many characters `name` differs from what stands at `at`; three is enough. */
function differences(text: string, at: number, name: string): number {
  let count = 0;
  for (let i = 0; i < name.length && count < 3; i++) if (text.charCodeAt(at + i) !== name.charCodeAt(i)) count++;
  return count;
}

/** Where `word` stands in prose. */
function placesIn(report: Report, word: string): readonly number[] {
  let found: number[] | undefined;
  for (let at = report.text.indexOf(word); at >= 0 && word !== ''; at = report.text.indexOf(word, at + word.length))
    if (proseAt(report, at)) (found ??= []).push(at);
  return found ?? nothing;
}
const nothing: readonly never[] = [];

function observe(text: string, { at, wrong, right, severe }: Mistake): Observation {
  const span = { start: at, end: at + wrong.length };
  return {
    span,
    message: msg('「{0}」疑为「{1}」', wrong, right),
    ...(severe && { severity: 'warning' as const }),
    fix: { title: msg('改为「{0}」', right), safe: false, edits: [reword(text, span, right)] },
  };
}
