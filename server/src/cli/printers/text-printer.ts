import type { Severity } from '../../findings/finding';
import { positionAt } from '../../text/lines';
import { msg, type Message } from '../../text/message';
import { displayWidth } from '../../text/width';
import type { FileResult, Printer, Summary } from './printer';
import { severityNames } from './severity';
import { visible, visibleName } from '../visible';
import { pad, widest } from '../width';

export interface TextStyle {
  readonly colour: boolean;
  /** Width of the terminal in cells; undefined if unknown. */
  readonly columns: number | undefined;
}

/** A printer for people. */
export function textPrinter(say: (message: Message) => string, style: TextStyle): Printer {
  const paint: Paint = style.colour ? colour : (_: Colour, text: string) => text;
  return {
    file(result) {
      if (result.findings.length === 0) return '';
      return `${paint('underline', visibleName(result.path))}\n${linesOf(result, say, style, paint)}\n`;
    },
    end(summary) {
      if (summary.files === 0) return '';
      return `${paint(summary.errors > 0 ? 'red' : summary.warnings > 0 ? 'yellow' : 'green', summaryOf(summary, say))}\n`;
    },
  };
}

type Paint = (name: Colour, text: string) => string;
type Colour = 'red' | 'yellow' | 'green' | 'blue' | 'dim' | 'underline';

const colours: Readonly<Record<Colour, number>> = { red: 31, yellow: 33, green: 32, blue: 34, dim: 2, underline: 4 };

const severityColours: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** A message wider than this many cells moves its rule to the right instead of all others. */
const widestMessage = 88;

function linesOf(
  { findings, report: { lines }, document }: FileResult,
  say: (message: Message) => string,
  style: TextStyle,
  paint: Paint,
): string {
  const rows = findings.map((finding) => {
    const { line, character } = positionAt(lines, finding.span.start);
    return {
      finding,
      place: document ? visible(document.placeOf(finding.span)) : `${line + 1}:${character + 1}`,
      severity: say(severityNames[finding.severity]),
      message: visible(say(finding.message)),
    };
  });
  const placeWidth = widest(rows, (row) => displayWidth(row.place));
  const severityWidth = widest(rows, (row) => displayWidth(row.severity));
  const codeWidth = widest(rows, (row) => row.finding.code.length);
  const room =
    style.columns === undefined ? widestMessage : Math.min(widestMessage, style.columns - placeWidth - severityWidth - codeWidth - 8);
  const messageWidth = Math.min(
    room,
    widest(rows, (row) => displayWidth(row.message)),
  );
  let text = '';
  for (const { finding, place, severity, message } of rows) {
    text += `  ${paint('dim', pad(place, placeWidth))}  ${paint(severityColours[finding.severity], pad(severity, severityWidth))}  `;
    text += `${pad(message, messageWidth)}  ${paint('dim', finding.code)}\n`;
  }
  return text;
}

function summaryOf({ files, reports, errors, warnings, information, hints }: Summary, say: (message: Message) => string): string {
  const counted = say(msg('{0} 个文件，其中 {1} 份年报', files, reports));
  const found = [
    ...(errors + warnings > 0 ? [msg('{0} 个错误', errors), msg('{0} 个警告', warnings)] : []),
    ...(information > 0 ? [msg('{0} 条信息', information)] : []),
    ...(hints > 0 ? [msg('{0} 条提示', hints)] : []),
  ];
  if (reports === 0) return counted;
  return say(msg('{0}：{1}', counted, found.length === 0 ? say(msg('没有发现问题')) : found.map(say).join(say(msg('，')))));
}

function colour(name: Colour, text: string): string {
  return `\u001b[${colours[name]}m${text}\u001b[0m`;
}
