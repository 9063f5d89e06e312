/**
 * Who signs a report and when, read from its last lines, and when the page says that it was published, read from the
 * lines above section one. Says nothing of whether that is right.
 */
import type { ProseLine, Report } from '../report/report';
import { chineseNumeral, halfWidth } from '../text/number';
import { isOneOf } from '../text/characters';
import { question } from '../text/facts';
import { shifted, type Span } from '../text/span';

export interface WrittenDate extends Span {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Signature {
  readonly agency: Span | undefined;
  readonly date: WrittenDate;
}

/** How many lines at the end may hold signature, date and leftovers of a web page; how many at the top. */
const lastLines = 12;
const firstLines = 40;
const longestLine = 60;
/** With white space in it, and as most dates are written: the second pattern takes a quarter as long to compile. */
const date = dateWith('\\s{0,3}');
const closeDate = dateWith('');
const chineseDate = /(二[〇○零O0][〇○零O0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
const agency = /^[一-鿿（）()·]{3,30}(?:府|局|委|会|室|厅|办|处|院|所|站|中心|镇|乡|苏木|街道|署|支队|大队)$/;
const label = /(?:发布|公布|公开|成文|生成|印发|发文|时\s{0,4}间|日\s{0,4}期)(?:时间|日期)?\s{0,3}[:：]\s{0,3}$/;

/** The signature at the end: a line with nothing but a date, and the agency before it, on a line of its own or not. */
export function signatureOf({ text, prose, unfinished }: Report): Signature | undefined {
  if (unfinished) return undefined;
  for (let i = prose.length - 1; i >= Math.max(1, prose.length - lastLines); i--) {
    const line = prose[i] as ProseLine;
    if (line.section < 5) return undefined;
    const found = dateIn(line);
    if (!found) continue;
    const before = text
      .slice(line.start, found.start)
      .replace(/[(（]$/, '')
      .trimEnd();
    if (!/^[)）]?$/.test(text.slice(found.end, line.end).trim())) continue;
    if (before !== '') {
      if (!agency.test(before)) continue;
      return { date: found, agency: { start: line.start, end: line.start + before.length } };
    }
    const above = prose[i - 1] as ProseLine;
    return { date: found, agency: above.section === line.section && agency.test(text.slice(above.start, above.end)) ? above : undefined };
  }
  return undefined;
}

/** The dates above section one that are named as that of publication, or stand alone on a line. */
export function publishedOn({ text, prose }: Report): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (let i = 0; i < Math.min(prose.length, firstLines) && prose[i]?.section === 0; i++) {
    const line = prose[i] as ProseLine;
    const own = mayTell(line.facts.piece) ? dateIn(line) : undefined;
    if (!own) continue;
    const before = text.slice(line.start, own.start);
    const alone = /^[(（]?$/.test(before.trim());
    const above = i > 0 && alone ? text.slice((prose[i - 1] as ProseLine).start, (prose[i - 1] as ProseLine).end) : before;
    const isLabelled = /[:：]\s{0,3}$/.test(above) && label.test(above) && !/更新|统计|访问/.test(above);
    const isAlone = alone && /^[)）]?$/.test(text.slice(own.end, line.end).trim()) && !/[:：]$/.test(above);
    if (isLabelled || isAlone) found.push(own);
  }
  return found;
}

/** Whether a line may begin with a date, or name one: behind a colon. */
function mayTell(line: string): boolean {
  return isOneOf(line.charCodeAt(0), '2２二(（') || line.includes('：') || line.includes(':');
}

/** The first date in a short line. */
function dateIn({ start, facts }: ProseLine): WrittenDate | undefined {
  const found = facts.tell(firstDate);
  return found ? shifted(found, start) : undefined;
}

/** A date between the parts of which `gap` stands. */
function dateWith(gap: string): RegExp {
  return new RegExp(`(20\\d\\d)${gap}[-—/.年]${gap}(\\d{1,2})${gap}[-—/.月]${gap}(\\d{1,2})(?!\\d)${gap}日?`);
}

const firstDate = question((line): WrittenDate | false => {
  if (line.length > longestLine * 2 || !/[2２][0０]|二/.test(line)) return false;
  const shown = /[０-９－／．Ｏ]/.test(line) ? halfWidth(line) : line;
  const match = (/\s/.test(shown) ? date : closeDate).exec(shown) ?? (shown.includes('二') ? chineseDate.exec(shown) : null);
  if (!match) return false;
  const [year, month, day] = [match[1], match[2], match[3]].map((piece) =>
    /^\d/.test(piece as string) ? Number(piece) : chineseNumeral((piece as string).replace(/[○零O0]/g, '〇')),
  ) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return { start: match.index, end: match.index + match[0].trimEnd().length, year, month, day };
});
