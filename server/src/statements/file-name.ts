/**
 * What the name of a file says of the report in it: the year reported on, and who reports. A name of numbers, a date of
 * publication or a folder's name says nothing.
 */

export interface NamedReport {
  readonly year: number | undefined;
  readonly agency: string | undefined;
}

/** A year that the report is named after, not one that stands alone: 2024年年报, not 2025-01-20. */
const years = /(20\d\d)年度?(?=[^0-9]*(?:信息公开|政务公开|年报|年度报告|工作报告))/g;
const agencies =
  /[一-鿿（）()]{1,40}?(?:政府办公[室厅]|人民政府|街道办事处|管委会|委员会|[局厅院委镇乡处]|苏木|街道|中心|支队|大队)(?=20\d\d年|政府信息公开|信息公开|$|[-_ ])/;

/** What `name`, a file's name without its folder, says. */
export function namedReport(name: string): NamedReport {
  const stem = name.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const found = [...stem.matchAll(years)].map(([, year]) => Number(year));
  const same = found.length > 0 && found.every((year) => year === found[0]);
  // In front of the year, or between it and what the report is called: 2024年云川县水务局政府信息公开年报.
  const parts = stem.split(/20\d\d年?度?/).map((part) => part.replace(/^[^一-鿿]*(?:附件\d*[:：.、-]?)?/, ''));
  const agency = parts.map((part) => agencies.exec(part)?.[0]).find((one) => one !== undefined);
  return { year: same ? found[0] : undefined, agency };
}
