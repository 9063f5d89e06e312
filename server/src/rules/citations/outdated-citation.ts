/**
 * A report for 2021 or later cites the notice in force, not only the one of 2019 that it replaced. Citing both is fine, as
 * is citing neither.
 */
import { firstYear } from '../../report/form/form';
import { citationWords, isNumber, citedNumbers, citedTitles, format, trial } from '../../statements/citations';
import { placesOf } from '../../statements/prose-search';
import { msg } from '../../text/message';
import type { TextEdit } from '../../text/edit';
import type { Rule } from '../rule';
import { reword } from '../../findings/wording';

const number = '国办公开办函〔2021〕30号';

export const outdatedCitation: Rule = {
  id: 'outdated-citation',
  family: 'citations',
  title: '只引用了已被代替的 2019 年通知',
  severity: 'information',
  fixable: true,
  looksAt: 'words',
  // What it looks for names the notice, or the year of its number.
  sleeps: [trial.key, String(trial.year)],
  wakes: [...citationWords, String(trial.year)],
  check({ text, year }, { scan }) {
    if (year === undefined || year < firstYear || (placesOf(scan, trial.key).length === 0 && placesOf(scan, '国办').length === 0))
      return [];
    const numbers = citedNumbers(scan);
    if (numbers.some((cited) => isNumber(cited, format)) || placesOf(scan, format.key).length > 0) return [];
    const [title] = citedTitles(scan, trial);
    const old = numbers.find((cited) => isNumber(cited, trial));
    const span = title ?? old;
    if (!span) return [];
    const edits: TextEdit[] = [];
    if (title) edits.push(reword(text, title, format.title));
    if (old && (!title || old.start >= title.end)) edits.push(reword(text, { start: old.start, end: old.end }, number));
    const message = msg('这是 2019 年的通知，已由{0}（{1}）代替', format.title, number);
    return [{ span: { start: span.start, end: span.end }, message, fix: { title: msg('改为引用 2021 年的通知'), safe: false, edits } }];
  },
};
