/** What a printer is: it turns the result of one file after another into text for standard output. */
import type { Finding } from '../rules/rule';
import type { LineIndex } from '../text/lines';

export interface FileResult {
  readonly path: string;
  /** Whether the text is taken for a report or a part of one. If not, there are no findings. */
  readonly report: boolean;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
}

export interface Summary {
  readonly files: number;
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

export interface Printer {
  /** The text of one file; empty if there is nothing to say about it. Files come in the order of their paths. */
  file(result: FileResult): string;
  /** What follows the last file. */
  end(summary: Summary): string;
}
