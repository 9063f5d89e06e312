/**
 * Instructions of a template that were to be followed and not printed: how a part is to be reported, how many decimals,
 * a head without anything under it, 「（模板）」 behind a title. In heads of tables they are nonstandard-label's business.
 */
import type { ProseLine, Report } from '../../report/report';
import { msg, shortened } from '../../text/message';
import type { Span } from '../../text/span';
import { cut, cutLines } from '../../text/cut';
import { findNear, placesOf, proseAt } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

const instructions =
  /[（(]?[该本此]部分(?:内容)?以表格(?:的)?形式(?:报告|填报|体现|公开|呈现|列出)[。，,]?(?:(?:具体)?(?:表格)?(?:如下|见下表))?[。:：]?[）)]?|[（(]?单位[:：]万元[，,、；; ]{0,2}(?:请)?保留\d位小数[）)]?|[（(](?:单位[:：]?)?(?:请)?保留(?:\d|[一二两三四五六])位小数[）)]|[（(](?:参考)?(?:模板|范本|样表|样式)[）)](?=\s)/g;
const keys = ['部分以表格', '部分内容以表格', '位小数', '模板', '范本', '样表', '样式'];
const orderKeys = ['填', '字以内', '字左右', '不超过', '不少于', '控制在'];
/** What marks an instruction in brackets: （各单位根据实际情况填写）, （500字以内）, （没有的填“0”）. */
const bracketed =
  /[（(][^（）()\r\n]{0,40}(?:填写|填报|填“?[0无]”?|字(?:以内|左右)|(?:部分|正文|全文|内容|字数|篇幅)[^（）()\r\n]{0,8}(?:不超过|不少于|控制在)\d+字)[^（）()\r\n]{0,12}[）)]/g;
const orders =
  /^(?!.*(?:申请|身份|表格)).(?:.*(?:根据(?:本单位|各自)?实际|结合(?:本单位|本部门)?实际|据实填|没有的?(?:请|应|均)?填|如?无的?(?:请|应|均)?填|各(?:单位|部门|镇|乡|街道)|不(?:少于|超过)\d)|\d+字(?:以内|左右).$)/;

export const templateResidue: Rule = {
  id: 'template-residue',
  family: 'residue',
  title: '没有删去的模板说明',
  severity: 'warning',
  fixable: true,
  sleeps: true,
  wakes: [...keys, ...orderKeys, '编制说明'],
  check(report, { scan }) {
    const spans: Span[] = [];
    for (const { start, end } of findNear(scan, keys, instructions, { before: 24, after: 24 })) spans.push({ start, end });
    for (const { start, end, match } of findNear(scan, orderKeys, bracketed, { before: 42, after: 60 })) {
      // placeholder-text reports what stands for a thing to be written: （请填写单位名称）.
      if (orders.test(match) && !/^.(?:请填写|请输入|填写)/.test(match) && spans.at(-1)?.start !== start) spans.push({ start, end });
    }
    const heads = placesOf(scan, '编制说明').length > 0 ? emptyHeads(report) : [];
    return [...spans, ...heads].sort((a, b) => a.start - b.start).map((span) => observe(report, span));
  },
};

/** 「编制说明：」 with nothing behind it and nothing below it before the next heading. */
function emptyHeads({ text, prose }: Report): Span[] {
  return prose.filter(
    (line, i) =>
      /^编制说明[:：]?$/.test(text.slice(line.start, Math.min(line.end, line.start + 6))) && prose[i + 1]?.section !== line.section,
  );
}

function observe(report: Report, { start, end }: Span): Observation {
  const words = report.text.slice(start, end);
  const line = proseAt(report, start) as ProseLine;
  const whole = start <= line.start && end >= line.end;
  return {
    span: { start, end },
    message: msg('「{0}」是模板里的说明，不应留在报告里', shortened(words)),
    fix: {
      title: whole ? msg('删除这一行') : msg('删除「{0}」', shortened(words)),
      safe: true,
      edits: [whole ? cutLines(report.text, { start, end }) : cut({ start, end })],
    },
  };
}
