/**
 * Lines and words of the web page around the report, copied along with it: see `chrome.ts`. One finding for each line; a
 * label and its value on the next line are one.
 */
import { msg, shortened } from '../../text/message';
import { type Chrome, chromeIn } from '../../statements/chrome';
import { cut, cutLines } from '../../text/cut';
import type { Fix } from '../../findings/finding';
import type { Rule } from '../rule';

export const webResidue: Rule = {
  id: 'web-residue',
  family: 'residue',
  title: '网页上的内容混入报告',
  severity: 'warning',
  fixable: true,
  check: (report) =>
    chromeIn(report).map((chrome) => ({
      span: { start: chrome.start, end: chrome.end },
      message: msg('「{0}」是网页上的内容，不属于报告', shortened(report.text.slice(chrome.start, chrome.end))),
      fix: deletion(report.text, chrome),
    })),
};

function deletion(text: string, { start, end, whole }: Chrome): Fix {
  const title = whole ? msg('删除这一行') : msg('删除「{0}」', shortened(text.slice(start, end)));
  return { title, safe: true, edits: [whole ? cutLines(text, { start, end }) : cut({ start, end })] };
}
