/**
 * What the client is told of a document's status: asked for with `nianbao/status`, and told with `nianbao/statusChanged` when
 * a check gives another one than was last told.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { idle, status } from '../../features/status';
import { msg } from '../../text/message';
import { toStatusParams } from '../convert';
import { answer } from '../own';
import type { Status } from '../protocol';
import type { Checked } from '../documents';
import { type LeftTables, leftTables } from './left-tables';
import type { Session } from '../session';
import type { Settings } from '../settings';

export interface Statuses {
  /** Why formatting has left tables as they are, for the status. */
  readonly left: LeftTables;
  /** The document's findings (undefined: it is too long to be read), and a word to the client where its status is not what was last told. */
  checkAndTell(document: TextDocument, known: Settings): Checked | undefined;
}

/** Answers and tells statuses. */
export function serveStatuses({
  connection,
  guarded,
  options,
  translate,
  documents,
  verdicts,
  read,
  isPage,
  excess,
  aboutOpen,
}: Session): Statuses {
  const told = new Map<string, string>();
  const left = leftTables(translate);

  const statusOf = (document: TextDocument, { report, findings, silenced }: Checked, { enable, severities }: Settings): Status => {
    const reason = verdicts.isNone(document.uri) ? msg('已指定不检查这个文件') : msg('在设置或 .nianbao.json 中关闭了检查');
    const isTaken = verdicts.isReport(document);
    return {
      ...toStatusParams(document.uri, enable ? status(report, findings, isTaken) : idle(reason), translate, left.of(document)),
      ...(silenced > 0 && { silenced }),
      goesBy: { taken: isTaken, enable, severities },
    };
  };

  const lookAt = (document: TextDocument, known: Settings): { checked: Checked | undefined; now: () => Status } => {
    const reason = excess(document, known);
    if (reason) return { checked: undefined, now: () => toStatusParams(document.uri, idle(reason), translate) };
    const checked = read.check(document, known);
    return { checked, now: () => statusOf(document, checked, known) };
  };

  const checkAndTell = (document: TextDocument, known: Settings): Checked | undefined => {
    const looked = lookAt(document, known);
    if (options.status) {
      const now = looked.now();
      const words = JSON.stringify(now);
      if (told.get(document.uri) !== words) {
        told.set(document.uri, words);
        guarded.sent('nianbao/statusChanged', connection.sendNotification('nianbao/statusChanged', now));
      }
    }
    return looked.checked;
  };

  documents.onDidClose(guarded.event('textDocument/didClose', ({ document: { uri } }) => told.delete(uri)));
  answer({ connection, guarded }, 'nianbao/status', ({ uri }) =>
    aboutOpen(uri, toStatusParams(uri, idle(isPage(uri) ? msg('这是一条规则的说明页') : msg('没有打开')), translate), (document, known) =>
      lookAt(document, known).now(),
    ),
  );

  return { left, checkAndTell };
}
