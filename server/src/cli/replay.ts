/**
 * `check --cache --format json` over files that have not changed: what was printed of them is printed again. Nothing is looked at but
 * the bytes of a file, and of what was found in it only how much. Where more than the file and its settings decides what is told of it,
 * this is not asked.
 */
import type { Severity } from '../findings/finding';
import type { Cache } from './cache';
import type { Job } from './jobs';
import type { FileResult, RepeatingPrinter } from './printers/printer';
import type { ProjectSettings } from './project-config';

/** What was told of a file: how many findings of each severity, and in which words. */
export interface Told extends Readonly<Record<Severity, number>> {
  readonly recognized: boolean;
  readonly text: string;
}

export interface Replay {
  /** What was told of a file in an earlier run, undefined where nobody knows. @throws a system error. */
  find(job: Job, settings: ProjectSettings): Told | undefined;
  /** The text about a file that was found so. */
  again(path: string, told: Told): string;
  /** The text about a file that was checked, which is kept under its `key`. */
  print(result: FileResult, key: string): string;
}

export function openReplay(cache: Cache, printer: RepeatingPrinter, language: string): Replay {
  return {
    find(job, settings) {
      const bytes = job.readShort();
      const told = bytes && cache.getPrinted(cache.keyOf(job.path, bytes, settings), language);
      return told && isTold(told) ? told : undefined;
    },
    again: (path, { text }) => printer.again(path, text),
    print(result, key) {
      const text = printer.told(result);
      const told: Told = { recognized: result.report.recognized, text, ...countOf(result) };
      cache.putPrinted(key, language, told);
      return printer.again(result.path, text);
    },
  };
}

/** How many findings of each severity there are. */
export function countOf({ findings }: Pick<FileResult, 'findings'>): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function isTold(value: Partial<Told>): value is Told {
  const { recognized, text, error, warning, information, hint } = value;
  return typeof recognized === 'boolean' && typeof text === 'string' && [error, warning, information, hint].every(Number.isInteger);
}
