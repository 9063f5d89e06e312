/** `nianbao/nextCell`: where Tab goes in a Markdown table. */
import { markdownTableAt, nextCell } from '../../features/next-cell';
import type { Report } from '../../report/report';
import { offsetAt, rangeOf } from '../../text/lines';
import { answer } from '../own';
import type { NextCellAnswer, NextCellParams } from '../protocol';
import type { Session } from '../session';

const nowhere: NextCellAnswer = { inTable: false };

export function serveNextCell(session: Session): void {
  const { read, about } = session;
  answer(session, 'nianbao/nextCell', (asked) =>
    about<NextCellAnswer>(asked.uri, nowhere, (document, { enable }) => (enable ? answerNextCell(read.report(document), asked) : nowhere)),
  );
}

function answerNextCell(report: Report, { position, step }: NextCellParams): NextCellAnswer {
  const offset = offsetAt(report.lines, position);
  if (!markdownTableAt(report, offset)) return nowhere;
  const cell = nextCell(report, offset, step === -1 ? -1 : 1);
  return { inTable: true, ...(cell && { selection: rangeOf(report.lines, cell) }) };
}
