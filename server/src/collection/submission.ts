/** A report that was handed in: its file, its unit and year, and why one of several versions counts. Values only. */
import type { LineIndex } from '../text/lines';
import type { Digest } from './digest';

/** Why one version counts and another does not. */
export interface Reason {
  readonly by: 'name' | 'signature' | 'time' | 'path';
  /** The words of the name, or the date; empty for the others. */
  readonly words: string;
}

/** A file as it was read. */
export interface Filing {
  readonly path: string;
  readonly digest: Digest;
  readonly lines: LineIndex;
  /** When the file was last written, in milliseconds; undefined if that is not known. */
  readonly modified?: number | undefined;
}

/** A report with its unit and year. */
export interface Submission extends Filing {
  /** The unit's name: the roster's, else the one in the title or in the file's name. */
  readonly unit: string;
  readonly year: number;
}

/** Several reports of one unit and year with different figures. */
export interface Doubles {
  readonly kept: Submission;
  readonly left: readonly { readonly submission: Submission; readonly reason: Reason }[];
}
