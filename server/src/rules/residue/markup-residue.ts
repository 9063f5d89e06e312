/** Marks of Markdown and HTML that the reader of the report would see: see `markup.ts`. */
import { type Message, msg, shortened } from '../../text/message';
import { findMarkup, type Markup, markupWords } from '../../statements/markup';
import type { Fix } from '../../findings/finding';
import type { Rule } from '../rule';

export const markupResidue: Rule = {
  id: 'markup-residue',
  family: 'residue',
  title: '没有清除的排版标记',
  severity: 'warning',
  fixable: true,
  sleeps: true,
  wakes: markupWords,
  check: (report, { scan }) =>
    findMarkup(report, scan).map((markup) => {
      const words = report.text.slice(markup.start, markup.end);
      return {
        span: { start: markup.start, end: markup.end },
        message: messageFor(markup, words),
        ...(markup.edits.length > 0 && { fix: fixFor(markup, words) }),
      };
    }),
};

function messageFor({ kind }: Markup, words: string): Message {
  if (kind === 'emphasis') return msg('「**」是没有清除的排版标记');
  if (kind === 'angle') return msg('「{0}」只有一半，可能是书名号〈〉被当成了网页标记', words);
  return msg('「{0}」是没有清除的排版标记', shortened(words));
}

function fixFor({ kind, edits }: Markup, words: string): Fix {
  if (kind === 'angle' && edits.some(({ newText }) => newText !== '')) return { title: msg('补成书名号'), safe: true, edits };
  const replacement = edits.map(({ newText }) => newText).join('');
  if (replacement !== '') return { title: msg('把「{0}」改为「{1}」', shortened(words), replacement), safe: true, edits };
  return { title: kind === 'emphasis' ? msg('删除「**」') : msg('删除「{0}」', shortened(words)), safe: true, edits };
}
