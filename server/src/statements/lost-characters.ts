/**
 * Words of which characters are gone, where nothing else can be meant: names cut short, words cut off before a full stop,
 * set phrases without one of their characters. Data, and one look at the places where their words stand.
 */
import type { Span } from '../text/span';
import type { ProseScan } from '../report/sentences/prose-scan';
import { findAt, placesOf } from './prose-search';

export interface Lost extends Span {
  /** What was meant; undefined if that is not certain. */
  readonly right: string | undefined;
  readonly severity: 'warning' | undefined;
}

interface Loss {
  /** One of these stands in everything that `wrong` matches, `before` characters behind its start. */
  readonly keys: readonly string[];
  readonly before?: number;
  /** Sticky. */
  readonly wrong: RegExp;
  /** What was meant; undefined if that is not certain. */
  readonly right?: (found: string) => string;
  readonly severity?: 'warning';
}

const regulation = '中华人民共和国政府信息公开条例';
const format = '〈中华人民共和国政府信息公开工作年度报告格式〉';

const losses: readonly Loss[] = [
  // A name cut short; 《政府信息公开》 alone may be the name of something else.
  { keys: ['《中华人民共和国政府信息'], wrong: /《中华人民共和国政府信息(?:公(?:开(?:条)?)?)?》/y, right: () => `《${regulation}》`, severity: 'warning' },
  { keys: ['《政府信息公开条》'], wrong: /《政府信息公开条》/y, right: () => '《政府信息公开条例》', severity: 'warning' },
  { keys: ['与政务公开办公室关于印发的通知'], before: 4, wrong: /政府信息与政务公开办公室关于印发的通知/y, right: (found) => found.replace('印发的', `印发${format}的`), severity: 'warning' },
  { keys: ['工作报告格式'], before: 6, wrong: /政府信息公开工作报告格式/y, right: () => '政府信息公开工作年度报告格式', severity: 'warning' },
  { keys: ['知情、参与权', '知情、监督权'], wrong: /知情、(?:参与权|监督权)/y, right: (found) => found.replace('知情', '知情权') },
  { keys: ['《条例》要，', '《条例》要。'], wrong: /《条例》要(?=[，。])/y, right: () => '《条例》要求' },
  { keys: ['政府信息条例》'], wrong: /政府信息条例(?=》)/y, right: () => '政府信息公开条例', severity: 'warning' },
  { keys: ['中华人', '中华民'], wrong: /中华(?:人民国|人共和国|人民共国|民共和国)/y, right: () => '中华人民共和国' },
  // 自主公开, 财政信息公开, 行政复核 and 行政诉求 are right.
  { keys: ['主公开'], wrong: /(?<![自业民雇车房财货店村公])主公开(?![办司社众])/y, right: () => '主动公开' },
  { keys: ['依申公开'], wrong: /依申公开/y, right: () => '依申请公开' },
  { keys: ['政信息公开'], wrong: /(?<![财行民党廉市邮农勤执施参警军])政信息公开/y, right: () => '政府信息公开' },
  // 府信息公开: at the start of a word, as in a heading.
  { keys: ['府信息公开'], wrong: /(?<![政官省市县区州一-鿿])府信息公开/y, right: () => '政府信息公开' },
  { keys: ['政府信公开'], wrong: /政府信公开/y, right: () => '政府信息公开' },
  { keys: ['行政诉'], wrong: /行政诉(?=[一-鿿、，])(?![讼求颂松])/y, right: () => '行政诉讼' },
  { keys: ['行政复'], wrong: /行政复(?=[一-鿿、，])(?![议核印义仪])/y, right: () => '行政复议' },
  { keys: ['国务院办公厅关于印发的通知'], wrong: /国务院办公厅关于印发的通知/y },
  // A character lost in a set phrase.
  { keys: [...'需要应待将再'].map((before) => `${before}一步`), wrong: /[需要应待将再]一步(?=加强|加大|加快|提高|提升|完善|推进|推动|强化|规范|健全|拓宽|拓展|优化|深化|扩大|落实|细化|明确|改进|创新|丰富)/y, right: (found) => found.replace('一步', '进一步') },
  { keys: ['一步'], wrong: /(?<![需要应待将再进下第每同首迈走跨快慢先两几这那上一出])一步(?=加强|加大|加快|提高|提升|完善|推进|推动|强化|规范|健全|拓宽|拓展|优化|深化|扩大|落实|细化|明确|改进|创新|丰富|聚焦|明晰|做好|严格|突出|夯实|压实|理顺|畅通|增强)/y, right: () => '进一步' },
  { keys: [...'加提完推强规健拓优深扩落细明改创丰聚做严突夯压理畅增'].map((next) => `进一${next}`), wrong: /(?<![前推改])进一(?=加强|加大|加快|提高|提升|完善|推进|推动|强化|规范|健全|拓宽|拓展|优化|深化|扩大|落实|细化|明确|改进|创新|丰富|聚焦|明晰|做好|严格|突出|夯实|压实|理顺|畅通|增强)/y, right: () => '进一步' },
  { keys: ['累'], wrong: /(?<![积日拖连劳受系牵])累(?:公开|发布|办理|收到|受理|主动|接收|答复|更新|制发|召开)/y, right: (found) => found.replace('累', '累计') },
  { keys: ['推政', '推信'], before: 2, wrong: /(?:全面|深入|持续|扎实|大力|积极|有序|稳步)推(?:政府信息|政务公开|信息公开)/y, right: (found) => found.replace('推', '推进') },
  { keys: ['贯彻落'], wrong: /贯彻落(?=[一-鿿《])(?![实地到细脚落])/y, right: () => '贯彻落实' },
  { keys: ['公开作被申请'], wrong: /公开作被申请/y, right: () => '公开工作被申请' },
];

/**
 * Terms of the trade of two words, the second cut off after its first character: what stands before it, the character, and
 * what is gone. Told in front of a mark only; where the cut word is one with the mark 、 (管理水、电) or is used alone, it is left out.
 */
const cutTerms = ([
  ['各项 本职 相关 有关 公开 重点 日常 宣传 培训 管理 服务', '工', '作'],
  ['政府 政务 公开 相关 各类', '信', '息'],
  ['信息 政务 主动 依申请', '公', '开'],
  ['有关 相关 责任', '部', '门'],
  ['公开 总体 工作 办理 有关 相关', '情', '况'],
  ['行政', '复', '议'],
  ['行政', '诉', '讼'],
  ['规范性', '文', '件'],
  ['人民', '政', '府'],
  ['审查 审核 信息 规范 日常 动态 目录 监督 发布 保密 规范化', '管', '理'],
  ['受理 公开 申请 沟通 反馈 监督 获取 传播 发布 互动 信息 服务', '渠', '道'],
  ['公开 信息 网站 数据 互动 媒体 发布', '平', '台'],
  ['服务 工作 公开 业务 法治 治理', '水', '平'],
  ['工作 长效 协调 考核 审查 保障 运行 反馈 联动 管理', '机', '制'],
  ['服务 业务 工作 履职', '能', '力'],
  ['公开 工作 服务 解读', '质', '量'],
  ['公开 信息 主要', '内', '容'],
  ['改进 有效 具体 整改', '措', '施'],
  ['主要 突出 存在的主要', '问', '题'],
  ['公开 服务 责任 法治 保密', '意', '识'],
  ['主体 领导', '责', '任'],
  ['工作 审查 办理 法定', '程', '序'],
  ['工作 办理 审查 审核 审批', '流', '程'],
  ['公开', '范', '围'],
  ['业务 组织', '培', '训'],
  ['及时 依法 按时 书面', '答', '复'],
  ['社会 群众 接受', '监', '督'],
  ['政策', '解', '读'],
  ['社会', '评', '议'],
  ['应公开尽', '公', '开'],
] as const).flatMap(([heads, first, rest]) => heads.split(' ').map((head) => ({ word: head + first, rest })));
/** What a cut term stands in front of; 、 may belong to a list of single characters: 水、电, 部、委. */
const stops = /[。；，：！）)]/;

/** What all of this is found by. */
export const lostWords: readonly string[] = [...losses.flatMap(({ keys }) => keys), ...cutTerms.map(({ word }) => word), '工。'];

/** The words in the prose of which something is gone. */
export function findLost(scan: ProseScan): Lost[] {
  const found: Lost[] = [];
  // A hundred words are listed, and next to none of them occurs.
  for (const [word, places] of scan.places) {
    const known = byWord.get(word);
    if (!known) continue;
    for (const { before, wrong, right, severity } of known.losses) {
      for (const { index, 0: words } of findAt(scan, [word], wrong, { before })) found.push({ start: index, end: index + words.length, right: right?.(words), severity });
    }
    if (known.rest === undefined) continue;
    for (const at of places) {
      const end = at + word.length;
      if (stops.test(scan.text[end] ?? ' ')) found.push({ start: at, end, right: word + known.rest, severity: undefined });
    }
  }
  // 更新工。: 职工, 施工 and 竣工 are words.
  for (const at of placesOf(scan, '工。')) {
    const before = scan.text[at - 1] ?? '';
    if (/[一-鿿]/.test(before) && !/[职员施民竣开完动手加分化军美技人务打矿电社义总女环复停怠罢招用返误木泥水瓦钳焊农轻重做项本关开]/.test(before)) found.push({ start: at - 1, end: at + 1, right: `${before}工作`, severity: undefined });
  }
  return found;
}

/** By word, what may be lost around it, and what is gone of it where it is a cut term. */
const byWord = new Map<string, { readonly losses: readonly Loss[]; readonly rest?: string }>();
for (const loss of losses) for (const key of loss.keys) byWord.set(key, { losses: [...(byWord.get(key)?.losses ?? []), loss] });
for (const { word, rest } of cutTerms) byWord.set(word, { losses: byWord.get(word)?.losses ?? [], rest });
