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
  { keys: ['政府信息条例》'], wrong: /政府信息条例(?=》)/y, right: () => '政府信息公开条例', severity: 'warning' },
  { keys: ['中华人', '中华民'], wrong: /中华(?:人民国|人共和国|人民共国|民共和国)/y, right: () => '中华人民共和国' },
  // 自主公开, 财政信息公开, 行政复核 and 行政诉求 are right.
  { keys: ['主公开'], wrong: /(?<![自业民雇车房财货店村公])主公开(?![办司社众])/y, right: () => '主动公开' },
  { keys: ['依申公开'], wrong: /依申公开/y, right: () => '依申请公开' },
  { keys: ['政信息公开'], wrong: /(?<![财行民党廉市邮农勤执施参警军])政信息公开/y, right: () => '政府信息公开' },
  { keys: ['政府信公开'], wrong: /政府信公开/y, right: () => '政府信息公开' },
  { keys: ['行政诉'], wrong: /行政诉(?=[一-鿿、，])(?![讼求颂松])/y, right: () => '行政诉讼' },
  { keys: ['行政复'], wrong: /行政复(?=[一-鿿、，])(?![议核印义仪])/y, right: () => '行政复议' },
  { keys: ['国务院办公厅关于印发的通知'], wrong: /国务院办公厅关于印发的通知/y },
  // A character lost in a set phrase.
  { keys: ['一步'], before: 1, wrong: /[需要应待将再]一步(?=加强|加大|加快|提高|提升|完善|推进|推动|强化|规范|健全|拓宽|拓展|优化|深化|扩大|落实|细化|明确|改进|创新|丰富)/y, right: (found) => found.replace('一步', '进一步') },
  { keys: ['一步'], wrong: /(?<![需要应待将再进下第每同首迈走跨快慢先两几这那上一出])一步(?=加强|加大|加快|提高|提升|完善|推进|推动|强化|规范|健全|拓宽|拓展|优化|深化|扩大|落实|细化|明确|改进|创新|丰富|聚焦|明晰|做好|严格|突出|夯实|压实|理顺|畅通|增强)/y, right: () => '进一步' },
  { keys: ['进一'], wrong: /(?<![前推改])进一(?=加强|加大|加快|提高|提升|完善|推进|推动|强化|规范|健全|拓宽|拓展|优化|深化|扩大|落实|细化|明确|改进|创新|丰富|聚焦|明晰|做好|严格|突出|夯实|压实|理顺|畅通|增强)/y, right: () => '进一步' },
  { keys: ['累'], wrong: /(?<![积日拖连劳受系牵])累(?:公开|发布|办理|收到|受理|主动|接收|答复|更新|制发|召开)/y, right: (found) => found.replace('累', '累计') },
  { keys: ['推政', '推信'], before: 2, wrong: /(?:全面|深入|持续|扎实|大力|积极|有序|稳步)推(?:政府信息|政务公开|信息公开)/y, right: (found) => found.replace('推', '推进') },
  { keys: ['贯彻落'], wrong: /贯彻落(?=[一-鿿《])(?![实地到细脚落])/y, right: () => '贯彻落实' },
  { keys: ['公开作被申请'], wrong: /公开作被申请/y, right: () => '公开工作被申请' },
];

/** Words cut off before a stop: by their last character, what stands before it, and what is gone. */
const cutWords = new Map<number, readonly [readonly string[], string]>(Object.entries({
  工: [['各项', '本职', '相关', '有关', '公开', '重点', '日常', '宣传', '培训', '管理', '服务'], '作'],
  信: [['政府', '政务', '公开', '相关', '各类'], '息'],
  公: [['信息', '政务', '主动', '依申请'], '开'],
  部: [['有关', '相关', '责任'], '门'],
  情: [['公开', '总体', '工作', '办理', '有关', '相关'], '况'],
  复: [['行政'], '议'], 诉: [['行政'], '讼'], 文: [['规范性'], '件'], 政: [['人民'], '府'],
} as const).map(([last, word]) => [last.charCodeAt(0), word]));

/** What all of this is found by. */
export const lostWords: readonly string[] = [...losses.flatMap(({ keys }) => keys), '工。', '。', '；'];

/** The words in the prose of which something is gone. */
export function findLost(scan: ProseScan): Lost[] {
  const found: Lost[] = [];
  for (const { keys, before, wrong, right, severity } of losses) {
    for (const { index, 0: words } of findAt(scan, keys, wrong, before)) found.push({ start: index, end: index + words.length, right: right?.(words), severity });
  }
  // 更新工。: 职工, 施工 and 竣工 are words.
  for (const at of placesOf(scan, '工。')) {
    const before = scan.text[at - 1] ?? '';
    if (/[一-鿿]/.test(before) && !/[职员施民竣开完动手加分化军美技人务打矿电社义总女环复停怠罢招用返误木泥水瓦钳焊农轻重做项本关开]/.test(before)) found.push({ start: at - 1, end: at + 1, right: `${before}工作`, severity: undefined });
  }
  addCutWords(scan, '。', found);
  addCutWords(scan, '；', found);
  return found;
}

/** The words cut off before `stop`. */
function addCutWords(scan: ProseScan, stop: '。' | '；', found: Lost[]): void {
  const { text } = scan;
  for (const at of placesOf(scan, stop)) {
    const word = cutWords.get(text.charCodeAt(at - 1));
    const head = word?.[0].find((words) => text.startsWith(words, at - 1 - words.length));
    if (word && head !== undefined) found.push({ start: at - 1 - head.length, end: at, right: text.slice(at - 1 - head.length, at) + word[1], severity: undefined });
  }
}
