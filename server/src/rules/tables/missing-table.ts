/** Sections two, three and four each hold a table. Silent for the last section of a text that breaks off. */
import { insertTable } from '../../report/writing/insert-table';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';
import { headingOf } from '../../findings/wording';

export const missingTable: Rule = {
  id: 'missing-table',
  family: 'tables',
  title: '缺少表格',
  severity: 'error',
  fixable: true,
  sleeps: true,
  signs: ReportSign.missingTable,
  check(report) {
    const { sections, tables, unfinished } = report;
    const seen = new Set(tables.map(({ form }) => form.number));
    const observations: Observation[] = [];
    for (const section of unfinished ? sections.slice(0, -1) : sections) {
      const { heading, form } = section;
      if (form.table === undefined || seen.has(form.table)) continue;
      seen.add(form.table);
      const edit = insertTable(report, section);
      observations.push({
        span: heading,
        lacks: { kind: 'table', number: form.table },
        message: msg('本节没有找到表，「{0}」应以表格形式报告', headingOf(form)),
        // A table of zeros states figures, so it is never put in unasked.
        ...(edit && { fix: { title: msg('在「{0}」下面加上各格都是 0 的表', headingOf(form)), safe: false, edits: [edit] } }),
      });
    }
    return observations;
  },
};
