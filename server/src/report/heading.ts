/** What is known of a heading of a section when its line was found. `sections.ts` finds them. */
import type { Span } from '../text/span';
import type { SectionForm } from './form/form';

/** A heading and the grid line on which it ends. */
export interface FoundHeading {
  readonly form: SectionForm;
  readonly span: Span;
  readonly named: boolean;
  readonly from: number;
  readonly index: number;
}

/** A line that looks like a heading. */
export interface Candidate extends FoundHeading {
  /** Number before the heading and how it is written. */
  readonly number: number | undefined;
  readonly style: 'chinese' | 'arabic' | 'bracketed' | 'none';
  /** How well the name fits: 3 the form's, 2 another known one, 1 nearly, 0 only the number. */
  readonly fit: number;
}
