/**
 * What a report cites has the right number: 条例 is 国务院令第711号, the format 国办公开办函〔2021〕30号, the rules on fees
 * 国办函〔2020〕109号; and a title goes with its own number. Both notices may be cited side by side, and 492号 as the 条例 of
 * 2007. Numbers of other documents are not looked at.
 */
import type { ProseScan } from '../../report/sentences/prose-scan';
import { type Message, msg, shortened } from '../../text/message';
import type { Span } from '../../text/span';
import {
  citationWords,
  nearTitles,
  nearTitleWords,
  type CitedNumber,
  citedNumbers,
  type Document,
  documents,
  format,
  isTitleOf,
} from '../../statements/citations';
import { findAt, placesOf, proseAt } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { reword } from '../../findings/wording';

const regulation = '711';
const decrees = /国(?:务院)?令[ \u3000]?[（(]?[ \u3000]?第?[ \u3000]?(\d{3})[ \u3000]?(?:号|(条))/y;
const misnamed = /(?:国务令|国院令)(?=[ \u3000]?第?[ \u3000]?\d{3}[ \u3000]?号)/y;
/** 国公开办函〔2021〕30号: the series of the notices with a character lost or mistyped. */
const series =
  /公开办函(?=[ \u3000]?[〔﹝【[（(]?[ \u3000]?(?:2021[ \u3000]?[〕﹞】\]）)]?[ \u3000]?30|2019[ \u3000]?[〕﹞】\]）)]?[ \u3000]?60)[ \u3000]?号)/y;

export const wrongCitation: Rule = {
  id: 'wrong-citation',
  family: 'citations',
  title: '引用的文件名称或文号有误',
  severity: 'warning',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: [
    ...citationWords,
    ...nearTitleWords,
    '国务院令',
    '国令',
    '国务令',
    '国院令',
    '公开办函',
    '国务院办公厅',
    '信息处理费管理',
    '信息公开条列',
  ],
  check: (_report, { scan }) =>
    [
      ...wrongDecrees(scan),
      ...misspelt(scan),
      ...citedNumbers(scan).flatMap((cited) => wrongNumber(scan, cited)),
      ...wrongNames(scan),
      ...nearTitles(scan).map(({ start, end, right }) =>
        observe(scan, { start, end }, msg('「{0}」应为「{1}」', shortened(scan.text.slice(start, end), 40), right), right),
      ),
    ].sort((a, b) => a.span.start - b.span.start),
};

/** 《条例》（国务院令第492号）, where the sentence does not tell its history. */
function wrongDecrees(scan: ProseScan): Observation[] {
  return findAt(scan, ['国务院令', '国令'], decrees).flatMap(({ index, 0: found, 1: number = '', 2: measure }) => {
    if (number === regulation)
      return measure === undefined
        ? []
        : [
            observe(
              scan,
              { start: index + found.length - 1, end: index + found.length },
              msg('「{0}」应为「{1}」', found, `${found.slice(0, -1)}号`),
              '号',
            ),
          ];
    const line = proseAt(scan, index) as Span;
    const before = scan.text.slice(Math.max(line.start, index - 40), index);
    const after = scan.text.slice(index, Math.min(line.end, index + 60));
    const named = /《([^《》]*)》[^《》]*$/.exec(before)?.[1] ?? before;
    if ((named !== '条例' && !named.includes('政府信息公开条例')) || after.includes(regulation) || /2007|修订前|原《/.test(before + after))
      return [];
    const start = index + found.lastIndexOf(number);
    const span = { start, end: start + number.length };
    return [observe(scan, span, msg('《政府信息公开条例》是国务院令第{0}号，现为第{1}号', regulation, number), regulation)];
  });
}

/** 国务令第711号, 国公开办函〔2021〕30号: the name of the series. */
function misspelt(scan: ProseScan): Observation[] {
  const found = findAt(scan, ['国务令', '国院令'], misnamed).map(({ index, 0: name }) =>
    observe(scan, { start: index, end: index + name.length }, msg('「{0}」应为「{1}」', name, '国务院令'), '国务院令'),
  );
  const isRight = placesOf(scan, '公开办函').every((at) => scan.text.startsWith('国办', at - 2));
  for (const { index, 0: end } of isRight ? [] : findAt(scan, ['公开办函'], series)) {
    const before =
      /[一-鿿]{0,3}$/.exec(scan.text.slice(Math.max(0, index - 3), index))?.[0].replace(/^.*[照据和及与按的依由在以]/, '') ?? '';
    const name = before + end;
    if (before !== '' && !before.endsWith('国办'))
      found.push(
        observe(
          scan,
          { start: index - before.length, end: index + end.length },
          msg('发文字号应为「{0}」，现为「{1}」', format.series, name),
          format.series,
        ),
      );
  }
  return found;
}

/** A number that belongs to no such document, or to another one than the title before it. */
function wrongNumber(scan: ProseScan, cited: CitedNumber): Observation[] {
  // Brackets lost around the year, 〔202130号, are broken-date's.
  if (cited.year === undefined) return [];
  const { text } = scan;
  const title = cited.title && text.slice(cited.title.start, cited.title.end);
  const own = documents.find((document) => title !== undefined && isTitleOf(title, document));
  if (title !== undefined && !own) return [];
  if (own && cited.year === own.year && cited.number === own.number) return wrongSeries(scan, cited, own);
  const other = documents.find(({ series, year, number }) => series === cited.series && year === cited.year && number === cited.number);
  if (own && other) {
    // Title and number are those of two documents: which of them was meant is not known.
    return [
      {
        span: { start: cited.start, end: cited.end },
        message: msg(
          '文号与名称不符：「{0}」是{1}的文号，{2}的文号是{3}',
          text.slice(cited.start, cited.end),
          other.title,
          own.title,
          numberOf(own),
        ),
      },
    ];
  }
  if (own)
    return cited.series === own.series
      ? [observe(scan, cited, msg('文号应为「{0}」，现为「{1}」', numberOf(own), text.slice(cited.start, cited.end)), numberOf(own))]
      : [];
  if (other) return [];
  // 国办公开办函〔2021〕31号 without a title, where the report names what it is written by.
  if (title === undefined && cited.series === format.series && cited.year === format.year && speaksOf(scan, cited, format))
    return [
      observe(scan, cited, msg('文号应为「{0}」，现为「{1}」', numberOf(format), text.slice(cited.start, cited.end)), numberOf(format)),
    ];
  const alike = documents.find(({ year, number }) => year === cited.year && number === cited.number);
  return alike && speaksOf(scan, cited, alike) ? wrongSeries(scan, cited, alike) : [];
}

/** 国办发〔2021〕30号 for 国办公开办函〔2021〕30号. */
function wrongSeries(scan: ProseScan, cited: CitedNumber, { series }: Document): Observation[] {
  if (cited.series === series) return [];
  const span = { start: cited.start, end: cited.start + cited.series.length };
  return [observe(scan, span, msg('发文字号应为「{0}」，现为「{1}」', series, cited.series), series)];
}

/** Whether the words around a number without title tell that the report's format, or the fees, are meant. */
function speaksOf({ text }: ProseScan, { start, end }: CitedNumber, document: Document): boolean {
  const around = text.slice(Math.max(0, start - 40), end + 30);
  return document.id === 'fee' ? around.includes('处理费') : /年度报告|编制本报告|报告格式/.test(around);
}

/** The name of the office that issued the notices, and of 条例, where a word is wrong. */
function wrongNames(scan: ProseScan): Observation[] {
  const found: Observation[] = [];
  const right = '国务院办公厅政府信息与政务公开办公室';
  for (const { index, 0: name } of findAt(
    scan,
    ['国务院办公厅'],
    /国务院办公厅(?:政府信息(?:公开与|公开和|和|)|政府与|(?:政务)?信息与|信息公开(?:与|和))政务公开办公室/y,
  )) {
    found.push({
      ...observe(scan, { start: index, end: index + name.length }, msg('机关名称应为「{0}」', right), right),
      severity: 'hint',
    });
  }
  for (const { index, 0: name } of findAt(scan, ['信息处理费管理'], /信息处理费管理(?:规定|条例|细则|标准|制度|方法)(?=》[（(]?国办函)/y)) {
    const span = { start: index + 5, end: index + name.length };
    found.push(observe(scan, span, msg('「{0}」应为「{1}」', name, '信息处理费管理办法'), '管理办法'));
  }
  for (const at of placesOf(scan, '信息公开条列'))
    found.push(observe(scan, { start: at + 4, end: at + 6 }, msg('「{0}」应为「{1}」', '条列', '条例'), '条例'));
  return found;
}

function numberOf({ series, year, number }: Document): string {
  return `${series}〔${year}〕${number}号`;
}

function observe({ text }: ProseScan, { start, end }: Span, message: Message, right: string): Observation {
  const span = { start, end };
  return { span, message, fix: { title: msg('改为「{0}」', right), safe: true, edits: [reword(text, span, right)] } };
}
