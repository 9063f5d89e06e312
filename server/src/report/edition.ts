/** Which of the two forms a report is to follow: told by the year that it reports on. */
import { firstYear, type TableForm, tablesOf2019, tablesOf2021 } from './form/form';

/** The tables of a report on `year`. One of an unknown year is taken for one of today. */
export function tablesFor(year: number | undefined): readonly TableForm[] {
  return (year ?? firstYear) < firstYear ? tablesOf2019 : tablesOf2021;
}
