/**
 * Tells a report on open government information from all other texts, by what it holds, never by the file's name. Evidence
 * for and against is weighed: each reader below looks for one thing and says in words what it found; where the sum reaches
 * `enough`, the text is a report or a part of one, such as table three alone. What stands in fences of which there are
 * several is shown there, not reported: the examples of a page about such reports.
 */
import { isHan } from '../text/characters';
import { type Message, msg } from '../text/message';
import type { Span } from '../text/span';
import { sections as forms } from './form/form';
import { headlinesOf, kindOfText } from './other-texts';
import type { Report, Table } from './report';
import type { Recognition } from './recognition';
import { essence } from './tables/labels';

/** What a text was found to hold. */
export type Contents = Pick<Report, 'text' | 'title' | 'year' | 'sections' | 'tables'>;

/** The same with what several readers ask of it. */
interface Shown extends Contents {
  /** The sections whose headings only these reports have, by their names. */
  readonly own: ReadonlySet<string>;
}

/** Something that speaks for a report (weight above 0) or against one. */
interface Evidence {
  readonly weight: number;
  readonly reason: Message;
}

/** The sum from which on a text is taken for a report. */
const enough = 3;
/** The first year that was reported on by a form that is known here. */
const firstYear = 2019;
/** Aspects that section one must name before it tells a report by itself. */
const fewestAspects = 3;
/** How far a report may go on before it says what it is. */
const openingLength = 1200;
/** The most that headings weigh, however many there are: speeches and circulars about reports have all six. */
const mostForOwnHeadings = 6;
const mostForOtherHeadings = 2;
const mostForTable = 3;

interface Reader {
  readonly read: (shown: Shown) => Evidence | undefined;
  /** The most that it may speak for a report, or against one where it is below 0. */
  readonly most: (shown: Shown) => number;
}

const reader = (read: Reader['read'], most: number): Reader => ({ read, most: () => most });

/** In the order in which their reasons count where they weigh the same. */
const readers = {
  title: reader(title, 2),
  opening: reader(opening, 3),
  ownHeadings: reader(ownHeadings, mostForOwnHeadings),
  otherHeadings: reader(otherHeadings, mostForOtherHeadings),
  tables: { read: tables, most: (shown) => mostForTable * shown.tables.length },
  aspects: reader(aspects, 2),
  onRegulation: reader(onRegulation, 1),
  anotherKind: reader(anotherKind, -16),
  schoolYear: reader(schoolYear, -8),
  announcesOther: reader(announcesOther, -4),
  addressed: reader(addressed, -4),
  program: reader(program, -4),
  instructions: reader(instructions, -4),
  otherOrder: reader(otherOrder, -4),
  listOfReports: reader(listOfReports, -4),
} satisfies Readonly<Record<string, Reader>>;

/** The order in which they are asked for the verdict: what was read already first, what looks through the whole text last. */
const byCost: readonly Reader[] = [
  readers.ownHeadings,
  readers.otherHeadings,
  readers.tables,
  readers.otherOrder,
  readers.schoolYear,
  readers.announcesOther,
  readers.addressed,
  readers.anotherKind,
  readers.listOfReports,
  readers.title,
  readers.onRegulation,
  readers.opening,
  readers.aspects,
  readers.program,
  readers.instructions,
];

/** Weighs what `contents` hold; why is worked out when somebody asks. */
export function recognize(contents: Contents): Recognition {
  const seen = withoutExamples(contents);
  const shown: Shown = { ...seen, own: ownSections(seen) };
  return new Verdict(shown, !isOlder(shown) && weighsEnough(shown));
}

class Verdict implements Recognition {
  readonly #shown: Shown;

  constructor(
    shown: Shown,
    readonly report: boolean,
  ) {
    this.#shown = shown;
  }

  get reason(): Message {
    return reasonFor(this.#shown, this.report);
  }
}

/** Whether the evidence reaches `enough`. Nobody is asked any more once those that are left could not change that. */
function weighsEnough(shown: Shown): boolean {
  const most = byCost.map((known) => known.most(shown));
  let inFavour = 0;
  let against = 0;
  for (const weight of most) {
    if (weight > 0) inFavour += weight;
    else against += weight;
  }
  let sum = 0;
  for (const [i, { read }] of byCost.entries()) {
    if (sum + against >= enough || sum + inFavour < enough) break;
    const weight = most[i] as number;
    if (weight > 0) inFavour -= weight;
    else against -= weight;
    sum += read(shown)?.weight ?? 0;
  }
  return sum >= enough;
}

/** The weightiest evidence for the verdict. */
function reasonFor(shown: Shown, report: boolean): Message {
  if (isOlder(shown)) return msg('是 {0} 年的报告，那时还没有现在的格式', shown.year ?? 0);
  const evidence = Object.values(readers).flatMap(({ read }) => read(shown) ?? []);
  const telling = evidence.filter(({ weight }) => weight > 0 === report).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
  return telling?.reason ?? msg('没有认出年报的标题、部分或表格');
}

function title({ title: found }: Contents): Evidence | undefined {
  if (!found || kindOfText(found.text) !== undefined || !found.text.includes('政府信息公开')) return undefined;
  return { weight: 2, reason: msg('有年报的标题「{0}」', found.text) };
}

/** 本报告根据《中华人民共和国政府信息公开条例》编制, 统计期限自…: the first words say what the text is. */
function opening({ text, sections }: Contents): Evidence | undefined {
  const until = Math.min(openingLength, Math.max(sections[0]?.heading.start ?? openingLength, openingLength / 2));
  const says = text
    .slice(0, until)
    .split(/[。！？]/)
    .some((sentence) => namesItself(sentence.replace(/\s/g, '')));
  return says ? { weight: 3, reason: msg('开头说明了是政府信息公开工作年度报告') } : undefined;
}

const itself = /本(?:年度|年)?(?:工作)?(?:报告|年报)|本机关.{0,20}年度报告/;
const basis = /条例|政府信息公开|统计[期时]限|格式/;
const announced =
  /(?:公布|发布|编制|形成|汇报|报告).{0,50}政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|政府信息公开(?:工作)?(?:年度报告|年报).{0,4}(?:根据|依据|按照)/;

function namesItself(sentence: string): boolean {
  if (itself.test(sentence) && basis.test(sentence)) return true;
  return announced.test(sentence) && /条例/.test(sentence) && !/应当|必须|各单位|会议|同志/.test(sentence);
}

/** Headings that only these reports have: sections two to four under the name of either form. */
function ownHeadings({ own }: Shown): Evidence | undefined {
  const count = own.size;
  if (count === 0) return undefined;
  return { weight: Math.min(mostForOwnHeadings, 2 * count), reason: msg('认出年报专有的部分标题 {0} 个', count) };
}

function otherHeadings({ sections, own }: Shown): Evidence | undefined {
  const named = new Set(sections.filter((section) => section.named).map(({ form }) => form));
  const count = named.size - own.size;
  return count > 0 ? { weight: Math.min(mostForOtherHeadings, count), reason: msg('认出 {0} 个部分的标题', named.size) } : undefined;
}

/** Names of the sections whose headings only these reports have. */
function ownSections({ sections, text }: Contents): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { form, heading, named } of sections) {
    const names = named ? ownNames.get(form) : undefined;
    if (!names) continue;
    const words = essence(text.slice(heading.start, heading.end)).replace(/^第?[一二三四五六\d]部?分?/, '');
    if (names.some((name) => words.endsWith(name))) found.add(form.name);
  }
  return found;
}

/** The names of sections two to four in either form, as headings are compared. */
const ownNames = new Map(
  forms
    .filter(({ table }) => table !== undefined)
    .map((form) => [form, [form.name, ...(form.formerly === undefined ? [] : [form.formerly])].map(essence)]),
);

function tables({ tables: found, text }: Contents): Evidence | undefined {
  const telling = found.filter((table) => isTelling(table, text));
  if (telling.length === 0) return undefined;
  const weight = telling.reduce((sum, table) => sum + (table.form.number === 3 || isFilled(table) ? mostForTable : 2), 0);
  return { weight, reason: msg('认出 {0} 张年报的表', telling.length) };
}

function isFilled({ rows, ragged }: Table): boolean {
  return ragged.length > 0 || rows.some(({ cells }) => cells.some(({ value }) => value !== undefined));
}

const aspect =
  /(?:^|[\n\r。])[^\S\n\r]*(?:[（(][一二三四五六][)）]|[1-6][.、．])[^\n\r。]{0,12}?(主动公开|依申请公开|信息管理|平台建设|监督保障)/g;

/** Whether section one is divided as only these reports divide it. */
function aspects({ text, sections }: Contents): Evidence | undefined {
  const { start, end } = sections.find(({ form }) => form.number === 1)?.body ?? { start: 0, end: openingLength * 2 };
  const found = new Set(Array.from(text.slice(start, end).matchAll(aspect), ([, name]) => name));
  if (found.size < 2) return undefined;
  return { weight: found.size < fewestAspects ? 1 : 2, reason: msg('总体情况按年报的 {0} 个方面写', found.size) };
}

/** Section one opens with the regulation that the report is on: a part of a report without its first lines. */
function onRegulation({ text, sections }: Contents): Evidence | undefined {
  const first = sections[0];
  if (first?.form.number !== 1 || !first.named) return undefined;
  const says = text.slice(first.body.start, first.body.start + openingLength / 2).includes('政府信息公开条例');
  return says ? { weight: 1, reason: msg('总体情况写的是《政府信息公开条例》的落实') } : undefined;
}

/** 关于…的通知, 工作要点, 解读 and their like: the text says itself that it is another. A report may follow its covering notice. */
function anotherKind({ text, sections, title: found, tables: all }: Contents): Evidence | undefined {
  for (const { words } of headlinesOf(text, sections[0]?.heading.start)) {
    const kind = kindOfText(words);
    if (kind === undefined) continue;
    const covers = found?.year !== undefined && /^[一-鿿]{3,}/.test(found.agency) && kindOfText(found.text) === undefined;
    const weight = covers ? -6 : -10 - (all.some(isFilled) ? 0 : 6);
    return { weight, reason: msg('开头写着「{0}」，是{1}，不是年报', words.slice(0, 40), kind) };
  }
  return undefined;
}

function schoolYear({ text }: Contents): Evidence | undefined {
  const found = findInOpening(text, ['学年', '高等学校', '教育部令'], /学年|高等学校信息公开办法|教育部令第\s?29\s?号/);
  return found ? { weight: -8, reason: msg('按「{0}」编写，是学校的信息公开报告，用的是另一种格式', found[0]) } : undefined;
}

/** 现将工作总结如下: another kind of paper, though its headings may be alike. */
function announcesOther({ text }: Contents): Evidence | undefined {
  const found = findInOpening(text, ['现将'], /现将[^。\n\r]{0,40}(总结|通报|通知|解读|方案)(?:如下|情况如下|印发)/);
  return found ? { weight: -4, reason: msg('开头写着「{0}」', found[0]) } : undefined;
}

/** Where `pattern` matches in the opening; not tried where none of the words stand there with which all that it matches begins. */
function findInOpening(text: string, beginnings: readonly string[], pattern: RegExp): RegExpExecArray | null {
  const beginning = text.slice(0, openingLength);
  return beginnings.some((words) => beginning.includes(words)) ? pattern.exec(beginning) : null;
}

/** Code, or talk of it: a page of a program that reads reports. */
function program({ text }: Contents): Evidence | undefined {
  const found = /```\s?(?:ba)?sh\b|```\s?(?:python|js|ts|json|sql|java)\b|\b(?:pip|npm|npx|pandas|python|README|GitHub)\b/i.exec(text);
  return found ? { weight: -4, reason: msg('讲的是程序「{0}」', found[0].replace(/`/g, '')) } : undefined;
}

/** 各乡镇人民政府，县直各单位： in a line of its own: a circular. */
function addressed({ text }: Contents): Evidence | undefined {
  const beginning = text.slice(0, openingLength);
  const found = colonEndsLine(beginning)
    ? /(?:^|[\n\r])[^\S\n\r]*((?:各|县直|市直|区直|省直|机关各|同志们|大家好|尊敬的)[^\n\r。；]{0,80}[:：])[^\S\n\r]*(?=[\n\r])/.exec(
        beginning,
      )
    : undefined;
  return found ? { weight: -4, reason: msg('写给「{0}」，是公文或讲话', (found[1] ?? '').slice(0, 20)) } : undefined;
}

/** Whether a line of `text` ends in a colon, another line behind it. */
function colonEndsLine(text: string): boolean {
  for (const colon of [':', '：']) {
    for (let at = text.indexOf(colon); at >= 0; at = text.indexOf(colon, at + 1)) {
      let end = at + 1;
      while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
      if (end < text.length && text.slice(at + 1, end).trim() === '') return true;
    }
  }
  return false;
}

/** 要写实数, 不要填进来, 该部分以表格形式报告: how reports are to be written. */
function instructions({ text }: Contents): Evidence | undefined {
  const found =
    text.match(/(?:要|应当?|须|请|别|不得)(?:如实)?(?:写|填报|填写|填入|填|核对)(?!补|表)|(?:这一|该|本)(?:项|部分)(?:以表格形式)?报告/g) ??
    [];
  return found.length > 1 ? { weight: -4, reason: msg('讲的是年报怎样填写') } : undefined;
}

/** Sections three and four under other names, and none of the form's tables: another kind of report, not to be half checked. */
function otherOrder({ sections, tables: found, text }: Contents): Evidence | undefined {
  const isOther = (number: number) =>
    sections.some(({ form, named }) => form.number === number && !named) &&
    !sections.some(({ form, named }) => form.number === number && named);
  if (!isOther(3) || !isOther(4) || found.some((table) => isTelling(table, text))) return undefined;
  return { weight: -4, reason: msg('第三、四部分不是年报的内容') };
}

const reportName = /20\d\d年度?政府信息公开工作年度报告/g;
const nameBehindYear = '政府信息公开工作年度报告';
const longestUnit = 30;
/** More units than these in titles, a line each: a list of reports. */
const fewestListed = 4;

function listOfReports({ text }: Contents): Evidence | undefined {
  const beginning = text.slice(0, openingLength * 2);
  if (beginning.split(nameBehindYear).length <= fewestListed) return undefined;
  const units = new Set<string>();
  let behind = 0;
  for (const { 0: name, index } of beginning.matchAll(reportName)) {
    let start = index;
    while (start > behind && index - start < longestUnit && isHan(text.charCodeAt(start - 1))) start--;
    if (index - start > 1) units.add(text.slice(start, index));
    behind = index + name.length;
  }
  return units.size >= fewestListed ? { weight: -4, reason: msg('列出了 {0} 个单位的年报，是目录', units.size) } : undefined;
}

/** Whether the report is for a year before the form of 2019: nothing it says can be held against a form. */
function isOlder({ year, tables: found, text }: Contents): boolean {
  return year !== undefined && year < firstYear && found.length === 0 && !/20[2-9]\d\s?年/.test(text);
}

/** So many rows of table three are the table, whatever stands in them. */
const manyRows = 15;
/** A row of table three with fewer figures is a row of something else that has the same name. */
const fewestFigures = 5;

/** As many different labels tell a table of the form that cannot be read. */
const fewestLabels = 5;

/** Whether a table is the form's beyond doubt, without a heading over it. */
export function isTelling(table: Table, text: string): boolean {
  const { form, rows, ragged, labels } = table;
  // Rows named as the form's over other columns are some other statistics.
  if (table.doubt === 'foreign') return false;
  if (table.doubt) return new Set(labels.map((label) => label.form)).size >= fewestLabels;
  if (overYears(table, text)) return false;
  const stated = rows.filter(
    ({ cells, label, span }) => cells.some(({ value }) => value !== undefined) || isBlankAfter(text, label?.end ?? span.end),
  );
  if (form.number === 3) {
    const wide = ragged.filter(({ span }) => (text.slice(span.start, span.end).match(/[^\s|｜,，]+/g) ?? []).length > fewestFigures);
    return stated.length + wide.length > 2 || rows.length >= manyRows;
  }
  if (form.number === 4) return rows.length + ragged.length > 0 && labels.filter(({ form: own }) => own.kind === 'column').length > 3;
  const told = stated.length + ragged.filter(({ span }) => /\d/.test(text.slice(span.start, span.end))).length;
  return told > 1 && labels.filter(({ form: own }) => own.kind !== 'row').length > 1;
}

/** Whether the columns are years: statistics over several of them. */
function overYears({ span }: Table, text: string): boolean {
  const head = text.slice(Math.max(0, span.start - 100), Math.min(span.end, span.start + 60));
  if (!head.includes('20')) return false;
  return new Set(head.match(/20\d\d年?(?:度)?(?=\s*[|｜\t,，]|\s{2}|\s*[\n\r])/g)).size > 1;
}

/** Whether nothing but delimiters follows on the line: a blank row. A table that only speaks of the form has words there. */
function isBlankAfter(text: string, from: number): boolean {
  let i = from;
  while (i < text.length && /[ \t|｜]/.test(text[i] as string)) i++;
  return i === text.length || text[i] === '\n' || text[i] === '\r';
}

/** The contents less what stands in fences, if there are several of them. */
function withoutExamples(contents: Contents): Contents {
  const fences = fencesIn(contents.text);
  if (fences.length < 2) return contents;
  const isShown = ({ start }: Span) => fences.some((fence) => fence.start <= start && start < fence.end);
  const { title: found, sections, tables: all } = contents;
  return {
    ...contents,
    title: found && isShown(found.span) ? undefined : found,
    sections: sections.filter(({ heading }) => !isShown(heading)),
    tables: all.filter(({ span }) => !isShown(span)),
  };
}

/** The blocks between Markdown's fences, in the order of the text. */
function fencesIn(text: string): Span[] {
  const fences: Span[] = [];
  let open = -1;
  for (let at = text.indexOf('```'); at >= 0; at = text.indexOf('```', at + 3)) {
    if (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') continue;
    if (open < 0) open = at;
    else {
      fences.push({ start: open, end: at });
      open = -1;
    }
  }
  return fences;
}
