/**
 * Sub-headings and numbered paragraphs run on without repeats and jumps: （一）（二）（二）（四） does not. And a heading of the
 * report that is numbered like the sub-headings below it (1、总体情况, 1、主动公开) cannot be told from them. Which wording
 * the headings have is nonstandard-heading's business.
 */
import type { ProseLine, Report, Section } from '../../report/report';
import { isSpace } from '../../text/characters';
import type { TextEdit } from '../../text/edit';
import { msg } from '../../text/message';
import { type EnumerationSlip, findEnumerationSlips } from '../../statements/enumeration';
import { findSlips, type Numbered, numberedAt, type Slip, written } from '../../statements/numbering';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const misnumberedHeading: Rule = {
  id: 'misnumbered-heading',
  family: 'sections',
  title: '标题编号重复或跳号',
  severity: 'warning',
  fixable: true,
  wakes: ['是'],
  check(report, { scan }) {
    const observations: Observation[] = [];
    let next = 0;
    // The six headings are numbered in one way: once is enough.
    let told = false;
    const { prose, text, sections } = report;
    for (const section of sections) {
      while ((prose[next]?.start ?? Infinity) < section.body.start) next++;
      const items: Numbered[] = [];
      for (; (prose[next]?.start ?? Infinity) < section.body.end; next++) {
        const item = numberedAt(text, (prose[next] as ProseLine).start, prose[next - 1]?.end);
        if (item) items.push(item);
      }
      // Sections with a table may hold pieces of it in their prose.
      if (items.length === 0 || section.form.table !== undefined) continue;
      const same = told ? undefined : sameStyle(report, section, items);
      if (same) {
        observations.push(same);
        told = true;
      }
      observations.push(...ofSection(report, section, items));
    }
    for (const slip of findEnumerationSlips(report, scan)) observations.push(ofEnumeration(text, slip));
    return observations.sort((a, b) => a.span.start - b.span.start);
  },
};

/** What is wrong with the numbers in one section. */
function ofSection({ text }: Report, section: Section, all: readonly Numbered[]): readonly Observation[] {
  if (all.every(({ style, value }, i) => style === '（一）' && value === i + 1)) return nothing;
  const items = all.some(({ style }) => style === '（一）') ? all : all.filter(({ style }) => style !== '（一');
  // What lost a bracket, or has that of a main heading, still counts as the number that it is.
  const numbered = items.map((item) => (item.style !== '（一）' && isMistaken(item, items) ? { ...item, style: '（一）' as const } : item));
  return [
    ...findSlips(text, numbered)
      .filter((slip) => !standsBetween(text, slip))
      .map((slip) => observe(text, slip)),
    ...items.filter(({ style }) => style === '（一').map((item) => halved(text, item)),
    ...likeMainHeadings(text, items),
    ...fromTwo(text, section, numbered),
  ];
}

const nothing: readonly never[] = [];

/** Whether an item with another mark continues the list of （一） items: （三）, 四、, （五）. */
function isMistaken({ style, value, span }: Numbered, items: readonly Numbered[]): boolean {
  if (style === '（一') return true;
  if (style !== '一、') return false;
  const before = items.findLast((other) => other.style === '（一）' && other.span.start < span.start);
  return before?.value === value - 1;
}

/** 三）政府信息管理: one bracket is lost. */
function halved(text: string, { whole, value }: Numbered): Observation {
  const right = `（${written(value, '（一）')}）`;
  return {
    span: whole,
    message: msg('编号「{0}」的括号缺了一半，应为「{1}」', text.slice(whole.start, whole.end), right),
    fix: { title: msg('改为「{0}」', right), safe: true, edits: [{ span: whole, newText: right }] },
  };
}

/** Sub-headings numbered 一、二、 as the six parts are. One finding: where all are, a hint. */
function likeMainHeadings(text: string, items: readonly Numbered[]): Observation[] {
  const own = items.filter(({ style }) => style === '一、');
  const [first] = own;
  if (!first) return [];
  const isContinued = isMistaken(first, items);
  if (!isContinued && first.value !== 1) return [];
  const right = `（${written(first.value, '（一）')}）`;
  const edits = own.map(({ whole, value }) => ({ span: whole, newText: `（${written(value, '（一）')}）` }));
  return [
    {
      span: first.whole,
      ...(!isContinued && { severity: 'hint' as const }),
      message: msg('「{0}」与各部分标题的编号同形，小标题应编「{1}」', text.slice(first.whole.start, first.whole.end), right),
      ...((isContinued || items.every(({ style }) => style !== '（一）')) && {
        fix: {
          title: edits.length > 1 ? msg('小标题改编「（一）」「（二）」…（{0} 处）', edits.length) : msg('改为「{0}」', right),
          safe: false,
          edits,
        },
      }),
    },
  ];
}

/** （二）（三）（四） without （一）. */
function fromTwo(text: string, { heading }: Section, items: readonly Numbered[]): Observation[] {
  const [first, second] = items.filter(({ style }) => style === '（一）');
  if (first !== items[0] || first?.value !== 2 || second?.value !== 3) return [];
  if (/[（(]\s?一\s?[）)]|一、|一是|第一/.test(text.slice(heading.end, first.span.start))) return [];
  return [{ span: first.whole, message: msg('小标题的编号从「{0}」开始，缺少「{1}」', '二', '一') }];
}

/** 二是…；二是…: a hint, what stands between may be said in another way. */
function ofEnumeration(text: string, { kind, item, previous, last }: EnumerationSlip): Observation {
  const [now, before, due] = [text[item.start] as string, text[previous.start] as string, written(last + 1, '（一）')];
  return {
    span: item,
    severity: 'hint',
    message:
      kind === 'repeated'
        ? msg('编号「{0}」重复，应为「{1}」', `${now}是`, `${due}是`)
        : msg('编号由「{0}」跳到「{1}」，缺少「{2}」', `${before}是`, `${now}是`, `${due}是`),
    related: [{ span: previous, message: msg('前一个编号') }],
    fix: { title: msg('把「{0}」改为「{1}」', now, due), safe: false, edits: [{ span: item, newText: due }] },
  };
}

function observe(text: string, { item, previous, kind, corrections }: Slip): Observation {
  const [now, before, due] = [
    text.slice(item.span.start, item.span.end),
    text.slice(previous.span.start, previous.span.end),
    written(previous.value + 1, item.style),
  ];
  const messages = {
    repeated: msg('编号「{0}」重复，应为「{1}」', now, due),
    skipped: msg('编号由「{0}」跳到「{1}」，缺少「{2}」', before, now, due),
    backward: msg('编号「{0}」在「{1}」之后，应为「{2}」', now, before, due),
  };
  const edits = corrections.map((correction) => ({
    span: correction.item.span,
    newText: written(correction.value, correction.item.style),
  }));
  return {
    span: item.span,
    message: messages[kind],
    related: [{ span: previous.span, message: msg('前一个编号') }],
    fix: {
      title: edits.length > 1 ? msg('从这里起重新编号（{0} 处）', edits.length) : msg('把「{0}」改为「{1}」', now, due),
      safe: false,
      edits,
    },
  };
}

/** Whether the number that seems skipped stands inside of a line: （二）…（三）…, and （四） on the next. */
function standsBetween(text: string, { item, previous, kind }: Slip): boolean {
  if (kind !== 'skipped') return false;
  const due = written(previous.value + 1, item.style);
  const between = text.slice(previous.span.end, item.span.start);
  return (item.style.startsWith('（') ? [`${due}）`, `${due})`] : [`${due}.`, `${due}、`, `${due}．`]).some((mark) =>
    between.includes(mark),
  );
}

/** A heading with an Arabic number where its first sub-heading has one of the same form. */
function sameStyle(report: Report, { heading }: Section, items: readonly Numbered[]): Observation | undefined {
  const { text } = report;
  if (!items.some(isArabic)) return undefined;
  const own = numberedAt(text, heading.start);
  const first = own && isArabic(own) ? items.find(({ style, value }) => style === own.style && value === 1) : undefined;
  if (!own || !first) return undefined;
  const span = { start: own.span.start, end: own.span.end + 1 };
  return {
    span,
    message: msg('「{0}」与下面小标题的编号同形，各部分应编「一、」「二、」…', text.slice(span.start, span.end)),
    related: [{ span: { start: first.span.start, end: first.span.end + 1 }, message: msg('同形的小标题编号') }],
    fix: { title: msg('各部分改编「一、」「二、」…'), safe: true, edits: inChinese(report) },
  };
}

function isArabic({ style }: Numbered): boolean {
  return style === '1.' || style === '1、';
}

/** Chinese numbers for all headings that have Arabic ones: with some of each they would be misread. */
function inChinese({ text, sections }: Report): TextEdit[] {
  return sections.flatMap(({ heading, form }) => {
    const own = numberedAt(text, heading.start);
    if (!own || !isArabic(own)) return [];
    let end = own.span.end + 1;
    while (isSpace(text.charCodeAt(end))) end++;
    return [{ span: { start: own.span.start, end }, newText: `${form.numeral}、` }];
  });
}
