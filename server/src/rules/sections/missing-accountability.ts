/**
 * The report of a 人民政府, towns included, tells the results of 工作考核, 社会评议 and 责任追究. Departments, offices and
 * 街道办事处 are exempt. Silent on a text that breaks off: it may say so later.
 */
import type { ProseLine, Report } from '../../report/report';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { placesOf } from '../../statements/prose-search';
import { msg } from '../../text/message';
import type { Rule } from '../rule';
import { announcedNames, announcementsOf } from '../../statements/announcement';
import { slice } from '../../text/span';
import { headingIn, linesIn } from '../../statements/section-lines';
import { headingOf, toFill } from '../../findings/wording';
import { lineBreakOf } from '../../text/lines';

interface Result {
  readonly name: string;
  /** One of these tells of it. */
  readonly words: readonly string[];
}

const results: readonly Result[] = [
  { name: '工作考核', words: ['考核', '考评', '绩效'] },
  { name: '社会评议', words: ['评议', '满意度', '社会评价', '群众评价', '测评'] },
  { name: '责任追究', words: ['追究', '追责', '问责'] },
];

export const missingAccountability: Rule = {
  id: 'missing-accountability',
  family: 'sections',
  title: '没有写明考核、评议和责任追究结果',
  severity: 'hint',
  fixable: true,
  wakes: [...results.flatMap(({ words }) => words), ...announcedNames],
  check(report, { scan }) {
    const section = headingIn(report, 1);
    if (!section || report.unfinished) return [];
    const missing = results.filter(({ words }) => words.every((word) => placesOf(scan, word).length === 0));
    if (missing.length === 0 || !isGovernment(report, scan)) return [];
    const { text } = report;
    const last = linesIn(report, 1).at(-1);
    if (!last) return [];
    const names = missing.map(({ name }) => name).join('、');
    return [
      {
        span: section.heading,
        message: msg('全文没有写到{0}结果；各级人民政府的年报应当写明（在「{1}」的监督保障中）', names, headingOf(section.form)),
        ...(!/[<|]/.test(text.slice(last.start, last.end)) && {
          fix: { title: msg('加上待填写的「{0}」', names), safe: false, edits: [insertion(text, last, names)] },
        }),
      },
    ];
  },
};

/** Whether a 人民政府 reports: by the title or what the opening announces, else by how the text speaks of itself. */
function isGovernment(report: Report, scan: ProseScan): boolean {
  const { title, agency, text } = report;
  const announced = title ? undefined : announcementsOf(report, scan)[0]?.agency;
  const name = (announced ? slice(text, announced) : (title?.agency ?? '')).replace(/[（(][^（()）]{0,20}[）)]/g, '');
  if (name !== '') return /(?:政府|[镇乡]|苏木)$/.test(name);
  if (agency === 'township') return /[我本][镇乡]/.test(text) && !text.includes('街道办事处');
  return agency === 'county';
}

function insertion(text: string, { end }: ProseLine, names: string) {
  return { span: { start: end, end }, newText: `${lineBreakOf(text)}${names}结果：${toFill}。` };
}
