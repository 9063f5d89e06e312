/** `nianbao/page`: the report of a document as a web page to print. What makes pages is loaded when the first one is asked for. */
import { format, type Message } from '../../text/message';
import { nameIn } from '../convert';
import { answer } from '../own';
import type { PageAnswer } from '../protocol';
import type { Session } from '../session';

export function servePage(session: Session): void {
  const { translate, read, about } = session;
  answer(session, 'nianbao/page', async ({ uri, lines }) => {
    const { printablePage } = await import('../../features/page/printable-page');
    return about<PageAnswer>(uri, {}, (document, known) => {
      const { report, findings } = read.check(document, known);
      if (!report.recognized) return {};
      const name = nameIn(uri).replace(/\.[^.]*$/, '');
      const options = {
        markdown: document.languageId === 'markdown',
        name,
        lines: lines === true,
        say: (message: Message) => format(message, translate),
      };
      return { html: printablePage(report, findings, options), title: report.title?.text ?? name };
    });
  });
}
