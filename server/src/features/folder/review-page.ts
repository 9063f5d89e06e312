/**
 * The list of a review as one HTML file: sorted and filtered in any browser, printed well, nothing loaded from elsewhere. On
 * request with a page of numbers: rates with what is divided by what, year against year, as drawings in the file.
 */
import { writtenMark } from '../../collection/written';
import { escapeHtml } from '../../text/escape';
import { msg, type Message } from '../../text/message';
import { keyFigureHeads, keyFigureNames } from './key-figures';
import { numbersSection, type NumbersGround } from './numbers-section';
import type { Review, ReviewLine } from './review';
import { script, style } from './review-page-parts';
import { countStates, stateSigns, stateWords } from './state-words';

type Say = (message: Message) => string;

/** The text of the file. */
export function reviewPage(review: Review, say: Say, numbers?: NumbersGround): string {
  const { year, units } = review;
  const title = say(msg('{0}年政府信息公开工作年度报告审核表', year));
  const states = countStates(units).map(
    ({ state, count }) =>
      `<button type="button" data-state="${state}" aria-pressed="false"><span class="sign">${stateSigns[state]}</span> ${say(stateWords[state])} <b>${count}</b></button>`,
  );
  const heads = [
    [say(msg('序号')), 'number'],
    [say(msg('单位')), 'text'],
    [say(msg('类别')), 'text'],
    [say(msg('状态')), 'text'],
    [say(msg('错误')), 'number'],
    [say(msg('警告')), 'number'],
    [say(msg('提示')), 'number'],
    ...keyFigureNames.map((name) => [say(keyFigureHeads[name]), 'number']),
    [say(msg('文件')), 'text'],
    [say(msg('上年报告')), 'text'],
  ] as const;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="nianbao">
<title>${escapeHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p class="mark">${writtenMark}</p>
<p class="counts">${say(msg('共 {0} 个单位', units.length))}　${states.join(' ')}</p>
<p class="tools"><label>${say(msg('查找单位'))} <input type="search" id="search"></label> <span id="shown" aria-live="polite"></span></p>
<div class="wide"><table id="units">
<thead><tr>${heads.map(([words, kind]) => `<th scope="col" data-kind="${kind}"><button type="button">${escapeHtml(words)}</button></th>`).join('')}</tr></thead>
<tbody>
${units.map((unit, index) => rowOf(unit, index, say)).join('\n')}
</tbody>
</table></div>
${numbers ? numbersSection(numbers, say) : ''}
<script>
${script}
</script>
</body>
</html>
`;
}

function rowOf({ unit, member, state, path, lastYear, errors, warnings, hints, figures }: ReviewLine, index: number, say: Say): string {
  const cell = (value: string | number, kind = '') => `<td${kind}>${escapeHtml(String(value))}</td>`;
  const number = (value: number | null | undefined) => cell(value ?? '', ' class="n"');
  const counts = figures === null ? [null, null, null] : [errors, warnings, hints];
  return `<tr data-state="${state}">${[
    number(index + 1),
    `<th scope="row">${escapeHtml(unit)}</th>`,
    cell(member?.kind ?? ''),
    `<td class="state"><span class="sign">${stateSigns[state]}</span> ${say(stateWords[state])}</td>`,
    ...counts.map(number),
    ...keyFigureNames.map((name) => number(figures?.[name])),
    cell(path ?? '', ' class="path"'),
    cell(lastYear ?? '', ' class="path"'),
  ].join('')}</tr>`;
}
