/**
 * A county department or a township that reports 100 000万元 of fees or more has most likely written 元. Silent for
 * governments of counties and cities, whose fees may be that high, and for whole numbers only.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { highFee, ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const suspectUnit: Rule = {
  id: 'suspect-unit',
  family: 'tables',
  title: '收费金额疑以元为单位',
  severity: 'hint',
  fixable: false,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.highFee,
  check(report) {
    if (!isSmall(report)) return nothing;
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      if (table.form.number !== 2 || table.form.edition !== 2021) continue;
      const cell = table.byId.get('收费')?.cells[0];
      if (cell?.value === undefined || cell.value < highFee || !Number.isInteger(cell.value)) continue;
      const message = msg('收费 {0} 万元，合 {1} 亿元，疑以元为单位；如是，应填 {2}', cell.value, cell.value / 10_000, cell.value / 10_000);
      (observations ??= []).push({ span: cell.span, message });
    }
    return observations ?? nothing;
  },
};

/** Whether so much money is out of question: a township, or a department whose name tells that it is a county's. */
function isSmall({ agency, title }: Report): boolean {
  const name = title?.agency ?? '';
  return (
    agency === 'township' ||
    (agency === 'department' &&
      /[县旗区]/.test(name.replace(/自治区|新区|开发区|自贸区|高新区|经开区|特区|地区/g, '')) &&
      !/省|厅/.test(name))
  );
}

const nothing: readonly Observation[] = [];
