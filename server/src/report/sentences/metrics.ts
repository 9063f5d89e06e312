/**
 * What numbers in sentences count, as data: for each metric its name for people and the cells that its number is held against.
 * Which words say it is told by phrases.ts.
 */
import { type Tag, type Topic, words } from './vocabulary';

/** What a metric counts and which cells say the same. */
export interface MetricForm {
  /** For people: 正文写「name」N. */
  readonly name: string;
  /**
   * Accepted readings. Each is a sum of cells `row.column`, added or taken away; `row*` is all rows of a group; the column
   * 法人 is the five kinds of organisations.
   */
  readonly readings: readonly string[];
  /** A figure that differs is an error only where the wording leaves one reading. */
  readonly severity: 'error' | 'warning';
  readonly topic: Topic;
  /** The number is a total of requests, of which others are parts. */
  readonly total?: true;
  /** Read like the total that it is part of, in this column instead of 总计. */
  readonly column?: string;
}

const requests = (name: string, severity: MetricForm['severity'], ...readings: string[]): MetricForm => ({ name, readings, severity, topic: 'requests' });
const total = (name: string, severity: MetricForm['severity'], ...readings: string[]): MetricForm => ({ ...requests(name, severity, ...readings), total: true });
const applicant = (name: string, column: string): MetricForm => ({ ...requests(name, 'error', `新收.${column}`), column });
const documents = (name: string, ...readings: string[]): MetricForm => ({ name, readings, severity: 'error', topic: 'documents' });
const cases = (name: string, topic: Topic, ...readings: string[]): MetricForm => ({ name, readings, severity: 'error', topic });
const firstWord = (tag: Tag): string => words.get(tag)?.[0] ?? tag;
const rows = (ids: string): Record<string, MetricForm> =>
  Object.fromEntries(ids.split(' ').flatMap((id) => [
    [id, requests(firstWord(id as Tag), 'warning', `${id}.总计`)],
    [`${id}?`, requests(firstWord(id as Tag), 'warning', `${id}.总计`, `${id.slice(0, -1)}*.总计`)],
  ]));

export const metrics: Readonly<Record<string, MetricForm>> = {
  received: total('收到申请', 'error', '新收.总计'),
  // 收到公民申请3件: of natural persons, or of anybody.
  fromCitizens: total('收到申请', 'error', '新收.自然人', '新收.总计'),
  newlyReceived: total('新收申请', 'error', '新收.总计'),
  receivedWithCarried: total('收到申请', 'error', '新收.总计', '新收.总计+转入.总计'),
  accepted: total('受理申请', 'warning', '新收.总计', '新收.总计+转入.总计'),
  handled: total('办理申请', 'warning', '新收.总计', '新收.总计+转入.总计', '办结.总计'),
  stated: total('申请', 'warning', '新收.总计', '新收.总计+转入.总计', '办结.总计'),
  processed: total('办结申请', 'warning', '办结.总计', '办结.总计-转入.总计'),
  atHand: total('新收与结转共计', 'warning', '新收.总计+转入.总计'),
  carriedIn: requests('上年结转', 'error', '转入.总计'),
  carriedOut: requests('结转下年', 'error', '转出.总计'),
  stillOpen: requests('未办结', 'warning', '转出.总计'),
  // Held against what is carried forward by contradictory-statement.
  allDone: requests('全部办结', 'warning'),
  // 为无法提供、不予处理和其他处理: which, the sentence tells.
  several: requests('几种办理结果合计', 'warning'),
  by自然人: applicant('自然人申请', '自然人'),
  by法人: applicant('法人或其他组织申请', '法人'),
  by企业: applicant('商业企业申请', '企业'),
  by科研: applicant('科研机构申请', '科研'),
  by公益: applicant('社会公益组织申请', '公益'),
  by法律: applicant('法律服务机构申请', '法律'),
  予以: requests('予以公开', 'warning', '予以.总计'),
  部分: requests('部分公开', 'warning', '部分.总计'),
  予部: requests('予以公开和部分公开', 'warning', '予以.总计+部分.总计'),
  不予: requests('不予公开', 'warning', '不予*.总计'),
  无法: requests('无法提供', 'warning', '无法*.总计'),
  不处理: requests('不予处理', 'warning', '不处理*.总计'),
  其他处理: requests('其他处理', 'warning', '其他*.总计'),
  ...rows('不予1 不予2 不予3 不予4 不予5 不予6 不予7 不予8 无法1 无法2 无法3 不处理1 不处理2 不处理3 不处理4 不处理5 其他1 其他2'),
  复议: cases('行政复议', 'reviews', '复议.总计'),
  诉讼: cases('行政诉讼', 'lawsuits', '直诉.总计+复诉.总计'),
  案件: cases('行政复议和行政诉讼', 'cases', '复议.总计+直诉.总计+复诉.总计'),
  直诉: cases('未经复议直接起诉', 'lawsuits', '直诉.总计'),
  复诉: cases('复议后起诉', 'lawsuits', '复诉.总计'),
  review维持: cases('复议结果维持', 'reviews', '复议.维持'),
  review纠正: cases('复议结果纠正', 'reviews', '复议.纠正'),
  review其他结果: cases('复议其他结果', 'reviews', '复议.其他'),
  review未结: cases('复议尚未审结', 'reviews', '复议.未结'),
  lawsuit维持: cases('诉讼结果维持', 'lawsuits', '直诉.维持+复诉.维持'),
  lawsuit纠正: cases('诉讼结果纠正', 'lawsuits', '直诉.纠正+复诉.纠正'),
  lawsuit其他结果: cases('诉讼其他结果', 'lawsuits', '直诉.其他+复诉.其他'),
  lawsuit未结: cases('诉讼尚未审结', 'lawsuits', '直诉.未结+复诉.未结'),
  case纠正: cases('被纠正的案件', 'cases', '复议.纠正+直诉.纠正+复诉.纠正'),
  '规范.制发': documents('制发规范性文件', '规范.制发'),
  '规范.废止': documents('废止规范性文件', '规范.废止'),
  '规范.有效': documents('现行有效规范性文件', '规范.有效'),
  '规章.制发': documents('制发规章', '规章.制发'),
  '规章.废止': documents('废止规章', '规章.废止'),
  '规章.有效': documents('现行有效规章', '规章.有效'),
  '文规.制发': documents('制发规章和规范性文件', '规章.制发+规范.制发', '规范.制发'),
  '文规.废止': documents('废止规章和规范性文件', '规章.废止+规范.废止', '规范.废止'),
  '文规.有效': documents('现行有效规章和规范性文件', '规章.有效+规范.有效', '规范.有效'),
  许可: { name: '行政许可处理决定', readings: ['许可.决定'], severity: 'warning', topic: 'other' },
  处罚: { name: '行政处罚处理决定', readings: ['处罚.决定'], severity: 'warning', topic: 'other' },
  强制: { name: '行政强制处理决定', readings: ['强制.决定'], severity: 'warning', topic: 'other' },
  收费: { name: '行政事业性收费', readings: ['收费.金额'], severity: 'warning', topic: 'other' },
};
