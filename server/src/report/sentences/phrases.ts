/**
 * The phrases in which words stand around a number, as data: each says which metric the number is of. Words are named by the
 * tags of vocabulary.ts, metrics by the ids of metrics.ts. No code knows any phrase.
 * Source: the ninety sentence forms met in published reports of 2021 to 2025.
 */
import type { Topic } from './vocabulary';

/**
 * A phrase around a number. `say` names kinds of words; `#` is the number; `…` lets other words stand between. Words of
 * filling (共, 数量, 的) are not counted. Of the phrases that fit, the first counts.
 */
export interface Phrase {
  readonly say: string;
  readonly means: string;
  /** The topic must be this, because the phrase does not tell itself. */
  readonly about?: Topic;
}

const each = (tags: string, patterns: readonly string[], means: (tag: string) => string, about?: Topic): Phrase[] =>
  tags.split(' ').flatMap((tag) => patterns.map((pattern) => ({ say: pattern.replace('X', tag), means: means(tag), ...(about && { about }) })));

export const phrases: readonly Phrase[] = [
  // 上年结转3件；2023年结转申请3件；含上年度转结申请8件
  ...each('上转', ['X #', 'X … 申请 #', 'X … 结 #', 'X … 办 #', '# X', '# … 申请 X'], () => 'carriedIn'),
  // 结转下年度继续办理6件；剩余3件结转；结转2024年办理2件
  ...each('下转', ['X #', 'X 办 #', 'X 结 #', 'X … 申请 #', '申请 X #', '# X', '# 申请 X'], () => 'carriedOut'),
  { say: '余 # 转', means: 'carriedOut' },
  { say: '余 # 申请 转', means: 'carriedOut' },
  { say: '# 转', means: 'carriedOut', about: 'requests' },
  // 还有1件未办结；尚未办结2件
  ...each('未办', ['余 # … X', '# X', '# 申请 … X', '# 申请 X', 'X #', '# … X'], () => 'stillOpen', 'requests'),

  // 属于行政查询范畴依法不予公开2件；1件由于重复申请不予处理
  ...each('不予1 不予2 不予3 不予4 不予5 不予6 不予7 不予8', ['X 不予 #', '# … X 不予'], (tag) => `${tag}?`, 'requests'),
  ...each('无法1 无法2 无法3', ['X 无法 #', '# … X 无法'], (tag) => `${tag}?`, 'requests'),
  ...each('不处理1 不处理2 不处理3 不处理4 不处理5', ['X 不处理 #', '# … X 不处理'], (tag) => `${tag}?`, 'requests'),
  ...each('不予1 不予2 不予3 不予4 不予5 不予6 不予7 不予8 无法1 无法2 无法3 不处理1 不处理2 不处理3 不处理4 不处理5 其他1 其他2', ['X #', '# X'], (tag) => tag, 'requests'),
  // 予以公开及部分公开42件；“不予公开”5件；97件准予公开；不予公开答复5件
  ...each('予以 部分 予部 不予 无法 不处理 其他处理', ['X #', 'X 结 #', 'X 申请 #', '# X', '# 申请 X', '# 结 X'], (tag) => tag, 'requests'),

  // 自然人申请89件；收到自然人提出的申请3件；2件属商业企业申请
  ...each('自然人 法人 企业 科研 公益 法律', ['X #', 'X … 申请 #', '# X', '申请 X #'], (tag) => `by${tag}`, 'requests'),

  // 行政复议2件、行政诉讼1件；1件结果维持
  ...each('复议 诉讼 案件 直诉 复诉', ['X #', '收 # … X', '# … X', '# 申请 … X'], (tag) => tag),
  { say: '案件 各 #', means: '复议,诉讼' },
  ...each('维持 纠正 其他结果 未结', ['X #', '# X'], (tag) => `review${tag}`, 'reviews'),
  ...each('维持 纠正 其他结果 未结', ['X #', '# X'], (tag) => `lawsuit${tag}`, 'lawsuits'),

  // 新收55件；收到申请55件；收到15件信息依申请公开；依申请公开共收到3件
  ...each('新收', ['X #', 'X … 申请 #', 'X # 申请', '申请 X #'], () => 'newlyReceived'),
  // 本年度新增申请18件
  { say: '制发 … 申请 #', means: 'newlyReceived' },
  ...each('收', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'received'),
  { say: '收 #', means: 'received', about: 'requests' },
  ...each('受理', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'accepted'),
  { say: '受理 #', means: 'accepted', about: 'requests' },
  ...each('办', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'handled'),
  { say: '办 #', means: 'handled', about: 'requests' },
  ...each('结', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'processed'),
  // 办理申请并出具答复书60份
  { say: '申请 … 答书 #', means: 'processed' },
  ...each('结', ['X #', '# … X', '# 申请 … X'], () => 'processed', 'requests'),
  { say: '共计 #', means: 'atHand', about: 'requests' },
  { say: '申请 #', means: 'stated' },

  // 制发规范性文件3件，废止1件，现行有效12件；新制定5件。? is what was named last.
  ...['规范', '规章', '文规'].flatMap((noun) =>
    ['制发', '废止', '有效'].flatMap((act) =>
      [`${act} ${noun} #`, `${noun} ${act} #`, `${noun} ${act} 文件 #`, `${act} # ${noun}`].map((say): Phrase => ({ say, means: `${noun}.${act}` })),
    ),
  ),
  ...['规范', '规章', '文规'].flatMap((noun) => [`${noun} 发布 #`].map((say): Phrase => ({ say, means: `${noun}.发布` }))),
  ...['制发', '废止', '有效'].flatMap((act) => [`${act} #`, `${act} 文件 #`, `# ${act}`].map((say): Phrase => ({ say, means: `?.${act}`, about: 'documents' }))),
  ...['规范', '规章', '文规'].map((noun): Phrase => ({ say: `^ ${noun} #`, means: `${noun}.?` })),

  // 行政处罚处理决定数量44件；作出694宗行政许可；行政许可17件（只在与收费等并列时）
  // 办理行政许可47件，实施行政处罚3起
  ...each('许可 处罚 强制', ['作出 X #', '办 X #', '结 X #', 'X 决定 #', '作出 # X', '# X 决定'], (tag) => tag),
  ...each('许可 处罚 强制', ['^ X #'], (tag) => `${tag}*`),
  { say: '收费 #', means: '收费' },
];
