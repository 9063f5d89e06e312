/** The numbers of a review as a part of its page: a table of rates, year beside year, and drawings. Order as in the roster, no ranking. */
import { escapeHtml } from '../../text/escape';
import { msg, type Message } from '../../text/message';
import { barChart } from './bar-chart';
import { type DigitsOf, percent, type Rate, ratesOf, sampleOf, sampleWords } from './numbers';
import type { ReviewLine } from './review';

type Say = (message: Message) => string;

export interface NumbersGround {
  readonly year: number;
  /** The sums of the year under review. */
  readonly now: DigitsOf;
  /** Those of the year before; undefined where there are no reports of it. */
  readonly before: DigitsOf | undefined;
  /** How many reports stand behind each. */
  readonly reports: { readonly now: number; readonly before: number };
  readonly units: readonly ReviewLine[];
}

export function numbersSection({ year, now, before, reports, units }: NumbersGround, say: Say): string {
  const rates = ratesOf(now);
  const last = new Map((before ? ratesOf(before) : []).map((rate) => [rate.name.template, rate]));
  const years = before ? [year - 1, year] : [year];
  const rows = rates.map((rate) => {
    const old = last.get(rate.name.template);
    return `<tr><th scope="row">${say(rate.name)}<small>${say(rate.of)}</small></th>${before ? rateCell(old, say) : ''}${rateCell(rate, say)}</tr>`;
  });
  const charted = units.filter(({ figures }) => figures !== null);
  return `<h2>${say(msg('数字一页'))}</h2>
<p>${before ? say(msg('{0}年 {1} 份报告之和，{2}年 {3} 份报告之和。两年的单位可能不同，请连同份数一起看。', year, reports.now, year - 1, reports.before)) : say(msg('{0}年 {1} 份报告之和。', year, reports.now))}</p>
<table class="rates"><thead><tr><th></th>${years.map((one) => `<th scope="col">${say(msg('{0}年', one))}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
${figureOf(say(msg('申请的收到和处理（件）')), chartOfYears({ year, now, before }, say))}
${figureOf(
  say(msg('各单位新收申请（件），按名单的顺序')),
  barChart(
    charted.map(({ unit, figures }) => ({ label: unit, values: [figures?.received ?? null] })),
    [say(msg('{0}年', year))],
  ),
)}`;
}

function rateCell(rate: Rate | undefined, say: Say): string {
  if (!rate) return '<td>—</td>';
  const sample = sampleOf(rate);
  const mark = sample === 'enough' ? '' : ` <span class="few">${say(sampleWords[sample])}</span>`;
  const note = rate.isCorrected ? `；${say(msg('报告的总计与各项之和不符，按各项之和计'))}` : '';
  return `<td>${percent(rate)}${mark}<small>${rate.part} ÷ ${rate.whole}${note}</small></td>`;
}

function chartOfYears({ year, now, before }: Pick<NumbersGround, 'year' | 'now' | 'before'>, say: Say): string {
  const rows = [
    [msg('新收'), '新收.总计'],
    [msg('上年结转'), '转入.总计'],
    [msg('办结'), '办结.总计'],
    [msg('结转下年'), '转出.总计'],
  ] as const;
  const value = (digits: DigitsOf | undefined, key: string) => (digits?.(key) === undefined ? null : Number(digits(key)));
  return barChart(
    rows.map(([label, key]) => ({ label: say(label), values: before ? [value(before, key), value(now, key)] : [value(now, key)] })),
    (before ? [year - 1, year] : [year]).map((one) => say(msg('{0}年', one))),
  );
}

function figureOf(caption: string, drawing: string): string {
  return `<figure><figcaption>${escapeHtml(caption)}</figcaption>${drawing}</figure>`;
}
