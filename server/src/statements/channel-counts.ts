/**
 * How much was made public by a channel in the year: 全年通过政府网站主动公开政府信息167条. Only clauses that say nothing else (no field,
 * no part, no other time), so that two of one channel must say the same.
 */
import { tokensOf } from '../report/sentences/prose';
import type { Token } from '../report/sentences/lexer';
import type { Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import { sentencesWith } from './prose-search';
import { question } from '../text/facts';
import { shifted, type Span } from '../text/span';

export interface ChannelCount {
  readonly channel: string;
  readonly value: number;
  readonly span: Span;
  /** Where its sentence begins. */
  readonly sentence: number;
}

/** Words that say nothing of what is counted, in front of the channel. */
const filling =
  '(?:20\\d\\d年度?|全年|本年度?|今年|年内|我[局委办镇乡县区市厅]|本[局委办机关]+|累计|共计?|总共|通过|利用|在|依托|于|[，,])*';
const channels: readonly (readonly [string, string])[] = [
  ['网站', '(?:[省市县区旗镇]|[省市县区旗]?人民|[局委厅])?(?:政府)?(?:门户|官方)?网站'],
  ['公众号', '(?:政务)?(?:微信)?公众号'],
  ['微博', '(?:政务|官方)?微博'],
];
/** What the counts are found by. */
export const channelWords: readonly string[] = channels.map(([name]) => name);
const said = channels.map(([name, words]) => ({
  name,
  pattern: new RegExp(
    `^${filling}${words}(?:上|平台)?(?:全年|累计|共计?|总共|合计)*(?:主动)?(?:公开|发布|推送)(?:各类|各项)?(?:政府|政务)?信息(?:共计?|总数|合计|数|数量)?$`,
  ),
}));
/** A channel, and behind it what is done by it: without it a sentence holds no such count. */
const done = new RegExp(`(?:${channels.map(([name]) => name).join('|')})[上平台全年累计共总合主动\\s“”"]*(?:公|发|推)`);
const units = new Set(['条', '篇', '件']);

/** The counts by channel, in the order of the text; none where only one sentence may hold some: it agrees with itself. */
export function channelCounts(report: Report, scan: ProseScan): readonly ChannelCount[] {
  const telling = sentencesWith(scan, channelWords, report).filter(({ hasNumber, facts }) => hasNumber && done.test(facts.piece));
  if (telling.length < 2) return nothing;
  let found: ChannelCount[] | undefined;
  for (const { start, facts } of telling) {
    const counts = facts.tell(countsIn);
    for (const count of counts) (found ??= []).push({ ...count, span: shifted(count.span, start), sentence: start });
  }
  return found ?? nothing;
}
const nothing: readonly never[] = [];

const countsIn = question((sentence, facts): readonly Omit<ChannelCount, 'sentence'>[] => {
  const tokens = facts.tell(tokensOf);
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'number' || !units.has(token.unit) || token.approximate) return [];
    const clause = clauseBefore(sentence, tokens, at);
    const channel = said.find(({ pattern }) => pattern.test(clause));
    return channel ? [{ channel: channel.name, value: token.value, span: { start: token.start, end: token.digitsEnd } }] : [];
  });
});

/** The words in front of tokens[at] up to a mark that is no comma behind a time: 2024年，通过…. */
function clauseBefore(text: string, tokens: readonly Token[], at: number): string {
  let from = at;
  while (from > 0 && !isEnd(tokens, from - 1)) from--;
  return text.slice(tokens[from]?.start, (tokens[at] as Token).start).replace(/[\s“”"]/g, '');
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  const { kind, sign } = tokens[at] as Token;
  return kind === 'number' || (kind === 'mark' && !(sign === ',' && tokens[at - 1]?.kind === 'year'));
}
