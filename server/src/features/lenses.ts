/** Over each table a line that says how it stands, with what can be done: 表三 3 处不符 | 重算总计 | 规范化. */
import type { Report, Table } from '../report/report';
import { type Message, msg } from '../text/message';
import type { Finding } from '../findings/finding';
import type { Span } from '../text/span';
import { tableName } from '../report/names';
import { shelve } from './outline/outline-shelves';
import { type TableState, tableStates } from './table-state';

export interface Lens {
  /** Over which line it stands: the table's caption. */
  readonly span: Span;
  readonly title: Message;
  /** Command to run; undefined for a lens that only tells. */
  readonly command?: LensCommand;
  /** What the command is about: the table, or the first failing total. */
  readonly target: Span;
}

/** Reveal a place; recompute a table's totals; write a table in the standard form. */
export type LensCommand = 'nianbao.reveal' | 'nianbao.recomputeTable' | 'nianbao.normalizeTable';

/** The lenses of `report`, in the order of the text, those of one table as they are to be read. */
export function lenses(report: Report, findings: readonly Finding[] = []): readonly Lens[] {
  const { tables } = shelve(report, findings);
  return [...tableStates(report)].flatMap(([table, tableState]) => lensesOf(table, tableState, tables.get(table)?.length ?? 0));
}

/**
 * How a table stands, in a few words: 表三 平衡; 表三 2 处不符，共 3 处.
 * @param found how many findings lie in the table: the number that outline and status count too.
 */
export function tableStateTitle({ form }: Table, { holds, fails, unknown, empty, missing, ragged }: TableState, found = 0): Message {
  const name = tableName(form);
  const more = (told: number): boolean => found > 0 && found !== told;
  if (fails > 0) return more(fails) ? msg('{0} {1} 处不符，共 {2} 处', name, fails, found) : msg('{0} {1} 处不符', name, fails);
  if (ragged > 0)
    return more(ragged) ? msg('{0} {1} 行的数对不上列，共 {2} 处', name, ragged, found) : msg('{0} {1} 行的数对不上列', name, ragged);
  if (missing > 0) return more(missing) ? msg('{0} 缺 {1} 行，共 {2} 处', name, missing, found) : msg('{0} 缺 {1} 行', name, missing);
  if (unknown > 0 || empty > 0)
    return more(empty) ? msg('{0} {1} 格没有数，共 {2} 处', name, empty, found) : msg('{0} {1} 格没有数', name, empty);
  if (found > 0) return holds > 0 ? msg('{0} 平衡，另有 {1} 处', name, found) : msg('{0} 已填全，另有 {1} 处', name, found);
  return holds > 0 ? msg('{0} 平衡', name) : msg('{0} 已填全', name);
}

function lensesOf(table: Table, tableState: TableState, found: number): Lens[] {
  const { caption: span } = table;
  const wrong = tableState.failing[0]?.stated[0]?.cell.span;
  return [
    {
      span,
      title: tableStateTitle(table, tableState, found),
      ...(wrong && { command: 'nianbao.reveal' as const }),
      target: wrong ?? table.span,
    },
    ...(wrong ? [{ span, title: msg('重算总计'), command: 'nianbao.recomputeTable' as const, target: table.span }] : []),
    { span, title: msg('规范化'), command: 'nianbao.normalizeTable', target: table.span },
  ];
}
