/**
 * `nianbao/folderOutput`: what leaves the office, made from the reports of the folder as they are now: the list of a review, the return note
 * for a report, the sum of the year, the superior's report beside it. The same as `nianbao review` and `nianbao total` write.
 */
import { placeOf } from '../../documents/place';
import type { Sheet } from '../../documents/writing/sheet';
import { numbersSheet } from '../../features/folder/numbers-sheet';
import { noteLines, noteText, returnNote, type ReturnNote } from '../../features/folder/return-note';
import { latestYear } from '../../features/folder/review';
import { numbersOf } from '../../features/folder/review-numbers';
import { reviewPage } from '../../features/folder/review-page';
import { reviewSheet } from '../../features/folder/review-sheet';
import { total, type Total } from '../../features/folder/total';
import { totalSheets } from '../../features/folder/total-sheets';
import { heldMarkdown, notes, totalMarkdown } from '../../features/folder/total-text';
import { format, type Message, msg } from '../../text/message';
import { toBase64 } from '../base64';
import { addressKey } from '../folder/address';
import type { FolderFile } from '../folder/folder-file';
import { answer } from '../own';
import type { FolderOutput, FolderOutputParams } from '../protocol';
import type { Session } from '../session';
import { reviewOf } from './folder-list';

export function serveFolderOutput(session: Session): void {
  answer(session, 'nianbao/folderOutput', async (asked) => {
    const { index } = session;
    if (index.state() !== 'ready') await index.check();
    if (asked.what === 'note') return noteOutput(session, asked);
    const year = asked.year ?? latestYear(index.collection());
    return year === undefined ? {} : ofYear(session, { ...asked, year });
  });
}

type OfYear = Exclude<FolderOutputParams, { readonly what: 'note' }> & { readonly year: number };

async function ofYear(session: Session, { what, kind, year }: OfYear): Promise<FolderOutput> {
  const { index, translate } = session;
  const say = (message: Message): string => format(message, translate);
  if (what === 'review') {
    const list = reviewOf(session, year);
    const numbers = numbersOf(index.collection(), list);
    const name = say(msg('{0}年审核表', year));
    if (kind === 'html') return { name, text: reviewPage(list, say, numbers) };
    return { name, content: await workbook([reviewSheet(list, say), numbersSheet(numbers, say)]) };
  }
  const unreadable = [...index.files().values()].filter(({ problem }) => problem !== undefined).map(({ path }) => path);
  const sum: Total = total(index.collection(), year, unreadable);
  const told = { notes: notes(sum, say).map(say) };
  if (what === 'comparison') return { name: say(msg('{0}年汇总对照', year)), text: heldMarkdown(sum, say), ...told };
  const name = say(msg('{0}年汇总', year));
  if (kind === 'md') return { name, text: totalMarkdown(sum), ...told };
  return { name, content: await workbook(totalSheets(sum, say)), ...told };
}

async function workbook(sheets: readonly Sheet[]): Promise<string> {
  const { writeWorkbook } = await import('../../documents/writing/workbook');
  return toBase64(await writeWorkbook(sheets));
}

async function noteOutput(session: Session, { uri, kind }: Extract<FolderOutputParams, { what: 'note' }>): Promise<FolderOutput> {
  const file = session.index.file(addressKey(uri));
  const note = file && (await noteFor(session, file));
  if (!note) return {};
  const name = `${note.unit}退回意见`;
  if (kind === 'txt') return { name, text: noteText(note) };
  const { writeExport } = await import('../../documents/writing/write');
  const lines = noteLines(note);
  return { name, content: toBase64(await writeExport(lines, 'docx', lines[0]?.text ?? '')) };
}

async function noteFor(session: Session, file: FolderFile): Promise<ReturnNote | undefined> {
  const { index, pages, options, connection } = session;
  const submission = index.collection().submissions.find(({ path }) => path === file.path);
  if (!submission) return undefined;
  const { findings } = index.shown(file);
  const texts = new Map<string, string>();
  // What a rule is based on stands on its page, which the client has.
  if (options.files)
    for (const code of new Set(findings.map((finding) => finding.code))) {
      const read = await connection.sendRequest<{ text: string } | null>('nianbao/readFile', { uri: `${pages}/${code}.md` });
      if (read) texts.set(code, read.text);
    }
  const report = index.reportOf(file);
  const { document } = file;
  return returnNote({
    unit: submission.unit,
    year: submission.year,
    report,
    findings,
    decisions: file.settings.decisions,
    pageOf: (id) => texts.get(id),
    ...(document && {
      placeOf: ({ span }) =>
        placeOf(document, report, span)
          .map((message) => format(message))
          .join(' · '),
    }),
  });
}
