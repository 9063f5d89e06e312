/**
 * What a text that is no report calls itself in the lines above its first section: a notice, a plan, a speech, the report
 * of a village. Lines only; whether that outweighs what else the text holds is for `recognize.ts` to say.
 */

/** A line that may be a headline: short, no sentence. */
export interface Headline {
  readonly words: string;
}

const longestHeadline = 60;
const shortestHeadline = 6;
/** How many lines above the first section are looked at. */
const mostLines = 12;
const reach = 1500;

/** What no headline holds. */
const sentenceMark = /[。；;！？]/;

/** The headlines of `text` above `until`, the first heading of a section; without one, those among its first lines. */
export function headlinesOf(text: string, until = reach): readonly Headline[] {
  const found: Headline[] = [];
  let seen = 0;
  for (const [line] of text.slice(0, Math.min(until, reach)).matchAll(/[^\n\r]+/g)) {
    const isSentence = sentenceMark.test(line);
    const words = isSentence ? line : line.replace(/^[\s#>*_|]+|[\s#*_|]+$/g, '').replace(/\s+/g, '');
    if (words === '') continue;
    if (++seen > mostLines) break;
    if (!isSentence && words.length >= shortestHeadline && words.length <= longestHeadline) found.push({ words });
  }
  return found;
}

/**
 * How texts end their headline that are no reports, by what they are. 报告 and 年报 are not among them. Each with words of which such a
 * headline holds one: of most headlines one look tells that they are none of these.
 */
const endings: readonly (readonly [kind: string, holds: string, words: RegExp])[] = [
  ['通知', '通知', /(?:的|[)）》])通知$/],
  ['通报', '通报', /通报$/],
  ['工作要点', '要点', /要点(?:的|[（(].{0,6})?$/],
  ['季度材料', '季度|半年|月份', /季度|上半年|半年度|月份(?:工作)?/],
  ['工作方案', '方案|计划', /(?:工作|实施|编制|检查|评估|行动)(?:方案|计划)$/],
  ['工作总结', '总结|小结|汇报', /工作(?:总结|小结|汇报)(?:和.{0,12}(?:打算|计划|安排))?$/],
  ['解读', '解读|读懂|图解|问答', /(?:》|报告|年报)(?:的)?(?:政策|图文)?解读$|^(?:一图读懂|图解|解读|问答)[:：|｜]?/],
  ['评估报告', '评估|测评|评价|检查|督查|审计', /(?:评估|测评|评价|检查|督查|审计)(?:情况)?(?:的)?报告$|第三方评估/],
  ['讲话', '讲话|发言|致辞', /(?:的|会上的|会议上的)(?:讲话|发言|致辞)(?:稿|提纲)?$/],
  [
    '提纲',
    '提纲|讲义|课件|教程|手册|怎么写|如何填|培训|讲座',
    /(?:提纲|讲义|课件|教程|手册|怎么写|如何填)(?:[(（].{0,8})?$|^(?:培训|讲座)[^，。]{0,20}[:：]/,
  ],
  ['会议纪要', '纪要|召开|举办|组织', /纪要$|(?:召开|举办|组织)[^。]{2,50}(?:会|会议|培训班?|座谈会)$/],
  ['指南', '指南', /(?:公开)?指南(?:[(（].{0,8})?$/],
  ['制度', '条例|办法|规定|制度|细则|规程|规范', /(?:条例|办法|规定|制度|细则|规程|规范)(?:[(（](?:试行|暂行|征求意见稿).{0,4})?$/],
  ['格式', '格式|说明|样表', /(?:格式|填报说明|填写说明|样表)$/],
  ['汇总', '汇总|统计|一览|排名|台账', /(?:数据)?(?:汇总表?|统计表?|一览表?|排名|台账)$/],
  ['决算说明', '预算|决算', /(?:部门|单位)?(?:预|决)算(?:公开)?(?:说明|报告)?$/],
];
const mayBeEnding = new RegExp(endings.map(([, holds]) => holds).join('|'));

/** The same of texts that need not say of which year they are. */
const endingsOfAny: readonly (readonly [kind: string, words: RegExp])[] = [
  ['清单', /(?:自查|检查|核对|任务)(?:清单|表)$/],
  ['提示词', /^提示词|prompt/i],
  ['试题', /(?:测试|考试|练习|复习)(?:题|试卷|卷)?$|(?:试题|题库|问答题)$/],
];

/** Reports on other things that go by the same headings. */
const otherSubjects =
  /(村务|居务|党务|厂务|校务|院务|财务|警务|检务|审务|狱务|企业信息|企务)公开|公共企事业单位|信访工作|法治政府建设|依法行政工作|政务服务工作|学年|行政执法(?:统计|数据)|建议提案办理/;

/** What kind of text `headline` says that it is; undefined where it says nothing of the kind. */
export function kindOfText(headline: string): string | undefined {
  const subject = otherSubjects.exec(headline);
  if (subject && /报告|年报|总结/.test(headline)) return `「${subject[0]}」的材料`;
  const always = endingsOfAny.find(([, words]) => words.test(headline))?.[0];
  if (always !== undefined) return always;
  // What menus of websites have above a report, 政府信息公开指南, names neither a year nor an occasion.
  if (/^政[务府](?:信息)?公开工作总结$/.test(headline)) return '工作总结';
  if (!/20\d\d|二[〇○零]|关于|[在于]|年报|年度报告|一图|图解|培训|纪要|印发/.test(headline)) return undefined;
  return mayBeEnding.test(headline) ? endings.find(([, , words]) => words.test(headline))?.[0] : undefined;
}
