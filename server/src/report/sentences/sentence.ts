/** What is known of a sentence of the prose. `prose.ts` makes them; nothing is read here. */
import type { Facts } from '../../text/facts';
import type { Span } from '../../text/span';
import type { Token } from './lexer';
import type { Topic } from './vocabulary';

/** A paragraph of the prose: lines that go on from one to the next. */
export interface Paragraph extends Span {
  /** Its number, from 1. */
  readonly number: number;
  /** Number of the section it stands in; 0 before the first heading. */
  readonly section: number;
  /** What its words tell. */
  readonly facts: Facts;
}

/** What a sentence tells by its words alone. */
export interface SentenceSigns {
  /** Whether a digit occurs, or a Chinese numeral in front of a measure word. */
  readonly hasNumber: boolean;
  /** Whether a word occurs that can give a number a place in the tables. */
  readonly hasWord: boolean;
  /** Whether a verb occurs that does so where the subject is known: 收到, 办结, 答复. */
  readonly hasVerb: boolean;
  /** Whether 未, 没 or 无 occurs. */
  readonly hasNone: boolean;
  /** Whether a word occurs that can open a list of parts, or a bracket. */
  readonly hasList: boolean;
  /** Whether a percentage occurs. */
  readonly hasPercent: boolean;
  /** What its last word speaks of, if that tells. */
  readonly topic: Topic | undefined;
  /** What its words tell, from its start on. */
  readonly facts: Facts;
}

export interface Sentence extends Span, SentenceSigns {
  /** Number of its paragraph. */
  readonly paragraph: number;
  /** Number of the section it stands in; 0 before the first heading. */
  readonly section: number;
  /** Whether its paragraph begins with a mark such as （一） or 一是: what was spoken of before is over. */
  readonly fresh: boolean;
  /** Its words, numbers and marks; read when first asked for. */
  readonly tokens: readonly Token[];
}
