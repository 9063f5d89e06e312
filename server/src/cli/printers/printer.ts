/** What a printer is: it turns the result of one file after another into text for standard output. */
import type { Report } from '../../report/report';
import type { Finding } from '../../findings/finding';
import type { Silenced } from '../../features/silence/fingerprints';
import type { DocumentPlaces } from '../../features/file-json';
import type { Encoding } from '../../text/encoding/decode';

export interface FileResult {
  readonly path: string;
  readonly encoding: Encoding;
  /** The text as it was read. If it is not taken for a report or a part of one, there are no findings. */
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Works out and proves the fixes of findings; undefined where that was done before. */
  readonly told?: (findings: readonly Finding[]) => readonly Finding[];
  /** The findings that are left out because it was decided so beside the text. */
  readonly silenced?: readonly Silenced[];
  /** Where a text that was read from a document stands in it; undefined for a file that is text itself. */
  readonly document?: DocumentPlaces;
  /** The text is above the size limit and was not read. */
  readonly tooLarge?: true;
}

export interface Summary {
  readonly files: number;
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** Findings that reviewers decided not to see again; undefined where no file of decisions is in force. */
  readonly silenced?: number;
}

export interface Printer {
  /** The text of one file; empty if there is nothing to say about it. Files come in the order of their paths. */
  file(result: FileResult): string;
  /** The text about a file that could not be checked, beside what standard error says of it. Left out: none. */
  failure?(path: string, problem: string): string;
  /** Of a printer whose text about a file depends on nothing but the file. */
  readonly repeating?: RepeatingPrinter;
  /** What follows the last file. */
  end(summary: Summary): string;
}

/** What prints files apart from each other, so that the text about one can be printed again in a later run. */
export interface RepeatingPrinter {
  /** What is printed of a file besides its path. */
  told(result: FileResult): string;
  /** The text about a file of which `told` is to be printed. */
  again(path: string, told: string): string;
}

/** Says nothing: where findings are not asked for. */
export const silentPrinter: Printer = { file: () => '', end: () => '' };
