/** Defects of single words, marks, dates and numbers of documents in the prose. */
import { dated, type Defect, type Plant, said, write } from './defects';

const opened = (text: string): Plant => write(({ opening }) => ({ opening: `${opening}${text}` }));
const signedOn = (date: string): Plant =>
  dated((fill) => write(({ six, title }) => ({ six: fill(`${six.split('\n\n').slice(0, 2).join('\n\n')}\n\n${/^.*?(?:局|政府)/.exec(title)?.[0] ?? ''}\n${date}`) })));
/** A word in a sentence, and the right one in its place. */
const word = (rule: string, wrong: string, right: string, sentence: (word: string) => string): Defect => ({ rule, name: wrong, ...said('publishing', sentence(`⟦${wrong}⟧`), sentence(right)) });

export const wordingDefects: readonly Defect[] = [
  word('misspelling', '攻府', '政府', (it) => `接受${it}网站用户监督。`),
  word('misspelling', '扫黑险恶', '扫黑除恶', (it) => `公开${it}专项斗争信息。`),
  word('misspelling', '部份公开', '部分公开', (it) => `规范${it}的适用。`),
  word('misspelling', '进—步', '进一步', (it) => `${it}提升公开质量。`),
  word('misspelling', '行政复义', '行政复议', (it) => `妥善办理${it}案件。`),
  word('misspelling', '政府新息公开', '政府信息公开', (it) => `落实${it}要求。`),
  word('misspelling', '政务工开', '政务公开', (it) => `加强${it}队伍建设。`),
  word('misspelling', '保蜜审查', '保密审查', (it) => `严格${it}制度。`),
  word('misspelling', '业务陪训', '业务培训', (it) => `组织${it}。`),
  word('misspelling', '规范性文伯', '规范性文件', (it) => `清理${it}目录。`),
  word('misspelling', '重新涉及', '重新设计', (it) => `${it}网站栏目。`),
  word('misspelling', '门户网占', '门户网站', (it) => `更新${it}。`),
  { rule: 'implausible-approximation', name: '精确数字加余', ...said('publishing', '新媒体推送图文⟦66余⟧篇。', '新媒体推送图文60余篇。') },
  { rule: 'implausible-approximation', name: '精确数字加多', ...said('platform', '网站浏览量达⟦13574多⟧次。', '网站浏览量达1.3万多次。') },
  { rule: 'half-width-mark', name: '半角逗号', ...said('publishing', '健全工作机制⟦,⟧压实工作责任。', '健全工作机制，压实工作责任。') },
  { rule: 'half-width-mark', name: '半角分号', ...said('supervision', '明确分工⟦;⟧细化措施。', '明确分工；细化措施。') },
  { rule: 'half-width-mark', name: '半角冒号', ...said('publishing', '公开范围包括⟦:⟧财政、教育、医疗等领域。', '公开范围包括：财政、教育、医疗等领域。') },
  { rule: 'half-width-mark', name: '半角逗号加空格', ...said('platform', '维护公开专区⟦,⟧ 并更新栏目。', '维护公开专区，并更新栏目，浏览量达12,345次。') },
  { rule: 'half-width-mark', name: '书名号后的半角逗号', ...said('management', '执行《公开办法》⟦,⟧按月核对。', '执行《公开办法》，按月核对，见http://www.example.gov.cn/a,b.html。') },
  { rule: 'misplaced-mark', name: '书名号之间', ...said('publishing', '修订《公开指南》⟦、⟧《公开制度》。', '修订《公开指南》《公开制度》和《公开目录》。') },
  { rule: 'misplaced-mark', name: '三个书名号', ...said('publishing', '修订《公开指南》⟦、⟧《公开制度》、《公开目录》。', '修订《公开指南》（试行）、《公开制度》。') },
  { rule: 'misplaced-mark', name: '引号之间', ...said('platform', '设置“政策解读”⟦、⟧“互动交流”栏目。', '设置“政策解读”栏、“互动交流”栏。') },
  { rule: 'misplaced-mark', name: '约数', ...said('supervision', '每季度开展四⟦、⟧五次检查。', '召开第四、五次会议，覆盖二、三级单位。') },
  { rule: 'misplaced-mark', name: '约数（人）', ...said('supervision', '由两三个科室抽调七⟦、⟧八人组成。', '由两三个科室抽调七八人组成。') },
  { rule: 'nonstandard-document-number', name: '方括号', plant: opened('参照市政办发⟦[2022]⟧15号文件。'), right: opened('参照市政办发〔2022〕15号文件。') },
  { rule: 'nonstandard-document-number', name: '圆括号', plant: opened('参照市政办函⟦（2022）⟧6号文件。'), right: opened('参照中山路（2022）工程15号楼的做法。') },
  { rule: 'nonstandard-document-number', name: '方头括号', plant: opened('参照市政发⟦【2022】⟧6号文件。') },
  { rule: 'nonstandard-document-number', name: '小六角括号', plant: opened('参照市政办字⟦﹝2022﹞⟧8号文件。') },
  { rule: 'nonstandard-document-number', name: '缺右括号', plant: opened('参照市政办发⟦〔2022⟧ 15号文件。'), also: ['unpaired-mark'] },
  { rule: 'nonstandard-document-number', name: '缺左括号', plant: opened('参照市政办发⟦2022〕⟧15号文件。'), also: ['unpaired-mark'] },
  { rule: 'early-date', name: '落款在年底以前', plant: signedOn('⟦{year}年12月19日⟧'), right: signedOn('{next}年1月16日') },
  { rule: 'early-date', name: '落款年份没有改', plant: signedOn('⟦{year}年1月12日⟧') },
  { rule: 'early-date', name: '标题下的日期', plant: dated((fill) => write(({ title }) => ({ title: fill(`${title}\n\n（⟦{year}年12月20日⟧）`) }))) },
];
