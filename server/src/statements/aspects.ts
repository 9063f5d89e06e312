/**
 * The five aspects that section one reports on (国办公开办函〔2021〕30号) as words: how headings call them, and which words
 * tell of them where there are no headings. Finds which of them a section has; whether that is enough is for the rule.
 */
import type { ProseLine } from '../report/report';
import { question } from '../text/facts';
import { matchesIn } from './prose-search';

export interface Aspect {
  readonly name: string;
  /** Words of which one stands in a heading on this aspect. */
  readonly heading: RegExp;
  /** Words that tell of it anywhere, where other aspects have headings of their own. */
  readonly telling: RegExp;
  /** Words that tell of it in a text without such headings. */
  readonly content: RegExp;
}

export const aspects: readonly Aspect[] = [
  {
    name: '主动公开',
    heading: /主动公开|信息公开情况|公开(?:内容|重点|力度)|信息发布|重点领域/,
    telling: /主动公开|(?:公开|发布)[^，,。；;]{0,12}信息|信息\d+\s?条/,
    content: /主动公开|公开[^，,。；;]{0,12}(?:信息|文件|\d条)|(?:发布|公布)[^，,。；;]{0,16}(?:信息|文件|\d)/,
  },
  {
    name: '依申请公开',
    heading: /申请/,
    telling: /依申请|公开申请|申请公开政府信息|申请人/,
    content: /依申请|公开申请|申请公开政府信息|申请人/,
  },
  {
    name: '政府信息管理',
    heading: /信息(?:资源)?(?:的)?(?:规范)?管理|规范性文件|审[核查]|保密|动态(?:管理|调整)|制度|规范管理|信息质量/,
    telling:
      /政府信息管理|信息管理|(?:制[发定]|清理|废止|修订|管理)[^，,。；;]{0,8}规范性文件|规范性文件[^，,。；;]{0,8}(?:管理|清理|制发|废止|审查|备案|有效)|审查|审核|三审三校|动态调整/,
    content: /管理|规范性文件|审查|审核|三审三校|动态调整|目录|清理/,
  },
  {
    name: '政府信息公开平台建设',
    heading: /平台|网站|新媒体|公众号|载体|阵地|专栏|专区/,
    telling: /平台|新媒体|网站(?:建设|管理|运维|运行)/,
    content: /平台|网站|新媒体|公众号|微信|微博|客户端|公报|专区/,
  },
  {
    name: '监督保障',
    heading: /监督|保障|督[查导察促]|考核|责任|评议|评估|组织领导|机制|培训|队伍|自查/,
    telling: /监督|考核|考评|社会评议|责任追究|督[查导察促]|培训|领导小组/,
    content: /监督|考核|考评|评议|责任|督[查导察促]|培训|领导小组|保障/,
  },
];

/** Formulas that speak of no aspect: 保障公民的知情权、参与权和监督权; 接受社会监督. */
const boilerplate = /(?:知情|参与|表达|监督)权|(?:自觉|主动)?接受[^，,。；;]{0,8}监督|保障[^，,。；;]{0,12}(?:知情|权益|合法权)/g;

/** How much of a line may be a heading, and how much of a heading tells its subject. */
const longestHeading = 40;
const fewestHeadings = 2;

/** A mark that opens a heading or an item: （一）, 1., 一、, 一是, #, **. */
const marks = /[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九][是、]|(?<!\d)\d{1,2}[.．、](?!\d)|[#*]{2,}/g;

/** The aspects that `lines`, the prose of section one, do not speak of. */
export function missingAspects(lines: readonly ProseLine[]): Aspect[] {
  let missing: readonly Aspect[] = aspects;
  for (const { facts } of lines) {
    const named = facts.tell(namedIn);
    if (named.length > 0) missing = missing.filter((aspect) => !named.includes(aspect));
    if (missing.length === 0) return [];
  }
  const structured = aspects.length - missing.length >= fewestHeadings;
  return missing.filter(({ telling, content }) => {
    const words = structured ? telling : content;
    return !lines.some(({ facts }) => words.test(facts.tell(sayingIn)));
  });
}

/** A line without the formulas that speak of no aspect. */
const sayingIn = question((line) => (/[权受]|知情/.test(line) ? line.replace(boilerplate, '') : line));

/** The aspects that headings in a line name: at its start up to the first stop, and behind a mark inside of it. */
const namedIn = question((_line, facts): readonly Aspect[] => {
  const piece = facts.tell(sayingIn);
  const starts = matchesIn(piece, marks).map(({ index }) => index);
  const headings = (starts[0] === 0 ? starts : [0, ...starts]).map((at) => subject(piece, at)).filter((heading) => heading !== '');
  return headings.length === 0 ? nothing : aspects.filter((aspect) => headings.some((heading) => aspect.heading.test(heading)));
});
const nothing: readonly never[] = [];

/** From `at` to the first stop; nothing if that is longer than a heading. */
function subject(line: string, at: number): string {
  const piece = line.slice(at, at + longestHeading);
  const stop = piece.search(/[。：:；;]/);
  if (stop >= 0) return piece.slice(0, stop);
  return piece.length < longestHeading ? piece : '';
}
