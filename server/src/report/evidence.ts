/** What is weighed to tell a report on open government information from other texts, and what it is found in. */
import type { Message } from '../text/message';
import type { Report } from './report';

/** What a text was found to hold. */
export type Contents = Pick<Report, 'text' | 'title' | 'year' | 'sections' | 'tables'>;

/** The same with what several readers ask of it. */
export interface Shown extends Contents {
  /** The sections whose headings only these reports have, by their names. */
  readonly own: ReadonlySet<string>;
}

/** Something that speaks for a report (weight above 0) or against one. */
export interface Evidence {
  readonly weight: number;
  readonly reason: Message;
}

/** How far a report may go on before it says what it is. */
export const openingLength = 1200;
