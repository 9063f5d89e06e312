/**
 * Whether a table follows the trial form of 2019 where the form of 2021 is due. Such a table is one finding
 * (outdated-form); rules on the rows and wording of the form keep quiet about it.
 */
import { firstYear } from '../report/form/form';
import type { Report, Table } from '../report/report';

/** A report of an unknown year is taken for one of today. */
export function isOutdated(report: Report, table: Table): boolean {
  return table.form.edition === 2019 && (report.year ?? firstYear) >= firstYear;
}
