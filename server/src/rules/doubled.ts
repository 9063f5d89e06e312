/**
 * Finds characters and words that were typed or pasted twice: 方式式, 加加强, 工作工作, 政府信息公开政府信息公开. Chinese doubles
 * for many good reasons (人人, 常常, 县县通, 市市场监管局, 服务务必), so a doubled character is only told where a word of these reports
 * ends or begins with it and none begins or ends with the second one.
 */
import type { Report } from '../report/report';
import type { Span } from '../text/span';

export interface Doubled extends Span {
  readonly kind: 'character' | 'words';
  /** The one that is too many. */
  readonly surplus: Span;
}

/** By last character: the words' first characters, and what may follow a second one because a word begins so. */
const endings: Readonly<Record<string, readonly [string, string]>> = {
  式: ['方形模格样', '样微'], 策: ['政', '略划源应动勒'], 息: ['信', '息'], 作: ['工制', '风用为出品业答文物家战主价者法成案'], 度: ['制年力程进角', '假过量汛夏'],
  制: ['机体编', '度定作约造发服止裁品订图片成动衡表药'], 台: ['平', '账帐风湾阶'], 道: ['渠', '路德理歉口教'], 况: ['情', '且'], 容: ['内', '易量纳积貌错许'], 目: ['栏项', '录标前的'],
  众: ['群公', '多所筹'], 务: ['服政业任', '必实工农求虚'], 读: ['解', '者书本懂物取数'], 应: ['回响', '当急用对该答有邀诉尽公依聘届'], 实: ['落', '施现行际效践时事名体地用力习质物在有绩惠'],
  进: ['推改促', '行度一出入口展步程位驻而来社企村校'], 强: ['加增', '化调制力大国势度县军基'], 善: ['完改', '于后意作待用治'], 范: ['规', '围本例畴文'], 升: ['提', '级格旗学至'],
  保: ['确', '密障护持证留险管洁健安税供'], 格: ['严', '式局外'], 核: ['审考', '查心实验对发定算准'], 布: ['发公', '局置告设防点'], 督: ['监', '促查办导学察战'], 障: ['保', '碍'],
  府: ['政', '院内办'], 讼: ['诉', ''], 请: ['申', '求示教假注各参认到在按于问及'], 果: ['结效成', '断树农园'], 构: ['机', '成建筑想造'], 门: ['部', '户类诊口槛牌店窗'], 位: ['单', '于置列居移次数'],
  导: ['领指', '向致师入读引'], 任: ['责', '务何期职命免'], 告: ['报公', '知诉示'], 计: ['统', '划算入量生数'], 据: ['数依', '此实统了悉'], 件: ['文', '数次'], 例: ['条', '如外会行'],
  求: ['要需', '助知职真'], 题: ['问', '目为材'], 施: ['措实', '行工策政'], 域: ['领', '内外名'], 时: ['及', '间限效候刻代任段常'], 确: ['准明', '保定认实立权切'], 效: ['有成', '果率能益力'],
  续: ['持继手', '期签报'], 断: ['不', '档'], 极: ['积', '大其少端'], 识: ['意认', '别字'], 章: ['规', '程节'], 询: ['查咨', '问价'], 训: ['培', '练导'], 载: ['下', '体入明'],
};
/** By first character: how the words go on. Only told at the beginning of a clause, where no other word can end with it. */
const beginnings: Readonly<Record<string, string>> = {
  方: '式', 公: '开', 政: '府务策', 信: '息', 加: '强', 推: '进', 规: '范', 落: '实', 确: '保', 严: '格', 及: '时', 群: '众', 监: '督', 保: '障', 主: '动', 依: '法据', 认: '真', 组: '织', 建: '立设', 完: '善', 提: '高升', 强: '化', 积: '极', 不: '断', 进: '一', 根: '据', 按: '照', 通: '过',
};
/** Particles that never stand twice, and what makes an exception of the one before and the one after. */
const particles: Readonly<Record<string, readonly [string, string]>> = {
  的: ['', '确士'], 了: ['', '解结断望'], 和: ['', '和美气睦'], 与: ['参', ''], 及: ['以', '时'], 并: ['合兼吞', ''], 将: ['', ''], 被: ['', ''], 们: ['', ''], 其: ['尤及与', ''], 也: ['', ''], 于: ['', '都'], 更: ['变', ''], 最: ['', ''], 从: ['服随遵跟听', ''],
};
/** Words that are never said twice in a row. */
const words = new Set(['工作', '信息', '情况', '管理', '服务', '监督', '建设', '机制', '制度', '落实', '加强', '推进', '完善', '提高', '提升', '规范', '审核', '内容', '群众', '部门', '单位', '平台', '网站', '栏目', '政策', '解读', '申请', '答复', '办理', '处理', '行政', '复议', '诉讼', '问题', '措施', '进行', '开展', '及时', '积极', '认真', '不断', '有效', '我镇', '我局', '本镇', '本局', '镇镇', '通过', '按照', '根据', '以及', '对于', '关于']);
/** How the predicate behind an agency's name begins. */
const predicates = /^(?:认真|严格|坚持|深入|高度|切实|积极|持续|按照|依法|始终|围绕|紧紧|全面|主动|不断|通过|共|将|在)/;
/** How long a piece of text is that tells by itself that it stands there twice. */
const shortest = 3;

/** The doubled characters and words in the prose of `report`, in order. */
export function findDoubled(report: Report): readonly Doubled[] {
  const { text } = report;
  const { again } = report.scan;
  let found: Doubled[] | undefined;
  for (let k = 0; k < again.length; k += 4) {
    const [i, before, start, end] = [again[k], again[k + 1], again[k + 2], again[k + 3]] as [number, number, number, number];
    if (i < (found?.at(-1)?.end ?? 0)) continue;
    const doubled = before === i - 1 ? characterAt(text, i, start, end) : repeatAt(text, i, i - before, start, end);
    if (doubled) (found ??= []).push(doubled);
  }
  return found ?? nothing;
}

function characterAt(text: string, i: number, start: number, end: number): Doubled | undefined {
  const own = text[i] as string;
  const before = i - 2 >= start ? (text[i - 2] as string) : '';
  const after = i + 1 < end ? (text[i + 1] as string) : '';
  if (before === own || after === own) return undefined;
  const surplus = { start: i, end: i + 1 };
  const ending = endings[own];
  // At the end of a line the word may go on on the next one.
  if (ending && before !== '' && after !== '' && ending[0].includes(before) && !ending[1].includes(after)) return { kind: 'character', start: i - 2, end: i + 1, surplus };
  const particle = particles[own];
  if (particle && !(before !== '' && particle[0].includes(before)) && !(after !== '' && particle[1].includes(after))) return { kind: 'character', start: i - 1, end: i + 1, surplus };
  // 认认真真: both characters of the word stand twice.
  if (after !== '' && text[i + 2] !== after && beginnings[own]?.includes(after) && (before === '' || /[，。、；：,;:的“‘《（(]/.test(before))) return { kind: 'character', start: i - 1, end: i + 2, surplus };
  // 教育局局机关 is right, 教育局局认真落实 is not.
  if ('局委镇乡厅'.includes(own) && before !== '' && predicates.test(text.slice(i + 1, i + 3))) return { kind: 'character', start: i - 2, end: i + 1, surplus };
  return own === '镇' && /^(?:介绍|概况|简介)/.test(text.slice(i + 1, i + 3)) ? { kind: 'character', start: i - 1, end: i + 1, surplus } : undefined;
}

/** Text that stands twice in a row, of which the character at `i` is one and stood `length` before. */
function repeatAt(text: string, i: number, length: number, start: number, end: number): Doubled | undefined {
  let from = i;
  while (i - from < length && from - 1 - length >= start && isSame(text, from - 1, length)) from--;
  let to = i + 1;
  while (to < end && to - from < length && isSame(text, to, length)) to++;
  if (to - from < length) return undefined;
  const surplus = { start: from, end: from + length };
  if (length < shortest && !words.has(text.slice(surplus.start, surplus.end))) return undefined;
  return { kind: 'words', start: from - length, end: from + length, surplus };
}

/** Whether the Chinese character at `at` is the one that stands `length` before. */
function isSame(text: string, at: number, length: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff && code === text.charCodeAt(at - length);
}

const nothing: readonly never[] = [];
