/** The date under a report, by which its versions are ordered. Whether it is a right one is not asked. */
import type { Report } from '../report/report';
import { chineseNumeral, halfWidth } from '../text/number';

const lastLines = 8;
const date = /^(?:[^\d]{0,40}[\s　])?(20\d\d)\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?日?[)）]?$/;
const chineseDate = /(二[〇○零O0][〇○零O0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日[)）]?$/;

/** As 2025-01-20; undefined if no line at the end holds a date and little else. */
export function signedOn({ text, prose }: Report): string | undefined {
  for (const { start, end } of prose.slice(-lastLines).reverse()) {
    if (end - start > 60) continue;
    const line = halfWidth(text.slice(start, end)).trim();
    const found = date.exec(line) ?? chineseDate.exec(line);
    if (!found) continue;
    const [year, month, day] = found
      .slice(1, 4)
      .map((piece) => (/^\d/.test(piece) ? Number(piece) : (chineseNumeral(piece.replace(/[○零O0]/g, '〇')) ?? 0)));
    if (year && month && day && month <= 12 && day <= 31)
      return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  }
  return undefined;
}
