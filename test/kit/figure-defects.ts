/** Defects of the figures in sentences: held against the tables, against each other, and lost. */
import { type Defect, said, say } from './defects';

/** Sentences with a wrong and a right figure, in a report that states no other. */
const stated: readonly [aspect: Parameters<typeof say>[0], name: string, wrong: string, right: string][] = [
  ['requests', '新收', '全年收到政府信息公开申请⟦56⟧件。', '全年收到政府信息公开申请55件。'],
  ['requests', '新收（量词在前）', '收到⟦65⟧件公众通过网站提交的政府信息公开申请。', '收到55件公众通过网站提交的政府信息公开申请。'],
  ['requests', '未收到', '全年⟦未收到⟧政府信息公开申请。', '全年未收到行政许可申请。'],
  ['requests', '受理', '共受理政府信息公开申请⟦58⟧件。', '共受理政府信息公开申请60件。'],
  ['requests', '上年结转', '上年结转政府信息公开申请⟦6⟧件。', '上年结转政府信息公开申请5件。'],
  ['requests', '办结', '办结政府信息公开申请⟦45⟧件。', '办结政府信息公开申请54件。'],
  ['requests', '结转下年', '结转下年度继续办理政府信息公开申请⟦5⟧件。', '结转下年度继续办理政府信息公开申请6件。'],
  ['requests', '自然人', '其中自然人申请⟦44⟧件。', '其中自然人申请41件。'],
  ['requests', '法人', '法人或其他组织提出申请⟦13⟧件。', '法人或其他组织提出申请14件。'],
  ['requests', '予以公开', '予以公开⟦52⟧件。', '予以公开25件。'],
  ['requests', '部分公开', '部分公开⟦9⟧件。', '部分公开8件。'],
  ['requests', '不予公开', '不予公开⟦3⟧件。', '不予公开4件。'],
  ['requests', '无法提供', '信息无法提供⟦12⟧件。', '信息无法提供13件。'],
  ['requests', '不予处理', '不予处理⟦4⟧件。', '不予处理2件。'],
  ['requests', '中文数字', '收到政府信息公开申请⟦五十六⟧件。', '收到政府信息公开申请五十五件。'],
  ['supervision', '复议', '因政府信息公开引起的行政复议⟦3⟧件。', '因政府信息公开引起的行政复议4件。'],
  ['supervision', '诉讼', '因政府信息公开引起的行政诉讼⟦5⟧件。', '因政府信息公开引起的行政诉讼4件。'],
  ['supervision', '未发生复议诉讼', '⟦未发生⟧因政府信息公开引起的行政复议、行政诉讼。', '未发生因具体行政行为引起的行政复议。'],
  ['management', '制发', '制发行政规范性文件⟦4⟧件。', '制发行政规范性文件3件。'],
  ['management', '废止', '废止行政规范性文件⟦2⟧件。', '废止行政规范性文件1件。'],
  ['management', '现行有效', '现行有效的行政规范性文件⟦13⟧件。', '现行有效的行政规范性文件12件。'],
  ['management', '未制发', '全年⟦未制发⟧行政规范性文件。', '全年未解读行政规范性文件。'],
  ['publishing', '许可', '作出行政许可决定⟦280⟧件。', '作出行政许可决定208件。'],
  ['publishing', '处罚', '行政处罚处理决定数量⟦63⟧件。', '行政处罚处理决定数量36件。'],
  ['publishing', '收费', '行政事业性收费⟦18.78⟧万元。', '行政事业性收费18.871万元。'],
];

const against: readonly Defect[] = stated.map(([aspect, name, wrong, right]) => ({ rule: 'mismatched-figure', name, ...said(aspect, wrong, right), drafts: ['quiet'] }));

/** Against each other. What also differs from the tables is told by mismatched-figure. */
const among: readonly Defect[] = [
  { rule: 'unbalanced-text', name: '收、办、结转不平', ...said('requests', '新收申请55件，上年结转申请5件，办结54件，结转下年度继续办理⟦7⟧件。', '新收申请55件，上年结转申请5件，办结54件，结转下年度继续办理6件。'), drafts: ['quiet'], also: ['mismatched-figure'] },
  { rule: 'unbalanced-text', name: '共计不等于两者之和', ...said('requests', '新收申请55件，上年结转申请5件，共计⟦61⟧件，办结54件，结转下年度继续办理6件。', '新收申请55件，上年结转申请5件，共计60件，办结54件，结转下年度继续办理6件。'), drafts: ['quiet'], also: ['mismatched-figure'] },
  { rule: 'unbalanced-text', name: '两类申请人之和', ...said('requests', '共收到政府信息公开申请⟦55⟧件，其中自然人申请41件，法人或其他组织申请13件。', '共收到政府信息公开申请55件，其中自然人申请41件，法人或其他组织申请14件。'), drafts: ['quiet'], also: ['mismatched-figure'] },
  { rule: 'conflicting-figure', name: '前后两个数', plant: ({ parts }) => { parts.five += '全年制发行政规范性文件⟦5⟧件。'; }, drafts: ['bureau', 'county'], also: ['mismatched-figure'] },
  { rule: 'contradictory-statement', name: '没有申请又全部办结', plant: ({ parts }) => { parts.five = parts.five.replace(/\n\n/, '\n\n全年⟦没有收到⟧政府信息公开申请。'); }, drafts: ['bureau', 'township'], also: ['mismatched-figure'] },
  { rule: 'contradictory-statement', name: '没有诉讼又有4件', plant: ({ parts }) => { parts.five = parts.five.replace(/\n\n/, '\n\n全年⟦没有发生⟧因政府信息公开引起的行政诉讼。'); }, drafts: ['county'], also: ['mismatched-figure'] },
  { rule: 'wrong-sum', name: '分项超过总数', ...said('publishing', '发布解读⟦30⟧篇，其中文字解读22篇，图解12篇。', '发布解读34篇，其中文字解读22篇，图解10篇。') },
  { rule: 'wrong-sum', name: '封闭的列举少了', ...said('publishing', '公开公告⟦343⟧条，包括：人事公告12条，工作公告174条，采购公告25条，其他公告131条。', '公开公告342条，包括：人事公告12条，工作公告174条，采购公告25条，其他公告131条。') },
  { rule: 'wrong-percentage', name: '比例算错', ...said('publishing', '发布政策24篇，其中解读9篇，占⟦39.5%⟧。', '发布政策24篇，其中解读9篇，占37.5%。') },
  { rule: 'wrong-percentage', name: '合计不是100%', ...said('publishing', '从来源看，本机关制作占58.5%，上级转发占17.3%，其他占⟦34.2%⟧。', '从来源看，本机关制作占58.5%，上级转发占17.3%，其他占24.2%。') },
  { rule: 'wrong-part-count', name: '七个部分只有六个', plant: ({ parts }) => { parts.opening = `${parts.opening.replace(/由总体情况.*?部分组成。/, '已按格式编制。')}本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项⟦七⟧个部分组成。`; } },
  { rule: 'wrong-part-count', name: '四类只列三类', ...said('publishing', '发布信息9条，共⟦四⟧类：职能类信息2条，政策类信息4条，其他类信息3条。', '发布信息9条，共三类：职能类信息2条，政策类信息4条，其他类信息3条。') },
  { rule: 'missing-number', name: '量词前没有数', ...said('publishing', '全年共主动公开⟦条⟧，其中工作动态12条，公告公示30条。', '全年共主动公开42条，其中工作动态12条，公告公示30条。') },
  { rule: 'missing-number', name: '数后面没有量词', ...said('publishing', '专栏发布⟦84⟧教育信息。', '专栏发布84条教育信息。') },
  { rule: 'wrong-carry-year', name: '结转到当年', plant: (draft) => { const year = /\d{4}/.exec(draft.parts.title)?.[0] ?? ''; say('requests', `6件转结⟦${year}⟧年办理。`)(draft); }, right: (draft) => { const year = Number(/\d{4}/.exec(draft.parts.title)?.[0]); say('requests', `6件转结${year + 1}年办理。`)(draft); } },
];

export const figureDefects: readonly Defect[] = [...against, ...among];
