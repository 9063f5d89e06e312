/**
 * Characters mistaken in the words of these reports: a term of the trade in which one character is another one that looks
 * or sounds like it (行政复义, 攻府, 进—步), or two characters have changed places (政信府息公开). A closed list: it is made from the
 * terms and the confusions below, and nothing outside of it is told. Names of agencies are looked at in the same way.
 */

export interface Misspelling {
  readonly wrong: string;
  readonly right: string;
  /** Whether a site is failed for it: the names of the state, its organs and its campaigns. */
  readonly severe: boolean;
  /** What makes another word of it, if it stands right in front or right behind. */
  readonly notBehind?: string;
  readonly notBefore?: string;
}

/** Terms that must be right: a site with an error in one of these fails an inspection. */
const severeTerms = '中华人民共和国 国务院 国务院办公厅 人民政府 中国共产党 党中央 扫黑除恶 习近平新时代中国特色社会主义思想'.split(' ');

/** Terms of the trade, four characters or more, so that one wrong character cannot make another word. */
const terms = [
  // What is made public, and how.
  '政府信息 信息公开 政务公开 主动公开 依申请公开 政府信息公开 部分公开 予以公开 不予公开 公开指南 公开渠道 公开目录 公开内容 重点领域',
  // Requests and what becomes of them.
  '无法提供 不予处理 申请公开 信息处理费 受理渠道 法定期限 按时答复 依法答复 结转下年',
  // Review, litigation, what agencies decide.
  '行政复议 行政诉讼 行政许可 行政处罚 行政强制 行政机关 行政规范性文件 规范性文件 行政事业性收费',
  // Management.
  '信息管理 动态调整 三审三校 保密审查 审核把关 发布审查 政府公报 年度报告 工作报告',
  // Platforms.
  '平台建设 门户网站 政务新媒体 微信公众号 网站栏目 政务服务 便民服务 新闻发布会 政策解读 互动交流',
  // Supervision.
  '监督保障 监督管理 社会评议 责任追究 工作考核 绩效考核 业务培训 组织领导 贯彻落实 整改落实 改进措施 存在问题',
  // What these reports speak of besides.
  '营商环境 乡村振兴 安全生产 社会救助 生态环境 财政预决算 疫情防控 知情权 监督权',
].flatMap((line) => line.split(' '));

/** A character, and those it is mistaken for: by their looks, by their sound, or both. */
const confusions = new Map(
  (
    '政攻正 府俯腑 信新 息席熄 公工 开井 议义仪 讼颂松 件伯 范犯 规归 复付夏 申甲审 请清情 许徐 罚伐 处外 制治 动懂 督睹 障章瘴 监坚 ' +
    '栏拦兰 站占 渠梁 策册 读渎 审申 校较 查察 密蜜 培陪 评平 究纠 录绿 报抱 度渡 共供 和合 民名明 人入 院园 务物 受授 理里 转专 时实 性姓 ' +
    '予与于 分份 除险 众重 救究 境镜 振震镇 疫役 情清 贯惯 彻撤 措错 题提 领岭 调凋 期其 限陷 台抬 便变 核合'
  )
    .split(' ')
    .map(([own = '', ...wrong]) => [own, wrong] as const),
);

/** Dashes that stand for the numeral 一. */
const dashes = ['—', '－', 'ー', '─'];
const withOne = ['进一步', '一系列', '一站式', '一体化', '统一规范', '统一管理', '统一部署', '统一平台', '统一标准', '统一发布'];

/** What the terms and confusions do not give. */
const others: readonly Misspelling[] = [
  { wrong: '攻府', right: '政府', severe: true, notBehind: '进主围强猛' },
  { wrong: '国物院', right: '国务院', severe: true },
  { wrong: '共合国', right: '共和国', severe: true },
  { wrong: '扫黑险恶', right: '扫黑除恶', severe: true },
  { wrong: '打黑险恶', right: '打黑除恶', severe: true },
  { wrong: '重新涉及', right: '重新设计', severe: false },
  { wrong: '进一部', right: '进一步', severe: false, notBehind: '推促前改', notBefore: '分法门门长' },
  { wrong: '主动公布开', right: '主动公开', severe: false, notBefore: '放展通设工业' },
  { wrong: '长态化', right: '常态化', severe: false },
  { wrong: '不予公布开', right: '不予公开', severe: false, notBefore: '放展通设工业' },
  { wrong: '信息公布开', right: '信息公开', severe: false, notBefore: '放展通设工业' },
  { wrong: '公开既时', right: '公开及时', severe: false },
  { wrong: '既时公开', right: '及时公开', severe: false },
  { wrong: '既时更新', right: '及时更新', severe: false },
];

/** Words that the terms would make and that are right, or may be. */
const rightAfterAll = new Set(['财政预算决', '财政决预算', '国中共产党', '部分工开']);
/** Terms of fewer characters are no place to tell two exchanged ones by. */
const fewestExchanged = 5;

/** The list, by what stands in the text. */
export const misspellings: ReadonlyMap<string, Misspelling> = listed();

function listed(): ReadonlyMap<string, Misspelling> {
  const right = new Set([...severeTerms, ...terms]);
  const found = new Map<string, Misspelling>();
  const add = (wrong: string, term: string, severe: boolean) => {
    if (right.has(wrong) || rightAfterAll.has(wrong) || found.has(wrong)) return;
    found.set(wrong, { wrong, right: term, severe, ...(dashes.includes(wrong[0] as string) && { notBehind: dashes.join('') }) });
  };
  for (const misspelling of others) found.set(misspelling.wrong, misspelling);
  for (const term of severeTerms) for (const wrong of nearMisses(term)) add(wrong, term, true);
  for (const term of terms) for (const wrong of nearMisses(term)) add(wrong, term, false);
  for (const term of withOne) for (const dash of dashes) add(term.replace('一', dash), term, false);
  return found;
}

/** `term` with one character mistaken, or with two exchanged where it is long. */
export function nearMisses(term: string): string[] {
  const found: string[] = [];
  const characters = [...term];
  characters.forEach((own, i) => {
    for (const other of confusions.get(own) ?? []) found.push(term.slice(0, i) + other + term.slice(i + 1));
    const next = characters[i + 1];
    if (characters.length >= fewestExchanged && next !== undefined && next !== own)
      found.push(term.slice(0, i) + next + own + term.slice(i + 2));
  });
  return found;
}
