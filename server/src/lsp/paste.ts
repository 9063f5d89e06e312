/**
 * Tables between programs: `nianbao/paste`, what pasting the clipboard would insert, and `nianbao/copyTable`, the table at
 * the cursor as another program takes it.
 */
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { type Clipboard, readClipboard, type Remark } from '../features/paste/clipboard';
import { copyTable, tableMeant } from '../features/paste/copy-table';
import { paste, takesTables } from '../features/paste/paste';
import { tableName } from '../report/names';
import type { Report } from '../report/report';
import { type Target, targets } from '../report/writing/write-table';
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

/** Parameters of the request `nianbao/copyTable`. */
export interface CopyParams {
  readonly uri: string;
  readonly position: Position;
  readonly target: Target;
}

/** Empty where no table is meant. */
export interface CopyAnswer {
  /** Name of the table. */
  readonly table?: string;
  readonly text?: string;
  /** Why it is not copied. */
  readonly refused?: readonly { readonly range: Range; readonly message: string }[];
}

/** The answer to `nianbao/copyTable`. */
export function answerCopy({ report, translate }: PasteContext, { position, target }: CopyParams): CopyAnswer {
  const meant = tableMeant(report, offsetAt(report.lines, position));
  if (!meant) return {};
  const table = tableName(meant.form);
  const copied = copyTable(report, meant, targets.find((known) => known === target) ?? 'tabs');
  if ('text' in copied) return { table, text: copied.text };
  const refused = copied.refused.map(({ span, message }) => ({
    range: rangeOf(report.lines, span),
    message: format(msg('{0}没有复制：{1}', table, format(message, translate)), translate),
  }));
  return { table, refused };
}

/** The answer to `nianbao/paste`. */
export function answerPaste({ report, languageId, target, translate }: PasteContext, { range, html, text }: PasteParams): PasteAnswer {
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
