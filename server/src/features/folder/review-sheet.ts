/** The list of a review as a sheet: frozen head, filters, a word and a sign beside each colour, a column to fill in the address. */
import { writtenMark } from '../../collection/written';
import { columnName, type Sheet, type SheetCell, type SheetStyle } from '../../documents/writing/sheet';
import { msg, type Message } from '../../text/message';
import { keyFigureHeads, keyFigureNames } from './key-figures';
import type { Review, ReviewLine, State } from './review';
import { countStates, stateSigns, stateWords } from './state-words';

/** The sheet for people who read what `say` gives. */
export function reviewSheet({ year, units }: Review, say: (message: Message) => string): Sheet {
  const heads = [
    msg('序号'),
    msg('单位'),
    msg('类别'),
    msg('状态'),
    msg('错误'),
    msg('警告'),
    msg('提示'),
    ...keyFigureNames.map((name) => keyFigureHeads[name]),
    msg('文件'),
    msg('上年报告'),
    msg('公布网址'),
    msg('审核意见'),
  ].map(say);
  const counts = countStates(units)
    .map(({ state, count }) => `${stateSigns[state]} ${say(stateWords[state])} ${count}`)
    .join('　');
  const wide = heads.length;
  return {
    name: say(msg('审核表')),
    widths: [5, 26, 8, 12, 6, 6, 6, ...keyFigureNames.map(() => 9), 28, 28, 20, 20],
    frozenRows: 4,
    frozenColumns: 2,
    filter: `A4:${columnName(wide - 1)}${Math.max(5, units.length + 4)}`,
    isWide: true,
    rows: [
      [{ value: say(msg('{0}年政府信息公开工作年度报告审核表', year)), style: 'title', columns: wide }],
      [{ value: writtenMark, style: 'note', columns: wide }],
      [{ value: say(msg('共 {0} 个单位：{1}', units.length, counts)), style: 'bare', columns: wide }],
      heads.map((value) => ({ value, style: 'head' as const })),
      ...units.map((unit, index) => rowOf(unit, index, say)),
    ],
  };
}

const styles: Readonly<Record<State, SheetStyle>> = {
  missing: 'missing',
  unreadable: 'missing',
  'not-a-report': 'missing',
  errors: 'error',
  warnings: 'warning',
  clean: 'clean',
};

function rowOf(line: ReviewLine, index: number, say: (message: Message) => string): SheetCell[] {
  const { unit, member, state, path, lastYear, errors, warnings, hints, figures } = line;
  const count = (value: number): SheetCell => (figures === null ? { value: '', style: 'number' } : { value, style: 'number' });
  return [
    { value: index + 1, style: 'number' },
    { value: unit },
    { value: member?.kind ?? '' },
    { value: `${stateSigns[state]} ${say(stateWords[state])}`, style: styles[state] },
    count(errors),
    count(warnings),
    count(hints),
    ...keyFigureNames.map((name): SheetCell => ({ value: figures?.[name] ?? '', style: 'number' })),
    { value: fileName(path) },
    { value: fileName(lastYear) },
    { value: '' },
    { value: '' },
  ];
}

function fileName(path: string | null): string {
  return path?.replace(/^.*[/\\]/, '') ?? '';
}
