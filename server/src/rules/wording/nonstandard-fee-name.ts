/**
 * The fee is called 信息处理费, as in 国办函〔2020〕109号: not 信息公开处理费, nor by the names of what older rules let
 * agencies charge for. Names of documents in 《》 and quoted words are left alone.
 */
import { msg } from '../../text/message';
import { reword } from '../../findings/wording';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { occurrencesOf } from '../../statements/prose-search';
import { isInTitleMarks } from '../../statements/section-lines';

const name = '信息处理费';
const misnomer = '公开处理费';
const retrieval = '检索';
const collected = /检索费?[、,，]?(?:复制|复印)费?(?:[、,，]|及|和)?(?:邮寄|递送)(?:等)?(?:成本)?费用?/y;

export const nonstandardFeeName: Rule = {
  id: 'nonstandard-fee-name',
  family: 'wording',
  title: '信息处理费名称不规范',
  severity: 'information',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: [misnomer, retrieval],
  check({ text }, { scan }) {
    const found: Observation[] = [];
    for (const { at, line } of occurrencesOf(scan, misnomer)) {
      const before = /(?:政府)?信息$/.exec(text.slice(Math.max(line.start, at - 4), at))?.[0].length ?? 0;
      add(found, text, at - before, at + misnomer.length);
    }
    for (const { at, line } of occurrencesOf(scan, retrieval)) {
      collected.lastIndex = at;
      const length = collected.exec(text)?.[0].length;
      if (length !== undefined && /(?:收取|收缴|产生|收)[^，,。；;]{0,6}$/.test(text.slice(Math.max(line.start, at - 10), at)))
        add(found, text, at, at + length);
    }
    return found;
  },
};

function add(found: Observation[], text: string, start: number, end: number): void {
  if (isInTitleMarks(text, start) || /[“"「‘]/.test(text[start - 1] ?? '')) return;
  const span = { start, end };
  found.push({
    span,
    message: msg('应称「{0}」，现为「{1}」', name, text.slice(start, end)),
    fix: { title: msg('改为「{0}」', name), safe: true, edits: [reword(text, span, name)] },
  });
}
