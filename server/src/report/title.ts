/**
 * Finds the title above section one, on one line or broken over two, and what it tells: agency and year.
 */
import type { GridCell, GridLine } from '../table/grid';
import { holdsAny, isAsciiDigit, isOneOf, isSpace } from '../text/characters';
import { chineseNumeral, halfWidth } from '../text/number';
import type { Span } from '../text/span';
import { title as form } from './form/form';
import type { Agency, Title } from './report';

const longestTitle = 70;
/** A date, as the lines about a page have it above its title: 成文日期 2024-01-16 发布机构 …. */
const fullDate = /20\d\d[-./]\d{1,2}[-./]\d/;
/** How far from the top a title may stand, in lines that are not blank. */
export const titleReach = 60;

/** The most lines over which a title may be broken. */
const mostLines = 3;

type TitleWords = Pick<Title, 'text' | 'agency' | 'year'>;

/** A title as found: on which lines of the grid it stands, counted from 0, and what it says. */
interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  readonly own: TitleWords;
  /** It stands behind the word 标题, as pages have it among what they say of themselves. */
  readonly labelled: boolean;
}

/** The title among the first `until` lines of the grid, `titleReach` at the most. */
export function findTitle(text: string, grid: readonly GridLine[], until: number): Title | undefined {
  let found: Candidate | undefined;
  let repeated: Span[] = [];
  for (const candidate of candidatesIn(text, grid, until)) {
    if (candidate.labelled && found) continue;
    if (!found || supersedes(candidate, found, text, grid)) {
      repeated = found && found.own.agency === '' && found.own.year === candidate.own.year ? [found.span] : [];
      found = candidate;
    } else if (candidate.own.year === undefined || candidate.own.year === found.own.year) repeated.push(candidate.span);
  }
  return found && { span: found.span, ...found.own, repeated };
}

/** Whether `later` is the title and `found`, above it, is not: a column's name, a page's name, a cover. */
function supersedes(later: Candidate, found: Candidate, text: string, grid: readonly GridLine[]): boolean {
  if (found.labelled || (found.own.year === undefined && later.own.year !== undefined)) return true;
  if (found.own.agency === '' && later.own.agency !== '' && found.own.year === later.own.year) return true;
  return later.own.agency !== '' && later.own.year === found.own.year && isCover(found, later, text, grid);
}

/** A title over several lines that stands again whole, or one with a date or a table of contents between: a page of its own. */
function isCover(found: Candidate, later: Candidate, text: string, grid: readonly GridLine[]): boolean {
  if (later.first !== later.last) return false;
  if (found.first !== found.last) return true;
  return grid.slice(found.last + 1, later.first).some(({ cells }) => {
    const words = cells
      .map((cell) => shownOf(text, cell))
      .join('')
      .replace(/\s/g, '');
    return /^目录$/.test(words) || /^(?:20\d\d|二[〇○零].{2})年.{1,3}月(?:.{1,3}日)?$/.test(words);
  });
}

/** All titles among the first `limit` lines, in the order of the text; behind one also its bare repetition without agency and year. */
function* candidatesIn(text: string, grid: readonly GridLine[], limit: number): Generator<Candidate> {
  let last = -2;
  for (let index = 0; index < limit; index++) {
    const cell = titleCell(grid[index], text);
    if (!cell) continue;
    const framed = framedTitle(text, cell);
    const own = read(framed.shown) ?? (index - last <= 2 && isBare(framed.shown) ? bare(framed.shown) : undefined);
    const joined = own ? undefined : readJoined(text, grid, index, limit);
    if (own) yield { first: index, last: index, span: { start: framed.start, end: framed.end }, own, labelled: framed.labelled };
    else if (joined)
      yield {
        first: index,
        last: joined.index,
        span: { start: framed.start, end: endOf(text, joined.end) },
        own: joined.own,
        labelled: framed.labelled,
      };
    else continue;
    index = joined?.index ?? index;
    last = index;
  }
}

/** 政府信息公开工作年度报告 alone. */
function isBare(line: string): boolean {
  return line.includes('报') && line.replace(/[\s*#_《》]/g, '') === form.name.replace(/^年/, '');
}

function bare(line: string): TitleWords {
  return { text: line.replace(/[\s*#_]/g, ''), agency: '', year: undefined };
}

/** What may stand in front of a title on its line: marks, 附件1, 标题. */
const frontInitials = '#*_>附标名文信';
const frontMatter = /^[#\s*_>]*(?:附件\s*\d*\s*[:：]?\s*)?(?:(?:标\s*题|名\s*称|文件名称|信息名称)\s*[:：]?\s*(?=\S{4}))?/;
/** What may stand behind it: the date of publication. */
const dateBehind =
  /\s*[(（]?\s*(?:(?:发布|成文)(?:时间|日期)\s*[:：]?\s*)?20\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?\s*[)）]?\s*$/;

/** Whether a date may end with a character, in brackets or not. */
function mayEndDate(code: number): boolean {
  return isAsciiDigit(code) || isSpace(code) || '日)）'.includes(String.fromCharCode(code));
}

/** The title's own words in `cell`, without what stands around them on the line. */
function framedTitle(text: string, cell: GridCell): Span & { readonly shown: string; readonly labelled: boolean } {
  const raw = text.slice(cell.start, cell.end);
  const mayBeFramed = isOneOf(raw.charCodeAt(0), frontInitials) || raw.trimStart().length < raw.length;
  const front = mayBeFramed ? (frontMatter.exec(raw)?.[0].length ?? 0) : 0;
  const back = mayEndDate(raw.charCodeAt(raw.length - 1)) ? (dateBehind.exec(raw)?.[0].length ?? 0) : 0;
  const shown = cell.shown ?? raw.slice(front, raw.length - back);
  return {
    start: cell.start + front,
    end: endOf(text, cell.end - (cell.shown === undefined ? back : 0)),
    shown,
    labelled: front > 0 && /[题称]/.test(raw.slice(0, front)),
  };
}

/** The title that begins on line `index` and goes on over the next one or two. */
function readJoined(
  text: string,
  grid: readonly GridLine[],
  index: number,
  limit: number,
): { own: TitleWords; end: number; index: number } | undefined {
  const first = titleCell(grid[index], text);
  if (!first) return undefined;
  let joined = framedTitle(text, first).shown;
  if (!startsTitle(joined)) return undefined;
  for (let next = index + 1; next < Math.min(limit, index + mostLines); next++) {
    const cell = titleCell(grid[next], text);
    if (!cell || read(shownOf(text, cell))?.agency) return undefined;
    joined += shownOf(text, cell);
    const own = read(joined);
    if (own) return own.agency === '' ? undefined : { own, end: cell.end, index: next };
    if (!startsTitle(joined)) return undefined;
  }
  return undefined;
}

/** Who reports, by the agency named in the title or, without one, by how the text speaks of itself. */
export function agencyOf(title: Title | undefined, text: string): Agency {
  const name = title?.agency.replace(/[\s《》]/g, '') ?? '';
  if (name !== '') {
    // Ministries and central authorities name no place; their offices in a place do.
    const placed = /[省市县区旗州盟镇乡]/.test(name.replace('自治区', ''));
    if (/(?:自治州|自治区|省)人民政府$/.test(name)) return 'may-regulate';
    if (/(?:镇|乡|苏木|街道|街道办|办事处|(?:镇|乡)(?:人民)?政府|街道人民政府)$/.test(name)) return 'township';
    if (/(?:县|区|旗)(?:(?:人民)?政府(?:办公室)?)?$/.test(name) && !/自治区(?:人民政府)?(?:办公室|办公厅)?$/.test(name)) return 'county';
    if (/(?:人民政府|政府办公室|政府办公厅|市政府|行署|行政公署|省|市|自治区)$/.test(name)) return 'unknown';
    if (/(?:局|委员会|委|厅|办公室|中心|大队|支队|队|所|站|院|管委会|部|社|馆)$/.test(name)) return placed ? 'department' : 'may-regulate';
    return 'unknown';
  }
  if (/[我本](?:镇|乡|街道|办事处)/.test(text)) return 'township';
  if (/[我本](?:局|委|中心|部门)(?!员)/.test(text)) return 'department';
  return /[我本](?:县|旗)/.test(text) ? 'county' : 'unknown';
}

/** Title text and what it says, if `line` is one; a full stop at its end does not make it a sentence. */
function read(line: string): TitleWords | undefined {
  if (!line.includes('报')) return undefined;
  const stop = /报告[。.]\s*$/.test(line) && !/公布|发布|编制|汇报|[现特本如将]/.test(line) ? (line.trimEnd().at(-1) as string) : '';
  const own = stop === '' ? readWords(line) : readWords(line.trimEnd().slice(0, -1));
  return own && { ...own, text: own.text + stop };
}

function readWords(line: string): TitleWords | undefined {
  const plain = halfWidth(line).replace(/[\s*#《》_]/g, '');
  const text = plain.startsWith('附件') ? plain.replace(/^附件\d*:?/, '') : plain;
  if (
    text.length < 8 ||
    text.length > longestTitle ||
    holdsAny(text, ',，。；;!！?？:>»') ||
    /^(?:根据|依据|按照|为|现将|来源|当前|您|第?[一二三四五六七八九十]+[、章])/.test(text)
  )
    return undefined;
  const year = /(20\d\d|二[〇零○0]{1}[一二三四五六七八九〇零]{2})年?度?/.exec(text);
  const report = /(?:政府信息公开|信息公开|政务公开)[^,，。]{0,8}(?:报告|年报|告年度报)(?:[(（][^()（）]{1,12}[)）])?$/.exec(text);
  const garbled =
    !report && text.includes(form.core) && /(?:报告|年度报|年报)[^读答解知式查估总录栏]{0,6}$/.test(text) && !text.includes('、');
  if ((!report && !garbled) || (holdsAny(text, '-./') && fullDate.test(text))) return undefined;
  if (!year && !/.{2,30}政府信息公开工作年度报告$/.test(text)) return undefined;
  const agency = agencyIn(text, year);
  if (isNumbered(agency)) return undefined;
  const digits = year?.[1];
  const value =
    digits === undefined
      ? undefined
      : isAsciiDigit(digits.charCodeAt(0))
        ? Number(digits)
        : chineseNumeral(digits.replace('○', '〇').replace('0', '〇'));
  return { text, agency, year: value };
}

/** A number of a document or of an index, which no agency's name has: 〔2026〕2号, 014178686/2023-00003. */
function isNumbered(words: string): boolean {
  return holdsAny(words, '〔〕[]/0123456789') && /[〔〕[\]/]|\d号|\d{5}/.test(words);
}

const aroundAgency = /^关于(?:发布|公布|印发)?|(?:关于(?:报送|呈报|上报|报告|发布|公布|印发|编制)?|的)$/g;

/** What stands before the year or, where the year comes first or is missing, before 政府信息公开. */
function agencyIn(text: string, year: RegExpExecArray | null): string {
  const core = [form.core, '信息公开', '政务公开'].map((word) => text.lastIndexOf(word)).find((at) => at >= 0) ?? 0;
  const before = year && year.index < core ? text.slice(0, year.index) : '';
  const between = text.slice(year && year.index < core ? year.index + year[0].length : 0, core);
  const named = before === '' ? between : before;
  const agency = holdsAny(named, '关的') ? named.replace(aroundAgency, '') : named;
  // X镇人民政府信息公开…: the agency's last two characters are the topic's first.
  return before === '' && agency.endsWith('人民') ? `${agency}政府` : agency;
}

/** Whether a line that is not yet a title may be the first half of one: it has the year, or is the name of an agency. */
function startsTitle(line: string): boolean {
  const text = line.replace(/[\s*#《》]/g, '');
  if (
    text.length < 3 ||
    text.length > longestTitle ||
    /[,，。；;:：!！?？>、]/.test(text) ||
    /^(?:根据|依据|按照)/.test(text) ||
    isNumbered(text) ||
    fullDate.test(text)
  )
    return false;
  return (
    /20\d\d|二[〇零○0]/.test(text) ||
    /(?:府|局|委|会|厅|办|处|室|部|署|院|所|站|馆|队|中心|省|市|县|区|旗|州|盟|镇|乡|苏木|街道|公司|集团|大学|学院|学校|医院|银行|关于)$/.test(
      text,
    )
  );
}

/** The cell of `line` that may hold a title: the only one that holds anything, or the one behind 标题. */
function titleCell(line: GridLine | undefined, text: string): GridCell | undefined {
  if (!line) return undefined;
  const filled = line.cells.length === 1 ? line.cells : line.cells.filter((cell) => cell.end > cell.start);
  const isNamed = filled.length === 2 && /^(?:标\s*题|名\s*称|文件名称|信息名称)\s*[:：]?$/.test(shownOf(text, filled[0] as GridCell));
  const cell = isNamed ? filled[1] : filled[0];
  if (filled.length > 1 && !isNamed) return undefined;
  return cell && cell.end > cell.start && cell.end - cell.start <= longestTitle ? cell : undefined;
}

function shownOf(text: string, cell: { start: number; end: number; shown?: string }): string {
  return cell.shown ?? text.slice(cell.start, cell.end);
}

function endOf(text: string, end: number): number {
  let last = end;
  while (last > 0 && (text[last - 1] === '*' || text[last - 1] === '#' || text[last - 1] === ' ')) last--;
  return last;
}
