/**
 * Tables between programs: `nianbao/paste`, what pasting the clipboard would insert, and `nianbao/copyTable`, the table at
 * the cursor as another program takes it.
 */
import type { Range, TextEdit } from 'vscode-languageserver';
import { type Clipboard, readClipboard, type Remark } from '../features/clipboard';
import { paste, takesTables } from '../features/paste';
import { tableName } from '../report/names';
import type { Report } from '../report/report';
import type { Target } from '../report/write-table';
import { offsetAt, rangeOf } from '../text/lines';
import { format, msg } from '../text/message';
import type { Translate } from './language';

/** Parameters of the request `nianbao/paste`. */
export interface PasteParams extends Clipboard {
  readonly uri: string;
  /** The selection, which may be empty. */
  readonly range: Range;
}

export interface PasteAnswer {
  /** Absent where the clipboard holds no table of a report, or none that could be written here. */
  readonly offer?: { readonly title: string; readonly edit: TextEdit; readonly preferred: boolean };
  /** Why there is no offer, or what the pasted tables lack. */
  readonly told: readonly string[];
}

export interface PasteContext {
  readonly report: Report;
  readonly languageId: string;
  readonly target: Target;
  readonly translate: Translate;
}

/** The answer to `nianbao/paste`. */
export function answerPaste({ report, languageId, target, translate }: PasteContext, { range, html, text }: PasteParams): PasteAnswer {
  if (!takesTables(report)) return { told: [] };
  const read = readClipboard({ ...(html !== undefined && { html }), ...(text !== undefined && { text }) }, { target, spaced: languageId === 'markdown' });
  if (!read) return { told: [] };
  const tell = ({ table, message }: Remark): string => {
    const words = format(message, translate);
    return table ? format(msg('{0}：{1}', tableName(table), words), translate) : words;
  };
  if ('reasons' in read) return { told: read.reasons.map(tell) };
  const { offer, reason } = paste(report, { start: offsetAt(report.lines, range.start), end: offsetAt(report.lines, range.end) }, read, target);
  if (!offer) return { told: reason ? [format(reason, translate)] : [] };
  const { title, edit, preferred } = offer;
  return {
    offer: { title: format(title, translate), edit: { range: rangeOf(report.lines, edit.span), newText: edit.newText }, preferred },
    told: read.missing.map(tell),
  };
}
