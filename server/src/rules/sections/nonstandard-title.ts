/**
 * The title is agency, year and 年政府信息公开工作年度报告, on one line, once. 「年度」 after the year and 《》 around are
 * accepted. Says all that is wrong with a title in one finding; whether agency and year are the right ones is not asked.
 */
import { title as form } from '../../report/form/form';
import type { Title } from '../../report/report';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Fix, Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { reword } from '../../findings/wording';
import { lineStart } from '../../text/lines';

export const nonstandardTitle: Rule = {
  id: 'nonstandard-title',
  family: 'sections',
  title: '标题不规范',
  severity: 'hint',
  fixable: true,
  looksAt: 'tables',
  check({ text, title }) {
    if (!title) return [];
    const own = describe(text, title);
    const repeated = title.repeated.map((span) => ({ span, message: msg('标题重复，只写一次即可'), fix: deletion(text, span) }));
    return own ? [own, ...repeated] : repeated;
  },
};

function describe(text: string, title: Title): Observation | undefined {
  const raw = text.slice(title.span.start, title.span.end);
  if (raw === title.text && isWellWorded(title)) return undefined;
  const broken = /[\r\n]/.test(raw);
  const spaced = /[^\S\r\n]/.test(raw.replace(/<[^<>]*>|\s*[\r\n]\s*/g, ''));
  const misworded = !isWellWorded(title);
  if (!broken && !spaced && !misworded) return undefined;
  const oneLine = raw.includes('<') ? title.text : raw.replace(/[*_]*\s*[\r\n][\s#*_>]*/g, '').replace(/\s+/g, '');
  const standard = misworded ? standardOf(title, oneLine) : oneLine;
  const known = (title.agency !== '' && title.year !== undefined) || !misworded;
  const fix: Fix | undefined =
    known && !/[<>&]/.test(raw)
      ? { title: msg('改为「{0}」', standard), safe: true, edits: [reword(text, title.span, standard)] }
      : undefined;
  return { span: title.span, message: messageFor(broken, spaced, misworded, title, standard), ...(fix && { fix }) };
}

/** Whether the words are right; a year still to be filled in (20XX年) is for placeholder-text to say. */
function isWellWorded({ text, agency }: Title): boolean {
  if (agency === '') return false;
  const ending = form.name.slice(1);
  const year = text.startsWith(agency) && text.endsWith(ending) ? text.slice(agency.length, text.length - ending.length) : '?';
  return /^(?:20\d\d|二[〇零○0]..)年度?$/.test(year) || (year === '' && /\d\d[xX×*＊_＿]+年度?$/.test(agency));
}

/** The standard title; words in place of what the title does not tell. The agency as written, width and all. */
function standardOf({ text, agency, year }: Title, oneLine: string): string {
  const written = oneLine.replace(/[#*_《》]/g, '');
  const at = text.indexOf(agency);
  const name = agency === '' ? '机关全称＋' : written.length === text.length && at >= 0 ? written.slice(at, at + agency.length) : agency;
  const standard = `${name}${year ?? '＋年份＋'}${form.name}`;
  return oneLine.startsWith('《') && oneLine.endsWith('》') ? `《${standard}》` : standard;
}

function messageFor(broken: boolean, spaced: boolean, misworded: boolean, { text, agency }: Title, standard: string): Message {
  if (!misworded) {
    if (broken && spaced) return msg('标题断成了几行，中间还有空格，应在一行内写作「{0}」', standard);
    return broken ? msg('标题断成了几行，应在一行内写作「{0}」', standard) : msg('标题中有空格，应写作「{0}」', standard);
  }
  if (broken && spaced) return msg('标题断成了几行，中间有空格，用语也不规范，应在一行内写作「{0}」，现为「{1}」', standard, text);
  if (broken) return msg('标题断成了几行，用语也不规范，应在一行内写作「{0}」，现为「{1}」', standard, text);
  if (spaced) return msg('标题中有空格，用语也不规范，应写作「{0}」，现为「{1}」', standard, text);
  return agency === '' ? msg('标题没有写明机关，应写作「{0}」', standard) : msg('标题应写作「{0}」，现为「{1}」', standard, text);
}

/** Deletes the lines of a repeated title. */
function deletion(text: string, { start: from, end }: Span): Fix {
  const start = lineStart(text, from);
  const rest = /^[^\S\r\n]*[#*_》]*[^\S\r\n]*(?:\r\n|[\r\n])?/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return { title: msg('删除重复的标题'), safe: true, edits: [{ span: { start, end: end + rest.length }, newText: '' }] };
}
