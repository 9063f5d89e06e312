/**
 * What to tell about a text at a glance: whether it is taken for a report and why, and how many findings it has.
 */
import type { Report } from '../report/report';
import type { Finding } from '../findings/finding';
import { isToDo } from './to-do';
import { isGarbled } from '../text/garbled';
import type { Message } from '../text/message';
import { msg } from '../text/message';

export interface Status {
  /** Whether the text is taken for a report. */
  readonly report: boolean;
  /** Whether it was decoded by the wrong encoding. */
  readonly garbled: boolean;
  /** Why it is taken for a report, or is not. */
  readonly why: Message;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  readonly year?: number;
  /** The agency that the title names. */
  readonly unit?: string;
  /** Identities that fail. */
  readonly fails?: number;
  /** Places that are still to be filled in, where that is no mistake; counted in `information` too. */
  readonly toDo?: number;
}

/**
 * The status of a text from its report and the findings in it.
 * @param taken whether the user said that it is a report.
 */
export function status(report: Report, findings: readonly Finding[], taken = false): Status {
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const toDo = findings.filter(isToDo).length;
  const garbled = !report.recognized && isGarbled(report.text);
  return {
    report: report.recognized,
    garbled,
    why: garbled ? msg('文字是乱码，文件多半是用 GB18030（GBK）编码保存的') : why(report, taken),
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
    ...(report.recognized && {
      ...(report.year !== undefined && { year: report.year }),
      ...(report.title?.agency && { unit: report.title.agency }),
      fails: report.sums.filter(({ state }) => state === 'fails').length,
      ...(toDo > 0 && { toDo }),
    }),
  };
}

/** The status of a text that is not looked at, for the reason given. */
export function idle(reason: Message): Status {
  return { report: false, garbled: false, why: reason, errors: 0, warnings: 0, information: 0, hints: 0 };
}

function why({ recognition, year, sections, tables }: Report, taken: boolean): Message {
  if (taken) return msg('已指定作为年报：认出 {0} 个部分的标题、{1} 张表', sections.length, tables.length);
  if (!recognition.report) return recognition.reason;
  return year === undefined
    ? msg('认出 {0} 个部分的标题、{1} 张表', sections.length, tables.length)
    : msg('{2} 年的年报：认出 {0} 个部分的标题、{1} 张表', sections.length, tables.length, year);
}
