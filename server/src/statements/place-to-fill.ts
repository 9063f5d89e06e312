/**
 * What a place that is still to be filled in belongs to, by name: the heading above it, and the words that lead up to it.
 *
 *     （五）监督保障。工作考核结果：（待补充）        （五）监督保障 · 工作考核结果
 */
import type { Report } from '../report/report';
import { lineAt } from '../text/lines';

/** A heading within a section, with what it may be wrapped in: ### （一）主动公开, **（一）主动公开。** */
const heading = /^[\s\u3000>#*]*([（(][一二三四五六七八九十]{1,3}[）)][\s\u3000]*[^。：:；;，,（(\r\n]{1,24})/;
/** How far above a heading is looked for, in lines, and how long the words that lead up may be. */
const highest = 40;
const longestLead = 14;

/** The name of what stands at `at`; undefined where no heading stands above it. */
export function placeToFill({ text, lines, sections }: Pick<Report, 'text' | 'lines' | 'sections'>, at: number): string | undefined {
  const section = sections.findLast((one) => one.heading.end <= at);
  const first = section ? lineAt(lines, section.heading.end) : 0;
  const own = lineAt(lines, at);
  for (let line = own; line >= Math.max(first, own - highest); line--) {
    const start = lines.starts[line] ?? 0;
    const end = line === own ? at : (lines.starts[line + 1] ?? text.length);
    const found = heading.exec(text.slice(start, end))?.[1];
    if (found !== undefined) return named(tidy(found), leadTo(text, start, at));
  }
  const outer = section && tidy(text.slice(section.heading.start, section.heading.end));
  return outer ? named(outer, leadTo(text, lines.starts[own] ?? 0, at)) : undefined;
}

function named(name: string, lead: string): string {
  return lead === '' || name.endsWith(lead) ? name : `${name} · ${lead}`;
}

/** The words of the clause in front of `at`, on its line; none where they are too many to be a name. */
function leadTo(text: string, lineStart: number, at: number): string {
  const before = text.slice(Math.max(lineStart, at - 60), at).replace(/[：:（(【[「〔\s\u3000]+$/, '');
  const lead = tidy(/[^。；;，,、！!？?：:）)】\]\r\n]*$/.exec(before)?.[0] ?? '');
  return lead.length <= longestLead ? lead : '';
}

function tidy(words: string): string {
  return words
    .replace(/[*#]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}
