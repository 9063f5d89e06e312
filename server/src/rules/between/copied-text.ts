/**
 * Paragraphs and sections that are nearly those of last year's report of the unit, or of another unit's report of the same
 * year. Measured over runs of three characters, digits and names of the unit not counted; what every report says alike, and what most
 * of a year's reports say, is left out before. Where paragraphs of a section are told, the section is not told again.
 */
import type { Collection } from '../../collection/collect';
import type { Submission } from '../../collection/submission';
import type { Paragraph } from '../../collection/masked';
import { withoutFormulas } from '../../collection/shared-formulas';
import { alike, likeness, type Runs, runsOf } from '../../collection/similarity';
import { sections } from '../../report/form/form';
import { msg, type Message } from '../../text/message';
import type { Span } from '../../text/span';
import { pause, type Steps } from '../../text/steps';
import type { BetweenObservation, BetweenRule } from '../rule';

export const copiedText: BetweenRule = {
  id: 'copied-text',
  family: 'between',
  title: '与上年或其他单位的报告雷同',
  severity: 'hint',
  fixable: false,
  between: observe,
};

const shortest = 60;
const leastOfParagraph = 0.85;
const leastOfSection = 0.6;

/** A paragraph, or all that a section says. */
interface Passage {
  readonly submission: Submission;
  readonly section: number;
  /** Which of the paragraphs of its section it is, from 1; 0 for the whole section. */
  readonly number: number;
  readonly span: Span;
  readonly runs: Runs;
}

/** A piece with what it is most like. */
interface Match {
  readonly piece: Passage;
  readonly other: Passage;
  readonly likeness: number;
  /** How many other units' reports have the like. */
  readonly units: number;
}

function* observe(collection: Collection): Iterable<BetweenObservation | typeof pause> {
  const paragraphs: Passage[] = [];
  const whole: Passage[] = [];
  const ownWords = withoutFormulas(collection.submissions);
  for (const submission of collection.submissions) {
    paragraphs.push(...paragraphPieces(submission, ownWords));
    whole.push(...sectionPieces(submission, ownWords));
    yield pause;
  }
  const matches = new Map<Passage, Match>();
  for (const [pieces, least] of [
    [paragraphs, leastOfParagraph],
    [whole, leastOfSection],
  ] as const) {
    const found = [...likeLastYear(collection, pieces, least)];
    yield pause;
    found.push(...(yield* likeSisters(collection, pieces, least)));
    for (const match of found) if (!matches.has(match.piece)) matches.set(match.piece, match);
  }
  const told = new Set([...matches.keys()].filter(({ number }) => number > 0).map(sectionKey));
  yield* [...matches.values()].filter(({ piece }) => piece.number > 0 || !told.has(sectionKey(piece))).map(observationOf);
}

function sectionKey({ submission, section }: Passage): string {
  return `${section} ${submission.path}`;
}

type OwnWords = ReturnType<typeof withoutFormulas>;

function paragraphPieces(submission: Submission, ownWords: OwnWords): Passage[] {
  const counts = new Map<number, number>();
  return submission.digest.paragraphs.flatMap((paragraph: Paragraph) => {
    const number = (counts.get(paragraph.section) ?? 0) + 1;
    counts.set(paragraph.section, number);
    const { words, length } = ownWords(paragraph, submission.year);
    return length < shortest
      ? []
      : [
          {
            submission,
            section: paragraph.section,
            number,
            span: { start: paragraph.start, end: paragraph.end },
            runs: runsOf(words),
          },
        ];
  });
}

function sectionPieces(submission: Submission, ownWords: OwnWords): Passage[] {
  const { paragraphs, headings } = submission.digest;
  return sections.flatMap(({ number: section }) => {
    const own = paragraphs.filter((paragraph) => paragraph.section === section).map((paragraph) => ownWords(paragraph, submission.year));
    const heading = headings.find((candidate) => candidate.section === section);
    if (!heading || own.reduce((sum, { length }) => sum + length, 0) < shortest) return [];
    return [{ submission, section, number: 0, span: heading.span, runs: runsOf(own.map(({ words }) => words).join('')) }];
  });
}

function likeLastYear(collection: Collection, pieces: readonly Passage[], least: number): Match[] {
  const byReport = new Map<string, Passage[]>();
  for (const piece of pieces) byReport.set(piece.submission.path, [...(byReport.get(piece.submission.path) ?? []), piece]);
  return pieces.flatMap((piece) => {
    const { unit, year } = piece.submission;
    const before = collection.of(unit, year - 1);
    const others = (before && byReport.get(before.path)) ?? [];
    let best: Match | undefined;
    for (const other of others) {
      if (piece.number === 0 && other.section !== piece.section) continue;
      const found = likeness(piece.runs, other.runs);
      if (found >= least && found > (best?.likeness ?? 0)) best = { piece, other, likeness: found, units: 1 };
    }
    return best ?? [];
  });
}

function* likeSisters(collection: Collection, pieces: readonly Passage[], least: number): Steps<Match[]> {
  const best = new Map<Passage, Match & { readonly all: Set<string> }>();
  const note = (piece: Passage, other: Passage, found: number) => {
    const known = best.get(piece);
    const all = (known?.all ?? new Set()).add(other.submission.unit);
    best.set(
      piece,
      known && known.likeness >= found ? { ...known, all, units: all.size } : { piece, other, likeness: found, all, units: all.size },
    );
  };
  const areSisters = sisters(collection);
  // Sections are compared with the same section only, paragraphs with all.
  for (const own of groupedBy(pieces, ({ submission, number, section }) => `${submission.year} ${number === 0 ? section : ''}`)) {
    const at = (index: number) => own[index] as Passage;
    const pairs = yield* alike(
      own.map(({ runs }) => runs),
      least,
      (a, b) => areSisters(at(a).submission.unit, at(b).submission.unit),
    );
    for (const { a, b, likeness: found } of pairs) {
      note(at(a), at(b), found);
      note(at(b), at(a), found);
    }
  }
  return [...best.values()];
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/** Whether two units are different ones, neither of which is the other's superior. */
function sisters({ roster, submissions }: Collection): (one: string, other: string) => boolean {
  const superiors = new Map(submissions.map(({ unit }) => [unit, roster.find(roster.find(unit)?.parent ?? '')?.name]));
  return (one, other) => one !== other && superiors.get(one) !== other && superiors.get(other) !== one;
}

function observationOf({ piece, other, likeness: found, units }: Match): BetweenObservation {
  const share = Math.floor(found * 100);
  const numeral = (section: number) => sections.find(({ number }) => number === section)?.numeral ?? '';
  const there =
    other.number === 0
      ? msg('雷同的第{0}部分', numeral(other.section))
      : msg('雷同的段落：第{0}部分第{1}段', numeral(other.section), other.number);
  return {
    path: piece.submission.path,
    span: piece.span,
    message: wordsOf({ piece, other, likeness: found, units }, share, numeral(other.section)),
    related: [{ span: other.span, message: there, elsewhere: other.submission }],
  };
}

function wordsOf({ piece, other, units }: Match, share: number, numeral: string): Message {
  const { unit, year } = other.submission;
  const isOwn = unit === piece.submission.unit;
  if (piece.number === 0) {
    if (isOwn) return msg('本部分与{0}年的报告有 {1}% 相同（连续三字，数字和单位名称不计）', year, share);
    return units > 1
      ? msg('本部分与「{0}」等 {1} 个单位的报告有 {2}% 相同（连续三字，数字和单位名称不计）', unit, units, share)
      : msg('本部分与「{0}」的报告有 {1}% 相同（连续三字，数字和单位名称不计）', unit, share);
  }
  const where = [numeral, other.number] as const;
  if (isOwn) return msg('本段与{0}年报告第{2}部分第{3}段有 {1}% 相同（连续三字，数字和单位名称不计）', year, share, ...where);
  return units > 1
    ? msg('本段与「{0}」等 {1} 个单位的报告有 {2}% 相同（连续三字，数字和单位名称不计），如第{3}部分第{4}段', unit, units, share, ...where)
    : msg('本段与「{0}」的报告第{2}部分第{3}段有 {1}% 相同（连续三字，数字和单位名称不计）', unit, share, ...where);
}
