/** The fix that writes a statement on fees where section six says 「无」. */
import type { Report, Section } from '../report/report';
import { noFeeStatement } from '../statements/fees';
import { msg } from '../text/message';
import type { Fix } from './finding';

/** Puts the statement in place of `word`, the only word of the section. Not safe: only the clerk knows whether it is true. */
export function feeStatementFix({ text }: Report, { body }: Section, word: string): Fix {
  const start = text.indexOf(word, body.start);
  return {
    title: msg('改为「{0}」（如确未收取）', noFeeStatement),
    safe: false,
    edits: [{ span: { start, end: start + word.length }, newText: noFeeStatement }],
  };
}
