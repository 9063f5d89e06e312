/** What completion offers, and how it is told from what is typed whether an offer is meant. */
import type { Message } from '../../text/message';
import type { Span } from '../../text/span';
import type { SentencePiece } from './stock-sentences';

export interface Offer {
  readonly kind: 'heading' | 'row' | 'table' | 'sentence' | 'directive' | 'rule';
  /** What the list shows. */
  readonly label: string;
  /** The label in the user's language, where it is none of the form's. */
  readonly shown?: Message;
  readonly detail: Message;
  readonly documentation: Message;
  /** What is replaced: on one line, with the cursor in it. */
  readonly span: Span;
  readonly pieces: readonly SentencePiece[];
  /** What the characters from the start of `span` to the cursor are held against; words after spaces count as beginnings. */
  readonly filter: string;
  /** 0: the likeliest at this place. */
  readonly rank: number;
}

/** Whether the characters of `query`, spaces aside, stand in `filter` in their order, the first at the beginning of a word. */
export function fits(query: string, filter: string): boolean {
  const wanted = query.replace(/\s+/g, '');
  if (wanted === '') return true;
  return filter.split(' ').some((_, i, words) => {
    const from = words.slice(i).join(' ');
    if (!from.startsWith(wanted[0] as string)) return false;
    let at = 0;
    for (const c of wanted) {
      at = from.indexOf(c, at) + 1;
      if (at === 0) return false;
    }
    return true;
  });
}
