/**
 * Finds the title above section one, on one line or broken over two, and what it tells: agency and year.
 */
import type { GridLine } from '../table/grid';
import { chineseNumeral, halfWidth } from '../text/number';
import { title as form } from './form/form';
import type { Agency, Title } from './report';

const longestTitle = 70;
/** A date, as the lines about a page have it above its title: 成文日期 2024-01-16 发布机构 …. */
const fullDate = /20\d\d[-./]\d{1,2}[-./]\d/;
/** How far from the top a title may stand, in lines that are not blank. */
const titleReach = 60;

/** The most lines over which a title may be broken. */
const mostLines = 3;

type Reading = Pick<Title, 'text' | 'agency' | 'year'>;

/** The title among the first `until` lines of the grid. */
export function findTitle(text: string, grid: readonly GridLine[], until: number): Title | undefined {
  let found: Title | undefined;
  let repeated: Title['repeated'][number][] = [];
  const limit = Math.min(until, titleReach);
  for (let index = 0; index < limit; index++) {
    const cell = titleCell(grid[index]);
    if (!cell) continue;
    const shown = shownOf(text, cell);
    let own = read(shown);
    let end = cell.end;
    if (!own) {
      const joined = readJoined(text, grid, index, limit);
      if (!joined) continue;
      ({ own, end } = joined);
      index = joined.index;
    }
    const span = {
      start: cell.start + (/^[#\s*]*(?:附件\s*\d*\s*[:：]?\s*)?/.exec(text.slice(cell.start, cell.end)) as RegExpExecArray)[0].length,
      end: endOf(text, end),
    };
    // A line without a year that only looks like a title, such as a column's name, gives way to one with a year; one
    // without an agency, such as a page's name, to one with it.
    if (!found || (found.year === undefined && own.year !== undefined)) found = { span, ...own, repeated };
    else if (found.agency === '' && own.agency !== '' && found.year === own.year) {
      repeated = [found.span, ...repeated];
      found = { span, ...own, repeated };
    } else if (own.year === undefined || own.year === found.year) repeated.push(span);
  }
  return found;
}

/** The title that begins on line `index` and goes on over the next one or two. */
function readJoined(
  text: string,
  grid: readonly GridLine[],
  index: number,
  limit: number,
): { own: Reading; end: number; index: number } | undefined {
  const first = titleCell(grid[index]);
  if (!first || !startsTitle(shownOf(text, first))) return undefined;
  let joined = shownOf(text, first);
  for (let next = index + 1; next < Math.min(limit, index + mostLines); next++) {
    const cell = titleCell(grid[next]);
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
function read(line: string): Reading | undefined {
  const stop = /报告[。.]\s*$/.test(line) && !/公布|发布|编制|汇报|[现特本如将]/.test(line) ? (line.trimEnd().at(-1) as string) : '';
  const own = stop === '' ? readWords(line) : readWords(line.trimEnd().slice(0, -1));
  return own && { ...own, text: own.text + stop };
}

function readWords(line: string): Reading | undefined {
  const text = halfWidth(line)
    .replace(/[\s*#《》_]/g, '')
    .replace(/^附件\d*:?/, '');
  if (
    text.length < 8 ||
    text.length > longestTitle ||
    /[,，。；;!！?？:>»]/.test(text) ||
    /^(?:根据|依据|按照|为|现将|标题|来源|当前|您)/.test(text)
  )
    return undefined;
  const year = /(20\d\d|二[〇零○0]{1}[一二三四五六七八九〇零]{2})年?度?/.exec(text);
  const report = /(?:政府信息公开|信息公开|政务公开)[^,，。]{0,8}(?:报告|年报|告年度报)(?:[(（][^()（）]{1,12}[)）])?$/.exec(text);
  const garbled = !report && text.includes(form.core) && /报告|年度报|年报/.test(text.slice(-8)) && !text.includes('、');
  if ((!report && !garbled) || fullDate.test(text)) return undefined;
  if (!year && !/.{2,30}政府信息公开工作年度报告$/.test(text)) return undefined;
  const agency = agencyIn(text, year);
  if (isNumbered(agency)) return undefined;
  const digits = year?.[1];
  const value =
    digits === undefined ? undefined : /^\d/.test(digits) ? Number(digits) : chineseNumeral(digits.replace('○', '〇').replace('0', '〇'));
  return { text, agency, year: value };
}

/** A number of a document or of an index, which no agency's name has: 〔2026〕2号, 014178686/2023-00003. */
function isNumbered(words: string): boolean {
  return /[〔〕[\]/]|\d号|\d{5}/.test(words);
}

/** What stands before the year or, where the year comes first or is missing, before 政府信息公开. */
function agencyIn(text: string, year: RegExpExecArray | null): string {
  const core = [form.core, '信息公开', '政务公开'].map((word) => text.lastIndexOf(word)).find((at) => at >= 0) ?? 0;
  const before = year && year.index < core ? text.slice(0, year.index) : '';
  const between = text.slice(year && year.index < core ? year.index + year[0].length : 0, core);
  const agency = (before === '' ? between : before).replace(/^关于(?:发布|公布|印发)?|(?:关于|的)$/g, '');
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

function titleCell(line: GridLine | undefined) {
  if (!line) return undefined;
  const filled = line.cells.filter((cell) => cell.end > cell.start);
  const cell = filled.length === 1 ? filled[0] : undefined;
  return cell && cell.end - cell.start <= longestTitle ? cell : undefined;
}

function shownOf(text: string, cell: { start: number; end: number; shown?: string }): string {
  return cell.shown ?? text.slice(cell.start, cell.end);
}

function endOf(text: string, end: number): number {
  let last = end;
  while (last > 0 && (text[last - 1] === '*' || text[last - 1] === '#' || text[last - 1] === ' ')) last--;
  return last;
}
