/**
 * `check --fix` and `--dry-run`: mends the texts that are checked, as the editor's fix-all does, and writes them back in
 * their encoding, or prints what it would change. Findings are then those of the mended text.
 */
import { fixesOfAll } from '../features/actions/fix-all';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import type { Finding } from '../findings/finding';
import { applyEdits, type TextEdit } from '../text/edit';
import { msg, type Message } from '../text/message';
import type { Encoding } from '../text/encoding/decode';
import { reencode } from '../text/encoding/encode';
import { writingProblemOf } from './failure';
import type { Io } from './io';
import type { Output } from './standard-output';
import { type DocumentDraft, mendInCopy } from './mending';
import type { Options } from './options';
import { pathWithin } from './relative-path';
import type { Screen } from './screen';
import { unifiedDiff } from './unified-diff';
import { visible } from './visible';

/** A text as it was read and checked. */
export interface CheckedText {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly check: (report: Report) => readonly Finding[];
}

export interface Fixing {
  /** Mends `draft` where something can be mended. Gives the text as it then is. */
  mend(draft: CheckedText): Pick<CheckedText, 'report'>;
  /** The same of a document, in a copy. */
  mendDocument(draft: DocumentDraft): Promise<Pick<DocumentDraft, 'document' | 'report'>>;
  /** Whether anything was or would be mended. */
  readonly changes: boolean;
  /** Tells what was done in all. */
  close(): void;
}

export interface FixingContext {
  readonly io: Io;
  readonly screen: Screen;
  /** Where the screen prints. */
  readonly target: Output;
  readonly say: (message: Message) => string;
  /** Is told each file that could not be written. */
  readonly fail: (path: string, problem: Message) => void;
}

/** What the options ask for; undefined if nothing is to be mended. */
export function openFixing(options: Options, context: FixingContext): Fixing | undefined {
  const { fix, dryRun, unsafeFixes } = options;
  const { io, screen, target, say, fail } = context;
  if (!fix && !dryRun) return undefined;
  let files = 0;
  let places = 0;
  const write = ({ path, bytes, encoding, report }: CheckedText, after: string): boolean => {
    const result = reencode(bytes, encoding, report.text, after);
    if ('problem' in result) fail(path, result.problem);
    else {
      try {
        io.writeFile(path, result.bytes, bytes);
        return true;
      } catch (error) {
        fail(path, writingProblemOf(error));
      }
    }
    return false;
  };
  const show = (path: string, text: string, edits: readonly TextEdit[]): void => {
    const diff = unifiedDiff(pathWithin(io.currentFolder, path, io.currentFolder) ?? path, text, edits);
    screen.print(target.isTerminal ? painted(diff, !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb') : diff);
    files++;
    places += edits.length;
  };
  const extent = unsafeFixes ? 'all' : 'safe';
  return {
    get changes() {
      return files > 0;
    },
    mend(draft) {
      const { path, report } = draft;
      const edits = fixesOfAll(draft, extent);
      if (edits.length === 0) return draft;
      const after = applyEdits(report.text, edits);
      if (dryRun) show(path, report.text, edits);
      else if (write(draft, after)) screen.note(visible(say(msg('{0}：改了 {1} 处', path, edits.length))));
      else return draft;
      return { report: parse(after) };
    },
    async mendDocument(draft) {
      if (!dryRun) return mendInCopy(draft, options, context);
      const edits = fixesOfAll(draft, extent);
      if (edits.length > 0) show(draft.path, draft.report.text, edits);
      return draft;
    },
    close() {
      if (dryRun) screen.note(say(files === 0 ? msg('没有可以自动修正的问题') : msg('{0} 个文件可以改 {1} 处，都没有写入', files, places)));
    },
  };
}

const colours: Readonly<Record<string, number>> = { '-': 31, '+': 32, '@': 36 };

/** A diff for the eye: nothing in it acts on the terminal, but for the colours of its lines. */
function painted(diff: string, inColour: boolean): string {
  return diff.replace(/[^\n]+/g, (line) => {
    const harmless = line.split('\t').map(visible).join('\t');
    const colour = inColour ? colours[line[0] ?? ''] : undefined;
    return colour === undefined ? harmless : `\u001b[${colour}m${harmless}\u001b[0m`;
  });
}
