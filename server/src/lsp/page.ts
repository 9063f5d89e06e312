/** `nianbao/page`: the report of a document as a web page to print. */
import { printablePage } from '../features/page/printable-page';
import type { Report } from '../report/report';
import type { Finding } from '../findings/finding';
import { format } from '../text/message';
import type { Translate } from './language';

/** Empty where the document is no report. */
export interface PageAnswer {
  readonly html?: string;
  /** The report's title, or the name of the document. */
  readonly title?: string;
}

/** The answer to `nianbao/page`. */
export function answerPage(
  uri: string,
  languageId: string,
  report: Report,
  findings: readonly Finding[],
  translate: Translate,
): PageAnswer {
  if (!report.recognized) return {};
  const name = nameIn(uri);
  const html = printablePage(report, findings, { markdown: languageId === 'markdown', name, say: (message) => format(message, translate) });
  return { html, title: report.title?.text ?? name };
}

/** The last part of the address without its suffix. */
function nameIn(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(last).replace(/\.[^.]*$/, '');
  } catch {
    return last;
  }
}
