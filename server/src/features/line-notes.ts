/**
 * A few words behind each row of a table in which something is found: 应为 55, 空白，填 0. For who does not look into a list of
 * problems; what they say at length is the finding's own message. Nothing is said of sentences: their lines are long enough.
 */
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import { lineAt } from '../text/lines';
import { format, type Message, msg, shortened } from '../text/message';
import { tableAt } from './locate';

export interface LineNote {
  readonly line: number;
  readonly notes: readonly Message[];
  readonly severity: Finding['severity'];
}

/** Notes that fit behind a line. */
const mostNotes = 2;
const longest = 20;

/** In the order of the text. */
export function lineNotes(report: Report, findings: readonly Finding[]): readonly LineNote[] {
  const lines = new Map<number, { notes: Message[]; severity: Finding['severity'] }>();
  for (const finding of findings) {
    if (!tableAt(report, finding.span.start) || finding.lacks) continue;
    const line = lineAt(report.lines, finding.span.start);
    const known = lines.get(line);
    const note = noteOf(report, finding);
    if (!known) lines.set(line, { notes: [note], severity: finding.severity });
    else if (!known.notes.some((other) => format(other) === format(note))) known.notes.push(note);
  }
  return [...lines].map(([line, { notes, severity }]) => ({ line, notes: notes.slice(0, mostNotes), severity }));
}

/** A note in the reader's language: of a finding's message its first clause, which says what it is. */
export function noteText(note: Message, translate?: (template: string) => string): string {
  return shortened(format(note, translate).split(/[；。：]|[;:] /)[0] ?? '', translate ? longest * 2 : longest);
}

function noteOf({ sums, tables }: Report, { subject, span, message }: Finding): Message {
  const sum = subject === 'identity' ? sums.find(({ state, stated }) => state === 'fails' && stated[0]?.cell.span === span) : undefined;
  if (sum?.computed !== undefined && sum.stated.length === 1) return msg('应为 {0}', sum.computed);
  if (sum) return msg('这一列不平衡');
  if (subject === 'blank' || subject === 'blank-table') return msg('空白，没有的填 0');
  const ragged = tables.flatMap((table) => table.ragged).find((row) => row.span === span);
  if (ragged) return msg('{0} 个数，应有 {1} 个', ragged.found, ragged.expected);
  return message;
}
