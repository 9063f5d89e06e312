/**
 * Where the opening names the report itself: 现公布某县人民政府2024年政府信息公开工作年度报告. The names of other
 * reports (下属, 上年), of notices about reports (《…年度报告编制和发布工作的通知》) and 本局, 我镇 are left out.
 */
import type { ProseLine, Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import type { Span } from '../text/span';
import { placesOf, proseAt } from './prose-search';

export interface Announcement {
  /** The agency's full name as written; undefined where it is not named there. */
  readonly agency: Span | undefined;
  readonly year: { readonly span: Span; readonly value: number };
}

/** What it is called; the second is how some shorten it. */
export const announcedNames: readonly string[] = ['政府信息公开工作年度报告', '政府信息公开年度报告'];
const longestName = 60;
/** How many lines of section one belong to the opening. */
const firstLines = 2;
const named = /([一-鿿·（）()]{0,40})(20\d\d)\s?年度?$/;
const verb = /.*(?:公布|发布|公开|编制|印发|报送|撰写|现将|特将|将|对|如下)/;
const kinds = /(?:政府|办公[室厅]|[局厅镇乡]|苏木|街道|办事处|委员会|管委会|中心|院|署|支队|大队|分局|[县市区旗])$/;

/** The announcements in the opening, in the order of the text. */
export function announcementsOf({ text, prose, title }: Report, scan: ProseScan): Announcement[] {
  const found: Announcement[] = [];
  const one = prose.findIndex(({ section }) => section > 0);
  const openingEnd = (one < 0 ? undefined : prose[one + firstLines])?.start ?? Infinity;
  const isTitle = (line: Span) =>
    title !== undefined && [title.span, ...title.repeated].some((own) => own.start < line.end && line.start < own.end);
  for (const at of announcedNames.flatMap((name) => placesOf(scan, name))) {
    if (at >= openingEnd || !'年度'.includes(text[at - 1] ?? ' ')) continue;
    const line = proseAt(scan, at) as ProseLine;
    if (line.section > 1 || isTitle(line)) continue;
    const from = Math.max(line.start, at - longestName);
    const match = named.exec(text.slice(from, at));
    if (!match) continue;
    const words = match[1] as string;
    const before = words.replace(verb, '');
    const end = from + match.index + words.length;
    const said = /公布|发布|编制|印发|撰写|现将|特将/.test(text.slice(from, end)) || text[end - before.length - 1] === '《';
    if (!said || /上年|去年|下属/.test(words) || isNotice(text, at)) continue;
    const start = text.indexOf(match[2] as string, end);
    found.push({
      agency: before.length > 2 && kinds.test(before) && !/^[本我各该]/.test(before) ? { start: end - before.length, end } : undefined,
      year: { span: { start, end: start + 4 }, value: Number(match[2]) },
    });
  }
  return found.sort((a, b) => a.year.span.start - b.year.span.start);
}

/** Whether the words at `at` belong to the title of a notice: 》 comes with 通知 before it. */
function isNotice(text: string, at: number): boolean {
  const rest = text.slice(at, at + longestName);
  const close = rest.search(/[《》。\n]/);
  return close >= 0 && rest[close] === '》' && rest.slice(0, close).includes('通知');
}
