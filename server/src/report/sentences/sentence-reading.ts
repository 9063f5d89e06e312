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
  readonly figures: readonly SentenceFigure[];
  readonly after: Memory;
}

/** The readings of a sentence by what they depend on besides its words; few are met. */
const knownReadings = question((): Map<string, Reading> => new Map());
const mostReadings = 16;

/** The figures of `sentence`; `memory` is brought up to its end. Read once for the same words after the same memory. */
export function readSentence(sentence: Sentence, memory: Memory, scene: Scene): readonly Figure[] {
  const { facts } = sentence;
  const known = facts.tell(knownReadings);
  const context = contextOf(facts, memory, scene);
  let reading = known.get(context);
  if (!reading) {
    const after = { ...memory };
    const figures = readAfter(facts.tell(tokensOf), after, { ...scene, text: facts.piece });
    reading = { figures, after };
    if (known.size >= mostReadings) known.clear();
    known.set(context, reading);
  }
  Object.assign(memory, reading.after);
  return reading.figures.map((figure) => placed(figure, sentence));
}

/** All that the reading of a sentence depends on besides its words. */
function contextOf(facts: Facts, { topic, total, noun, mentions }: Memory, { year, whole, isOwn }: Scene): string {
  let own = '';
  for (const name of facts.tell(namesIn)) own += isOwn(name) ? '1' : '0';
  return `${topic} ${total?.metric} ${total?.value} ${noun} ${mentions} ${year} ${whole} ${own}`;
}

/** A figure where its sentence stands. */
function placed({ span, carriedTo, ...figure }: SentenceFigure, sentence: Sentence): Figure {
  const by = sentence.start;
  return {
    ...figure,
    span: shifted(span, by),
    carriedTo: carriedTo && { ...carriedTo, span: shifted(carriedTo.span, by) },
    sentence,
    paragraph: sentence.paragraph,
  };
}
