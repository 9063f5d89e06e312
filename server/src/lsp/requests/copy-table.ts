/** `nianbao/copyTable`: the table at the cursor as another program takes it. */
import { copyTable, tableMeant } from '../../features/paste/copy-table';
import { tableName } from '../../report/names';
import type { Report } from '../../report/report';
import { targets } from '../../report/writing/table-format';
import { offsetAt, rangeOf } from '../../text/lines';
import { format, msg } from '../../text/message';
import type { Translate } from '../language';
import { answer } from '../own';
import type { CopyAnswer, CopyParams } from '../protocol';
import type { Session } from '../session';

export function serveCopyTable(session: Session): void {
  const { translate, read, about } = session;
  answer(session, 'nianbao/copyTable', (asked) =>
    about<CopyAnswer>(asked.uri, {}, (document, { enable }) => (enable ? answerCopy(read.report(document), asked, translate) : {})),
  );
}

function answerCopy(report: Report, { position, target }: CopyParams, translate: Translate): CopyAnswer {
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
