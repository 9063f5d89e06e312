/**
 * One pass over the prose of a report for all rules that look for words in it: where each of the words below stands, where
 * the marks that come in pairs stand, and where a character stands again soon. What they mean is for the rules to say. Kept
 * as `Report.scan`.
 *
 * The pass costs little more than reading the characters: a few bits tell of most of them that no word needs them.
 */
import type { Span } from '../../text/span';

/** What is looked for. A word is noticed by its rarest character. */
const words = [
  // template-residue
  '部分以表格',
  '部分内容以表格',
  '位小数',
  '模板',
  '范本',
  '样表',
  '样式',
  '填',
  '字以内',
  '字左右',
  '编制说明',
  // markup-residue
  '**',
  '<',
  '&',
  '||',
  '[',
  '>',
  '???',
  '\ufffd',
  // foreign-text, generic-text
  '我局',
  '本局',
  '我委',
  '本委',
  '我镇',
  '本镇',
  '我乡',
  '本乡',
  '我街道',
  '本街道',
  '我县',
  '县委、县政府',
  '县委县政府',
  '区委、区政府',
  '区委区政府',
  '市长信箱',
  '省长信箱',
  '领导下',
  '指导下',
  '地区',
  '数部门',
  '各级政府部门',
  '各级各部门',
  // doubled-word, truncated-sentence
  '坚紧',
  '《中华人民共和国政府信息',
  '《政府信息公开条》',
  '与政务公开办公室关于印发的通知',
  '国务院办公厅关于印发的通知',
  '一步',
  '累',
  '推政',
  '推信',
  '公开作被申请',
  '贯彻落',
  '工作报告格式',
  '政府信息条例》',
  '中华人',
  '中华民',
  '主公开',
  '依申公开',
  '政信息公开',
  '政府信公开',
  '行政诉',
  '行政复',
  '进一',
  '工。',
  '。',
  '；',
  '.',
  // misnumbered-heading
  '是',
  // garbled-slogan
  '例外',
  '列外',
  '阳光下',
  '先公开',
  '先发布',
  '涉密',
  '公开为例外',
  // wrong-citation, outdated-citation
  '国办',
  '国务院令',
  '国令',
  '国务令',
  '国院令',
  '公开办函',
  '国务院办公厅政府信息',
  '信息公开条列',
  '年度报告格式',
  '年度报告有关事项的通知',
  '信息处理费管理办法',
  '信息处理费管理',
  // implausible-contact, foreign-url, wrong-measure-word
  '下载',
  '电话',
  '传真',
  '热线',
  '邮编',
  '邮政编码',
  '政府网',
  '政府门户',
  '政府官网',
  '政府信息公开网',
  '政府信息公开平台',
  '复议',
  '诉讼',
] as const;

export type Word = (typeof words)[number];

export interface ProseScan {
  /** Where each word that occurs stands, in the order of the text. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Where the marks 《》“”（）()〈〉 stand. */
  readonly marks: readonly number[];
  /**
   * Chinese characters that stood at most `farthest` before on their line, and that are followed by what followed then or
   * stand side by side: offset, offset before, start and end of the line, four numbers for each.
   */
  readonly again: readonly number[];
}

/** How far apart a character must stand from its like to be told. */
const farthest = 12;

/** Characters too frequent in these reports to notice a word by, the most frequent first. */
const frequent =
  '公政，开信息、和。府务理的年作工行人一项结度办要请申进不制时全发情第内实条二其事及管容查本法三水处加况关果主确提数他报收新分布文件规机对保强程解是网站镇到复民业审重设动定安员计责未完通于费期按化目导范准在点正议室总体求量展会例有专步四为服后建任高明性诉告国众过照做需平类栏效组道落更合方属中社推好等改局持群便录台据级力领';
const slots = 4096;
const pairs = '《》“”（）()〈〉';
const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** Which characters are noticed, by their lower bits: most are not. */
const noticed = new Uint8Array(slots);
const byCharacter = new Map<number, { readonly word: string; readonly at: number }[]>();
for (const word of words) {
  const rank = (c: string) => (pairs.includes(c) ? -1 : frequent.includes(c) ? frequent.indexOf(c) : frequent.length);
  const at = [...word].reduce((best, c, i, all) => (rank(c) > rank(all[best] as string) ? i : best), 0);
  const code = word.charCodeAt(at);
  noticed[code & (slots - 1)] = 1;
  byCharacter.set(code, [...(byCharacter.get(code) ?? []), { word, at }]);
}
for (const mark of pairs) noticed[mark.charCodeAt(0) & (slots - 1)] = 1;

/** Scans the lines `prose` of `text`, which are in its order. */
export function scanProse(text: string, prose: readonly Span[]): ProseScan {
  const places = new Map<string, number[]>();
  const marks: number[] = [];
  const again: number[] = [];
  // One more than the offset where a character last stood, by its lower bits: others with the same bits may hide it.
  const last = new Int32Array(slots);
  for (const { start, end } of prose) {
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      const slot = code & (slots - 1);
      if (noticed[slot] === 1) notice(i, code, start);
      if (code < firstHan || code > lastHan) continue;
      const before = (last[slot] as number) - 1;
      last[slot] = i + 1;
      if (i - before > farthest || before < start || text.charCodeAt(before) !== code) continue;
      if (before === i - 1 || text.charCodeAt(i + 1) === text.charCodeAt(before + 1)) again.push(i, before, start, end);
    }
  }
  return { places, marks, again };

  function notice(i: number, code: number, start: number): void {
    const entries = byCharacter.get(code);
    if (!entries) {
      if (pairs.includes(text[i] as string)) marks.push(i);
      return;
    }
    for (const { word, at } of entries) {
      if (i - at < start || (word.length > 1 && !text.startsWith(word, i - at))) continue;
      const known = places.get(word);
      if (known) known.push(i - at);
      else places.set(word, [i - at]);
    }
  }
}
