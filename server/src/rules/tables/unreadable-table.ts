/**
 * A table that is there and cannot be read for certain. Said once for each table, or once for all whose columns a program has
 * torn apart; nothing in them is judged.
 */
import { tableName } from '../../report/names';
import type { Report, Table } from '../../report/report';
import type { Doubt } from '../../report/tables/doubt';
import { type Message, msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const unreadableTable: Rule = {
  id: 'unreadable-table',
  family: 'tables',
  title: '表格读不准',
  severity: 'error',
  fixable: false,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.doubt,
  check: ({ tables }: Report) => {
    const unread = tables.filter(hasDoubt);
    if (unread.length === 0) return nothing;
    const torn = unread.filter(({ doubt }) => doubt === 'torn');
    const [first, ...others] = torn;
    const observations: Observation[] = unread.filter((table) => table !== first && !others.includes(table)).map(observe);
    if (first) {
      const names = [...new Set(torn.map(({ form }) => tableName(form)))].join('、');
      observations.push({ span: first.caption, message: messages.torn(names) });
    }
    return observations.sort((a, b) => a.span.start - b.span.start);
  },
};

type Unread = Table & { readonly doubt: Doubt };

function hasDoubt(table: Table): table is Unread {
  return table.doubt !== undefined;
}

function observe({ form, caption, doubt }: Unread): Observation {
  return { span: caption, message: messages[doubt](tableName(form)) };
}

const messages: Readonly<Record<Doubt, (name: string) => Message>> = {
  torn: (name) => msg('{0}的数与项目对不上：各列被拆散了，读不准，表中的数都没有核对；请从原文件把表格重新复制过来', name),
  glued: (name) => msg('{0}的数连在一起，分不清是几个，表中的数都没有核对；请从原文件把表格重新复制过来', name),
  list: (name) => msg('{0}不是表格，而是文字或清单，其中的数都没有核对；请改用格式规定的表格', name),
  transposed: (name) => msg('{0}的行和列与格式相反，表中的数都没有核对；请按格式把项目写成行、申请人写成列', name),
  foreign: (name) => msg('{0}的表头与格式不符，分不清各列，表中的数都没有核对；请按格式的表头填写', name),
};

const nothing: readonly Observation[] = [];
