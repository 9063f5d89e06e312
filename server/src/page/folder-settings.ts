/**
 * The `.nianbao.json` and `.nianbao-review.json` among the files that were chosen: what each chooses or decides for the files in its
 * folder and below, as the command line goes by the nearest one of each. Reads their text; which file is one, the page says.
 */
import type { Unit } from '../collection/roster';
import { type CheckSettings, settle } from '../features/choices/settings';
import { type Config, readConfig } from '../features/choices/config';
import { type Decision, readReviewFile, reviewFileName } from '../features/silence/review-file';
import { indexLines, positionAt } from '../text/lines';
import { type Message, msg } from '../text/message';

export interface FileSettings extends CheckSettings {
  /** The same list for all files that go by one roster; undefined: none. */
  readonly units: readonly Unit[] | undefined;
  /** What people decided about single findings; undefined where no file of decisions is in force. */
  readonly decisions: readonly Decision[] | undefined;
}

export interface FolderSettings {
  /** Takes the content of such a file; gives what is wrong in it, with its line, counted from 1. */
  take(name: string, bytes: Uint8Array): readonly { readonly line: number; readonly message: Message }[];
  of(name: string): FileSettings;
}

export function openFolderSettings(): FolderSettings {
  const configs = new Map<string, Config>();
  const decided = new Map<string, readonly Decision[]>();
  const known = new Map<string, FileSettings>();
  const inFolder = (folder: string): FileSettings => {
    const before = known.get(folder);
    if (before) return before;
    const own = configs.get(folder);
    const above = folder === '' ? { ...settle(), units: undefined, decisions: undefined } : inFolder(folderOf(folder));
    const decisions = decided.get(folder) ?? above.decisions;
    const settings = own ? { ...settle(own.choices), units: own.units ?? above.units, decisions } : { ...above, decisions };
    known.set(folder, settings);
    return settings;
  };
  return {
    take(name, bytes) {
      const text = new TextDecoder().decode(bytes);
      known.clear();
      if (name.endsWith(reviewFileName)) {
        const decisions = readReviewFile(text);
        decided.set(folderOf(name), decisions ?? []);
        return decisions ? [] : [{ line: 1, message: msg('读不出校对决定，没有照它静默') }];
      }
      const config = readConfig(text);
      configs.set(folderOf(name), config);
      const lines = indexLines(text);
      return config.problems.map(({ span, message }) => ({ line: positionAt(lines, span.start).line + 1, message }));
    },
    of: (name) => inFolder(folderOf(name)),
  };
}

/** The folder of a path; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
