/** Stands for the reader of PDFs where there is none: in the browser, for which its library is too large. */
import { msg } from '../../text/message';
import { type ReadDocument, UnreadableDocument } from '../document';

export function readPdf(): Promise<ReadDocument> {
  return Promise.reject(new UnreadableDocument(msg('这里读不了 PDF；请用命令行或桌面版的 VS Code，或改用 Word 版')));
}
