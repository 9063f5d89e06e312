/**
 * Characters, words and marks that stand twice: see `doubled-words.ts`. And two slips of the same kind that make another word: 时时更新
 * for 实时更新, 坚紧紧围绕 for 坚持紧紧围绕. All hints: a doubled word can be meant.
 */
import type { ProseScan } from '../../report/sentences/prose-scan';
import { msg } from '../../text/message';
import { cut } from '../../text/cut';
import { type Doubled, findDoubled, findDoubledMarks } from '../../statements/doubled-words';
import { findAt } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

const constantly = /时时(?=更新|发布|公开|监测|监控|监管|掌握|查询|跟踪|反馈|推送|共享|调整|上传)/y;
const firmly = /坚紧紧?(?=围绕)/y;

export const doubledWord: Rule = {
  id: 'doubled-word',
  family: 'wording',
  title: '字词重复',
  severity: 'information',
  fixable: true,
  looksAt: 'paragraphs',
  wakes: ['坚紧'],
  check({ text }, { scan }) {
    const observations = [...findDoubled(scan), ...findDoubledMarks(scan)].map((doubled) => observe(text, doubled));
    for (const at of constantlyIn(scan)) observations.push(replace(at, '时时', '实时'));
    for (const { index, 0: found } of findAt(scan, ['坚紧'], firmly)) observations.push(replace(index, found, '坚持紧紧'));
    return observations;
  },
};

/** Where 时时 stands for 实时. */
function constantlyIn({ text, again }: ProseScan): number[] {
  const found: number[] = [];
  for (let k = 0; k < again.length; k += 4) {
    const at = again[k + 1] as number;
    constantly.lastIndex = at;
    if (again[k] === at + 1 && constantly.test(text)) found.push(at);
  }
  return found;
}

function observe(text: string, { kind, start, end, surplus }: Doubled): Observation {
  const [found, again] = [text.slice(start, end), text.slice(surplus.start, surplus.end)];
  return {
    span: { start, end },
    message: kind === 'words' ? msg('「{0}」写了两遍', again) : msg('「{0}」多了一个「{1}」', found, again),
    fix: { title: msg('删除多出的「{0}」', again), safe: false, edits: [cut(surplus)] },
  };
}

function replace(start: number, found: string, right: string): Observation {
  const span = { start, end: start + found.length };
  return {
    span,
    message: msg('「{0}」疑为「{1}」', found, right),
    fix: { title: msg('改为「{0}」', right), safe: false, edits: [{ span, newText: right }] },
  };
}
