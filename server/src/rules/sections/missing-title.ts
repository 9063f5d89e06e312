/**
 * A report has a title. Not asked of a text that breaks off or begins in the middle: it is a piece of a report. The fix
 * writes a title only where the report itself names its agency and year.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import type { Fix } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';
import { lineBreakOf, lineStart } from '../../text/lines';

const fewestSections = 3;
/** How much of the end of a text may be signature, date and leftovers of a web page. */
const endOfText = 400;

export const missingTitle: Rule = {
  id: 'missing-title',
  family: 'sections',
  title: '缺少标题',
  severity: 'hint',
  fixable: true,
  sleeps: true,
  signs: ReportSign.noTitle,
  check(report) {
    const first = report.sections[0];
    if (!first || report.title || report.unfinished || (first.form.number !== 1 && report.sections.length < fewestSections)) return [];
    const { text } = report;
    const at = lineStart(text, text.search(/\S/));
    const fix = fixFor(report, at);
    return [
      {
        span: { start: at, end: at },
        message: msg('缺少标题，应为「机关全称＋年份＋年政府信息公开工作年度报告」'),
        lacks: { kind: 'title' },
        ...(fix && { fix }),
      },
    ];
  },
};

function fixFor(report: Report, at: number): Fix | undefined {
  const title = announced(report) ?? signed(report);
  if (title === undefined) return undefined;
  const mark = report.text.slice(lineStart(report.text, report.sections[0]?.heading.start ?? 0)).startsWith('#') ? '# ' : '';
  return {
    title: msg('补上年报标题「{0}」', title),
    safe: false,
    edits: [{ span: { start: at, end: at }, newText: mark + title + lineBreakOf(report.text) }],
  };
}

/** From the opening: 现公布某县人民政府2024年政府信息公开工作年度报告. */
function announced({ text, sections }: Report): string | undefined {
  const opening = text.slice(0, sections[0]?.heading.start);
  const found = /(?:公布|发布|编制)《?(?!本|我)([一-鿿]{3,30}?)(20\d\d)年(?:度)?政府信息公开工作年度报告/.exec(opening);
  return found ? `${found[1]}${found[2]}年政府信息公开工作年度报告` : undefined;
}

/** From the signature, if its date lies in the year after the one reported on. */
function signed({ text, year }: Report): string | undefined {
  const lines = text
    .slice(-endOfText)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');
  const date = lines.findLastIndex((line) => /^20\d\d年\d{1,2}月\d{1,2}日$/.test(line));
  const agency = lines[date - 1];
  if (year === undefined || agency === undefined || Number(lines[date]?.slice(0, 4)) !== year + 1) return undefined;
  return /^[一-鿿]{3,30}(?:府|局|委|会|室|厅|办|处|院|所|站|中心|镇|乡|街道)$/.test(agency)
    ? `${agency}${year}年政府信息公开工作年度报告`
    : undefined;
}
