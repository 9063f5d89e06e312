/**
 * Finds the title above section one, on one line or broken over two, and what it tells: agency and year.
 */
import type { GridLine } from '../table/grid';
import { chineseNumeral, halfWidth } from '../text/number';
import { title as form } from './form';
import type { Agency, Title } from './report';

const longestTitle = 70;
/** How far from the top a title may stand, in lines that are not blank. */
const titleReach = 60;

/** The title among the first `until` lines of the grid. */
export function findTitle(text: string, grid: readonly GridLine[], until: number): Title | undefined {
  let found: Title | undefined;
  const repeated: Title['repeated'][number][] = [];
  const limit = Math.min(until, titleReach);
  for (let index = 0; index < limit; index++) {
    const cell = soleCell(grid[index]);
    if (!cell || cell.end - cell.start > longestTitle) continue;
    const start = cell.start + (/^[#\s*]*/.exec(text.slice(cell.start, cell.end)) as RegExpExecArray)[0].length;
    const own = read(shownOf(text, cell));
    if (own) {
      const span = { start, end: endOf(text, cell.end) };
      if (found) repeated.push(span);
      else found = { span, ...own, repeated };
      continue;
    }
    const next = index + 1 < limit ? soleCell(grid[index + 1]) : undefined;
    if (!next || next.end - next.start > longestTitle || read(shownOf(text, next))?.agency) continue;
    const joined = read(shownOf(text, cell) + shownOf(text, next));
    if (!joined || joined.agency === '' || !startsTitle(shownOf(text, cell))) continue;
    const span = { start, end: endOf(text, next.end) };
    if (found) repeated.push(span);
    else found = { span, ...joined, repeated };
    index++;
  }
  return found;
}

/** Who reports, by the agency named in the title or, without one, by how the text speaks of itself. */
export function agencyOf(title: Title | undefined, text: string): Agency {
  const name = title?.agency.replace(/[\s《》]/g, '') ?? '';
  if (name !== '') {
    if (/(?:国家|国务院|海关总署|总局|自治州人民政府|自治区人民政府|省人民政府)/.test(name) && !/(?:县|镇|乡)/.test(name)) return 'may-regulate';
    if (/(?:镇|乡|苏木|街道|街道办|办事处|镇政府|乡政府|(?:镇|乡|街道)人民政府)$/.test(name)) return 'township';
    if (/(?:县|区|旗)(?:人民)?政府(?:办公室)?$/.test(name) && !name.includes('自治区')) return 'county';
    if (/(?:人民政府|政府办公室|政府办公厅|市政府|行署|行政公署|省|自治区)$/.test(name)) return 'unknown';
    if (/(?:局|委员会|委|厅|办公室|中心|大队|支队|所|站|院|管委会|部|社|馆)$/.test(name)) return 'department';
    return 'unknown';
  }
  if (/[我本](?:镇|乡|街道|办事处)/.test(text)) return 'township';
  if (/[我本](?:局|委|中心|部门)(?!员)/.test(text)) return 'department';
  return /[我本](?:县|旗)/.test(text) ? 'county' : 'unknown';
}

/** Title text and what it says, if `line` is one. */
function read(line: string): Pick<Title, 'text' | 'agency' | 'year'> | undefined {
  const text = halfWidth(line).replace(/[\s*#《》_]/g, '');
  if (text.length < 8 || text.length > longestTitle || /[,，。；;!！?？]/.test(text) || /^(?:根据|依据|按照|为|现将|标题|来源|当前|您|[>＞])|[>＞]/.test(text)) return undefined;
  const year = /(20\d\d|二[〇零○0]{1}[一二三四五六七八九〇零]{2})年?度?/.exec(text);
  const report = /(?:政府信息公开|信息公开|政务公开)[^,，。]{0,8}(?:报告|年报|告年度报)$/.exec(text);
  const garbled = !report && text.includes(form.core) && /报告|年度报|年报/.test(text.slice(-8)) && !/[、:：>]/.test(text);
  if (!report && !garbled) return undefined;
  if (!year && !/.{2,30}政府信息公开工作年度报告$/.test(text)) return undefined;
  const digits = year?.[1];
  const value = digits === undefined ? undefined : /^\d/.test(digits) ? Number(digits) : chineseNumeral(digits.replace('○', '〇').replace('0', '〇'));
  const agency = year ? text.slice(0, year.index) : text.slice(0, Math.max(0, text.search(/政府信息公开|信息公开|政务公开/)));
  return { text, agency: agency.replace(/^关于|的$/g, ''), year: value };
}

/** Whether a line that is not yet a title may be the first half of one. */
function startsTitle(line: string): boolean {
  const text = line.replace(/[\s*#]/g, '');
  return text.length >= 3 && !/[,，。；;:：!！?？>、]/.test(text) && !/^(?:根据|依据|按照)/.test(text);
}

function soleCell(line: GridLine | undefined) {
  if (!line) return undefined;
  const filled = line.cells.filter((cell) => cell.end > cell.start);
  return filled.length === 1 ? filled[0] : undefined;
}

function shownOf(text: string, cell: { start: number; end: number; shown?: string }): string {
  return cell.shown ?? text.slice(cell.start, cell.end);
}

function endOf(text: string, end: number): number {
  let last = end;
  while (last > 0 && (text[last - 1] === '*' || text[last - 1] === '#' || text[last - 1] === ' ')) last--;
  return last;
}
