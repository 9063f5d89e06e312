/** `nianbao/newReport`: the text of a new report. */
import { ErrorCodes, ResponseError } from '../library';
import { newReport } from '../../features/new-report';
import { firstYear } from '../../report/form/form';
import { indexLines, rangeOf } from '../../text/lines';
import { answer } from '../own';
import type { NewReportAnswer } from '../protocol';
import type { Session } from '../session';
import { isObject } from '../support';

export function serveNewReport(session: Session): void {
  answer(session, 'nianbao/newReport', answerNewReport);
}

/**
 * The answer to `nianbao/newReport` {agency, year, format: markdown | text}.
 * @throws ResponseError if there is no agency, or no year of the form of 2021.
 */
export function answerNewReport(params: unknown): NewReportAnswer {
  const { agency, year, format } = isObject(params) ? params : {};
  if (
    typeof agency !== 'string' ||
    agency.trim() === '' ||
    typeof year !== 'number' ||
    !Number.isInteger(year) ||
    year < firstYear ||
    year > 2099
  ) {
    throw new ResponseError(ErrorCodes.InvalidParams, 'nianbao/newReport: agency and year (2021–2099) are wanted');
  }
  const { text, first } = newReport({ agency, year, format: format === 'text' ? 'text' : 'markdown' });
  return { text, selection: rangeOf(indexLines(text), first) };
}
