/** The states of a unit's report for people: a word and a sign beside every colour. */
import { msg, type Message } from '../../text/message';
import type { ReviewLine, State } from './review';

export const stateWords: Readonly<Record<State, Message>> = {
  missing: msg('未交'),
  unreadable: msg('读不了'),
  'not-a-report': msg('不是年报'),
  errors: msg('有错误'),
  warnings: msg('只有提醒'),
  clean: msg('通过'),
};

/** Signs that stand beside the words, so that colours are not the only ones. */
export const stateSigns: Readonly<Record<State, string>> = {
  missing: '○',
  unreadable: '?',
  'not-a-report': '?',
  errors: '✗',
  warnings: '△',
  clean: '✓',
};

/** How many units are in each state, those that occur. */
export function countStates(units: readonly ReviewLine[]): readonly { readonly state: State; readonly count: number }[] {
  const order: readonly State[] = ['missing', 'unreadable', 'not-a-report', 'errors', 'warnings', 'clean'];
  return order.map((state) => ({ state, count: units.filter((unit) => unit.state === state).length })).filter(({ count }) => count > 0);
}
