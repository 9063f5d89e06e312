/** The rates of a review as a sheet: each with what is divided by what, year beside year. */
import { writtenMark } from '../../collection/written';
import type { Sheet, SheetCell } from '../../documents/writing/sheet';
import { msg, type Message } from '../../text/message';
import { percent, type Rate, ratesOf, sampleOf, sampleWords } from './numbers';
import type { NumbersGround } from './numbers-section';

type Say = (message: Message) => string;

export function numbersSheet({ year, now, before, reports }: NumbersGround, say: Say): Sheet {
  const last = new Map((before ? ratesOf(before) : []).map((rate) => [rate.name.template, rate]));
  const head = (value: string): SheetCell => ({ value, style: 'head' });
  const years = [...(before ? [{ year: year - 1, count: reports.before }] : []), { year, count: reports.now }];
  return {
    name: say(msg('数字一页')),
    widths: [18, 46, ...years.flatMap(() => [10, 14, 12])],
    frozenRows: 4,
    frozenColumns: 1,
    rows: [
      [{ value: say(msg('数字一页')), style: 'title', columns: 2 }],
      [{ value: writtenMark, style: 'note', columns: 2 }],
      [head(''), head(''), ...years.map((one) => ({ ...head(say(msg('{0}年（{1} 份报告）', one.year, one.count))), columns: 3 }))],
      [
        head(say(msg('比率'))),
        head(say(msg('算法'))),
        ...years.flatMap(() => [head(say(msg('值'))), head(say(msg('数'))), head(say(msg('样本')))]),
      ],
      ...ratesOf(now).map((rate): SheetCell[] => [
        { value: say(rate.name) },
        { value: say(rate.of) },
        ...(before ? cellsOf(last.get(rate.name.template), say) : []),
        ...cellsOf(rate, say),
      ]),
    ],
  };
}

function cellsOf(rate: Rate | undefined, say: Say): SheetCell[] {
  if (!rate) return [{ value: '—' }, { value: '' }, { value: '' }];
  const sample = sampleOf(rate);
  return [
    { value: percent(rate), style: 'number' },
    { value: `${rate.part} ÷ ${rate.whole}` },
    { value: sample === 'enough' ? '' : say(sampleWords[sample]) },
  ];
}
