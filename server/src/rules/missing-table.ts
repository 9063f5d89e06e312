/** Sections two, three and four each hold a table. Silent for the last section of a text that breaks off. */
import { msg } from '../text/message';
import type { Observation, Rule } from './rule';
import { headingOf } from './wording';

export const missingTable: Rule = {
  id: 'missing-table',
  title: '缺少表格',
  severity: 'error',
  fixable: false,
  check({ sections, tables, unfinished }) {
    const seen = new Set(tables.map(({ form }) => form.number));
    const observations: Observation[] = [];
    for (const { heading, form } of unfinished ? sections.slice(0, -1) : sections) {
      if (form.table === undefined || seen.has(form.table)) continue;
      seen.add(form.table);
      observations.push({ span: heading, message: msg('本节没有找到表，「{0}」应以表格形式报告', headingOf(form)) });
    }
    return observations;
  },
};
