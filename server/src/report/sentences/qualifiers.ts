/**
 * Whether the clause of a number is understood: whose the number is, of which time and channel. A word that is not known in it
 * means that it is not; then the number is compared with nothing. What qualifies one number also holds for those that
 * follow in the sentence, until another subject is named: 县水务局受理申请12件，办结11件.
 */
import type { Reserve } from './figure';
import type { Item } from './join-tokens';
import type { MetricForm } from './metrics';
import type { SentenceState } from './sentence-state';
import type { Tag, Topic } from './vocabulary';

/** Kinds of words that leave a number what its phrase says it is. All others make it something else. */
const known: Readonly<Record<'requests' | 'cases' | 'documents' | 'other', ReadonlySet<Tag>>> = {
  requests: setOf(
    '收 新收 受理 办 结 申请 申 转 今 来年 上转 下转 余 未办 自然人 公民 法人 企业 科研 公益 法律 予以 部分 予部 不予 无法 不处理 其他处理 ' +
      '不予1 不予2 不予3 不予4 不予5 不予6 不予7 不予8 无法1 无法2 无法3 不处理1 不处理2 不处理3 不处理4 不处理5 其他1 其他2 ' +
      '因 共计 其中 列 均 各 分别 连 约 填 公 信 信息公开 渠道 等 全 题 中 类 作出 决定 制发 答书 否 延 撤 别 协 变 往年 分 本级',
  ),
  cases: setOf(
    '收 受理 办 结 申请 申 今 余 复议 诉讼 案件 直诉 复诉 维持 纠正 其他结果 未结 因 共计 其中 列 均 各 分别 连 约 填 公 信 信息公开 全 题 中 ' +
      '作出 决定 否 自然人 公民 法人 类 渠道 等 变 往年 分 本级 执法 处罚 许可 强制 撤 别 企业 发布',
  ),
  documents: setOf(
    '今 余 规范 规章 文规 制发 发布 修改 废止 失效 有效 文件 共计 其中 列 均 各 分别 连 约 填 公 清 信 信息公开 全 中 作出 决定 府 属性 变 往年 分 本级 收费 等 渠道',
  ),
  other: setOf(
    '今 余 许可 处罚 强制 决定 作出 收费 共计 其中 列 均 各 分别 连 约 填 公 清 信 全 中 办 结 免 他事 属性 变 往年 分 本级 执法 受理 规范 制发',
  ),
};

/** Ends of names of agencies and offices. */
const agencyEnd = /(?:[局委办厅处科股室队所站院校镇乡村]|街道|中心|政府|部门|单位|公司|集团|大厅|社区|组织部|管委会)$/;
/** Ends of words that name a time: “十四五”期间, 五年来, 截至6月底. */
const timeEnd = /(?:期间|以来|年来|任内|[年月日季]度?(?:[底末初前中]|份|止)?|之前|之后|年间)$/;

/** Why a number whose clause is items[from, at) is of something else than the tables', if so; also brings `governs` up to date. */
export function qualifierOf(state: SentenceState, from: number, at: number, form: MetricForm): Reserve | undefined {
  const { items, inner } = state;
  let isNew = false;
  for (let i = from; i < at; i++) {
    const { own: isOwn, tag } = items[i] as Item;
    if (isOwn) state.governs = undefined;
    isNew ||= tag === '收' || tag === '新收' || tag === '受理';
  }
  const own = isUnderstood(state, from, at, form.topic) ? undefined : 'unknown';
  if (!inner) {
    if (own) state.governs = own;
    else if (form.total === true && isNew && state.governs !== 'year') state.governs = undefined;
  }
  return own ?? (state.governs === 'channel' && form.topic !== 'requests' ? undefined : state.governs);
}

/** Lets what a clause without a number says of whose the next numbers are: 县水务局认真办理，…; “十四五”期间，…; 网上方面，…. */
export function noteSubject(state: SentenceState, from: number, to: number): void {
  const { items, scene } = state;
  const clause = items.slice(from, to);
  if (clause.some(({ own }) => own)) {
    state.governs = undefined;
    return;
  }
  const last = clause.findLast(({ kind, tag }) => kind === 'gap' || tag !== '填');
  if (last?.kind === 'gap' && timeEnd.test(textOf(scene.text, last))) state.governs = 'year';
  else if (last?.kind === 'gap' && clause[0]?.kind === 'gap' && agencyEnd.test(textOf(scene.text, clause[0]))) state.governs = 'unknown';
  else if (clause[0]?.tag === '府') state.governs = 'unknown';
  else if (isChannelOnly(clause)) state.governs = 'channel';
}

function isChannelOnly(clause: readonly Item[]): boolean {
  const channels = clause.filter(({ tag }) => tag === '渠道').length;
  return channels === 1 && clause.every(({ tag }) => tag === '渠道' || tag === '填' || tag === '申请' || tag === '信息公开');
}

/** Whether all words of items[from, at) are known ones that leave the number what it is. */
function isUnderstood({ items }: SentenceState, from: number, at: number, topic: Topic): boolean {
  const own = known[topic === 'reviews' || topic === 'lawsuits' ? 'cases' : topic];
  for (let i = from; i < at; i++) {
    const { kind, tag } = items[i] as Item;
    if (kind === 'year' || kind === 'mark' || kind === 'percent' || kind === 'number') continue;
    if ((kind === 'gap' || tag === '府') && namesChannel(items, i, at)) continue;
    if (tag === undefined || !own.has(tag)) return false;
  }
  return true;
}

/** Whether unknown words name a channel: 县政府门户网站, 《青河日报》等渠道. */
function namesChannel(items: readonly Item[], i: number, end: number): boolean {
  let next = i + 1;
  while (next < end && (items[next]?.kind === 'gap' || items[next]?.tag === '连' || items[next]?.tag === '府')) next++;
  return next < end && (items[next]?.tag === '渠道' || items[next]?.tag === '等');
}

function textOf(text: string, { start, end }: Item): string {
  return text.slice(start, end).replace(/[\s“”"‘’]/g, '');
}

function setOf(tags: string): ReadonlySet<Tag> {
  return new Set(tags.split(' ') as Tag[]);
}
