/**
 * `check --fix` on a Word file: what can be mended goes into a copy beside it, 报告（已改）.docx; the file itself is never written
 * to. Each change is told. Other kinds of documents cannot be mended, which is told where there would be something to do.
 */
import { placeOf } from '../documents/place';
import { fixesOfAll } from '../features/actions/fix-all';
import { type MendedDocument, mendWordFile } from '../features/mend-document';
import type { Finding } from '../findings/finding';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import { msg, type Message } from '../text/message';
import { writingProblemOf } from './failure';
import type { Io } from './io';
import type { OpenedDocument } from '../documents/open';
import type { Options } from './options';
import type { Screen } from './screen';
import { visible } from './visible';

export interface DocumentDraft {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly document: OpenedDocument;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly check: (report: Report) => readonly Finding[];
}

interface MendingContext {
  readonly io: Io;
  readonly screen: Screen;
  readonly say: (message: Message) => string;
  readonly fail: (path: string, problem: Message) => void;
}

/** Mends the file in a copy. Gives what is left: the copy as it is read, or the draft where nothing was written. */
export async function mendInCopy(
  draft: DocumentDraft,
  options: Options,
  context: MendingContext,
): Promise<Pick<DocumentDraft, 'document' | 'report'>> {
  const { path, bytes, document, report, findings, check } = draft;
  const { screen, say, fail } = context;
  const extent = options.unsafeFixes ? 'all' : 'safe';
  const note = (message: Message) => screen.note(visible(say(message)));
  if (document.kind !== 'docx') {
    if (fixesOfAll(draft, extent).length > 0) note(msg('{0}：不能写回这种文件；请用 nianbao convert 另存为 .docx 或 .md 再改', path));
    return draft;
  }
  const author = '年报校对';
  const date = new Date().toISOString().replace(/\.\d+/, '');
  const comments = options.comments ? findings.map(({ span, message }) => ({ offset: span.start, text: say(message), author, date })) : [];
  const mended = await mendWordFile({ document, bytes }, { report, findings, check }, extent, {
    ...(options.trackChanges && { track: { author, date } }),
    comments,
  });
  if (!mended) return draft;
  if ('problem' in mended) {
    fail(path, mended.problem);
    return draft;
  }
  if (mended.changes.length > 0 || comments.length > 0) {
    const copy = write(path, mended, context);
    if (copy === undefined) return draft;
    note(msg('{0}：改了 {1} 处，写入 {2}，原文件没有动', path, mended.changes.length, copy));
    for (const change of mended.changes) {
      const place = placeOf(document, report, change.span).map(say).join(' · ');
      note(msg('  {0}：{1} → {2}', place, change.before === '' ? say(msg('空白')) : change.before, change.after));
    }
  }
  if (mended.left.length > 0) note(msg('{0}：另有 {1} 处要增删行或段落，请在 Word 里改', path, mended.left.length));
  return { document: mended.document, report: parse(mended.document.text) };
}

/** Writes the copy under a name that is not taken yet. */
function write(path: string, { bytes }: MendedDocument, { io, fail }: MendingContext): string | undefined {
  const dot = path.lastIndexOf('.');
  const [stem, extension] = [path.slice(0, dot), path.slice(dot)];
  for (let number = 1; number < 100; number++) {
    const copy = `${stem}（已改${number > 1 ? number : ''}）${extension}`;
    if (isTaken(copy, io)) continue;
    try {
      io.writeFile(copy, bytes);
      return copy;
    } catch (error) {
      fail(copy, writingProblemOf(error));
      return undefined;
    }
  }
  fail(path, msg('改过的副本太多，请先整理'));
  return undefined;
}

function isTaken(path: string, io: Io): boolean {
  try {
    io.kindOf(path);
    return true;
  } catch {
    return false;
  }
}
