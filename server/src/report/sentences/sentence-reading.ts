/**
 * Reads a sentence once for the same words after the same memory: `sentence-figures.ts` reads them, here they are kept and given
 * their place.
 *
 *     2025年收到申请6件，办结5件。   in the report of 2025, nothing said before   →  6 received, 5 processed, at offsets from its start
 */
import { type Facts, question } from '../../text/facts';
import { shifted } from '../../text/span';
import type { Figure, SentenceFigure } from './figure';
import { namesIn } from './join-tokens';
import { tokensOf } from './prose';
import type { Scene } from './scene';
import type { Sentence } from './sentence';
import { readAfter } from './sentence-figures';
import type { Memory } from './sentence-state';

/** What a sentence says after what was said before it, and what has been said then. */
interface Reading {
  readonly context: Context;
  readonly figures: readonly SentenceFigure[];
  readonly after: Memory;
}

/** All that the reading of a sentence depends on besides its words. */
interface Context extends Pick<Memory, 'topic' | 'noun' | 'mentions'>, Pick<Scene, 'year' | 'whole'> {
  readonly metric: string | undefined;
  readonly value: number | undefined;
  /** For each of the names in the sentence, whether it is the reporting agency's. */
  readonly own: string;
}

/** The readings of a sentence by what they depend on besides its words; few are met. */
const knownReadings = question((): Reading[] => []);
const mostReadings = 16;

/** Adds the figures of `sentence` to `figures`; `memory` is brought up to its end. Read once for the same words after the same memory. */
export function readSentence(sentence: Sentence, memory: Memory, scene: Scene, figures: Figure[]): void {
  const { facts } = sentence;
  const known = facts.tell(knownReadings);
  const context = contextOf(facts, memory, scene);
  let reading = known.find((one) => isSame(one.context, context));
  if (!reading) {
    const after = { ...memory };
    const { year, whole, isOwn } = scene;
    reading = { context, figures: readAfter(facts.tell(tokensOf), after, { text: facts.piece, year, whole, isOwn }), after };
    if (known.length >= mostReadings) known.length = 0;
    known.push(reading);
  }
  bringTo(memory, reading.after);
  for (const figure of reading.figures) figures.push(placed(figure, sentence));
}

function bringTo(memory: Memory, { topic, total, noun, act, mentions }: Memory): void {
  memory.topic = topic;
  memory.total = total;
  memory.noun = noun;
  memory.act = act;
  memory.mentions = mentions;
}

function contextOf(facts: Facts, { topic, total, noun, mentions }: Memory, { year, whole, isOwn }: Scene): Context {
  let own = '';
  for (const name of facts.tell(namesIn)) own += isOwn(name) ? '1' : '0';
  return { topic, noun, mentions, year, whole, metric: total?.metric, value: total?.value, own };
}

function isSame(a: Context, b: Context): boolean {
  return (
    a.topic === b.topic &&
    a.noun === b.noun &&
    a.mentions === b.mentions &&
    a.year === b.year &&
    a.whole === b.whole &&
    a.metric === b.metric &&
    a.value === b.value &&
    a.own === b.own
  );
}

/** A figure where its sentence stands. Field by field: the rest of an object takes many times as long to copy. */
function placed(figure: SentenceFigure, sentence: Sentence): Figure {
  const by = sentence.start;
  const { metric, form, value, unit, decimals, said, phrase, reserve, readings, severity, also, inner, span, carriedTo } = figure;
  return {
    metric,
    form,
    value,
    unit,
    decimals,
    said,
    phrase,
    reserve,
    readings,
    severity,
    also,
    inner,
    span: { start: span.start + by, end: span.end + by },
    carriedTo: carriedTo && { year: carriedTo.year, span: shifted(carriedTo.span, by) },
    sentence,
    paragraph: sentence.paragraph,
  };
}
