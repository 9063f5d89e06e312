/** `nianbao/paste`: what pasting the clipboard would insert. */
import { readClipboard, type Remark } from '../../features/paste/clipboard';
import { paste, takesTables } from '../../features/paste/paste';
import { tableName } from '../../report/names';
import type { Report } from '../../report/report';
import type { TableFormat } from '../../report/writing/table-format';
import { offsetAt, rangeOf } from '../../text/lines';
import { format, msg } from '../../text/message';
import type { Translate } from '../language';
import { targetFor } from '../normalize-settings';
import { answer } from '../own';
import type { PasteAnswer, PasteParams } from '../protocol';
import type { Session } from '../session';

export function servePaste(session: Session): void {
  const { translate, read, about } = session;
  answer(session, 'nianbao/paste', (asked) =>
    about<PasteAnswer>(asked.uri, { told: [] }, (document, { enable, normalize }) => {
      if (!enable) return { told: [] };
      const { languageId } = document;
      return answerPaste({ report: read.report(document), languageId, target: targetFor(languageId, normalize), translate }, asked);
    }),
  );
}

interface PasteContext {
  readonly report: Report;
  readonly languageId: string;
  readonly target: TableFormat;
  readonly translate: Translate;
}

function answerPaste({ report, languageId, target, translate }: PasteContext, { range, html, text }: PasteParams): PasteAnswer {
  if (!takesTables(report)) return { told: [] };
  const read = readClipboard(
    { ...(html !== undefined && { html }), ...(text !== undefined && { text }) },
    { target, spaced: languageId === 'markdown' },
  );
  if (!read) return { told: [] };
  const tell = ({ table, message }: Remark): string => {
    const words = format(message, translate);
    return table ? format(msg('{0}：{1}', tableName(table), words), translate) : words;
  };
  if ('reasons' in read) return { told: read.reasons.map(tell) };
  const { offer, reason } = paste(
    report,
    { start: offsetAt(report.lines, range.start), end: offsetAt(report.lines, range.end) },
    read,
    target,
  );
  if (!offer) return { told: reason ? [format(reason, translate)] : [] };
  const { title, edit, preferred } = offer;
  return {
    offer: { title: format(title, translate), edit: { range: rangeOf(report.lines, edit.span), newText: edit.newText }, preferred },
    told: read.missing.map(tell),
  };
}
