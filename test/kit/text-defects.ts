/** Defects of the text: what should not stand there, what is cited or named wrongly, what is missing. */
import { all, dated, type Defect, said, say, swap, write } from './defects';

const residue: readonly Defect[] = [
  { rule: 'placeholder-text', name: 'x件', ...said('publishing', '答复网民留言⟦x⟧件。', '答复网民留言7件。') },
  { rule: 'placeholder-text', name: 'XX次', ...said('platform', '开展培训⟦XX⟧次。', '开展培训2次。') },
  { rule: 'placeholder-text', name: '某某局', plant: write(({ six }) => ({ six: `${six}\n\n⟦某某⟧局` })) },
  { rule: 'placeholder-text', name: '____', ...said('supervision', '组织检查⟦____⟧次。', '组织检查3次。') },
  { rule: 'placeholder-text', name: '待补充', ...said('management', '归集信息⟦（待补充）⟧。'.replace('⟦（', '（⟦').replace('）⟧', '⟧）'), '归集信息（含村务）。') },
  { rule: 'web-residue', name: '扫一扫', plant: write(({ six }) => ({ six: `${six}\n\n⟦扫一扫在手机打开当前页⟧` })) },
  { rule: 'web-residue', name: '字号、浏览次数', plant: write(({ title }) => ({ title: `${title}\n\n⟦发布时间：2025-01-16 09:30 浏览次数：86 字号：[大 中 小]⟧` })) },
  { rule: 'web-residue', name: '面包屑', plant: write(({ title }) => ({ title: `⟦当前位置：首页 > 政务公开 > 政府信息公开年报⟧\n\n${title}` })) },
  { rule: 'web-residue', name: '打印、关闭', plant: write(({ six }) => ({ six: `${six}\n\n⟦【打印】 【关闭】⟧` })), right: write(({ six }) => ({ six: `${six}\n\n政务服务大厅新增自助打印一体机。` })) },
  { rule: 'template-residue', name: '表格形式报告', plant: write({ two: '二、主动公开政府信息情况\n\n⟦该部分以表格形式报告。表格如下：⟧' }) },
  { rule: 'template-residue', name: '保留4位小数', plant: write({ two: '二、主动公开政府信息情况\n\n⟦（单位：万元，保留4位小数）⟧' }) },
  { rule: 'template-residue', name: '字数要求', plant: write(({ five }) => ({ five: `${five}\n⟦（500字以内）⟧` })) },
  { rule: 'markup-residue', name: '粗体标记', ...said('platform', '⟦**栏目更新**⟧及时。', '栏目更新及时。') },
  { rule: 'markup-residue', name: '&nbsp;', ...said('publishing', '公开⟦&nbsp;&nbsp;⟧及时。', '公开及时。') },
  { rule: 'markup-residue', name: '半个〉', plant: write(({ opening }) => ({ opening: `${opening}附件格式参照年度报告格式⟦>⟧的通知。` })) },
  { rule: 'foreign-text', name: '公安机关的话', ...said('supervision', '在⟦上级公安机关的正确领导下⟧，工作有序开展。', '在上级主管部门的指导下，工作有序开展。'), drafts: ['bureau', 'township'] },
  { rule: 'foreign-text', name: '乡镇自称我局', ...said('platform', '⟦我局⟧安排专人维护。', '我镇安排专人维护。'), drafts: ['township'] },
  { rule: 'foreign-text', name: '部门自称我镇', ...said('platform', '⟦我镇⟧安排专人维护。', '我局安排专人维护。'), drafts: ['bureau'] },
  { rule: 'generic-text', name: '部分地区、多数部门', ...said('platform', '⟦部分地区⟧还开发了应用，一些地区运用大数据优化检索，多数部门按期答复。', '部分村还开通了广播。'), drafts: ['bureau', 'township', 'county'] },
  { rule: 'unused-silencing', name: '没有问题的一行', plant: write(({ five }) => ({ five: five.replace('\n\n', '\n\n【nianbao-disable-next-line ⟦placeholder-text⟧ 已核对】\n') })), right: all(say('publishing', '答复网民留言x件。'), write(({ one }) => ({ one: one.replace('\n\n', '\n\n【nianbao-disable placeholder-text 数字待报】\n') }))) },
  { rule: 'unused-silencing', name: '规则名写错', plant: write(({ title }) => ({ title: `<!-- nianbao-disable ⟦doubled-wrod⟧ -->\n${title}` })) },
  { rule: 'personal-data', name: '手机号', plant: write(({ six }) => ({ six: `${six}\n\n联系人李某，手机⟦13800138000⟧。` })), right: write(({ six }) => ({ six: `${six}\n\n联系人李某，电话0558-8231234。` })) },
  { rule: 'personal-data', name: '身份证号', ...said('requests', '申请人身份证号⟦11010519491231002X⟧。', '申请人身份证号已隐去。') },
];

const wording: readonly Defect[] = [
  { rule: 'doubled-word', name: '方式式', ...said('publishing', '公开⟦方式式⟧多样。', '公开方式多样。') },
  { rule: 'doubled-word', name: '的的', ...said('platform', '做好信息⟦的的⟧审核。', '做好信息的审核。') },
  { rule: 'doubled-word', name: '坚紧紧', ...said('supervision', '⟦坚紧紧⟧围绕中心工作。', '紧紧围绕中心工作。') },
  { rule: 'truncated-sentence', name: '书名断了', plant: write(({ opening }) => ({ opening: `依据⟦《中华人民共和国政府信息》⟧的规定，${opening}` })) },
  { rule: 'truncated-sentence', name: '各项工。', ...said('supervision', '做好公开⟦各项工⟧。', '做好公开各项工作。') },
  { rule: 'truncated-sentence', name: '需一步', ...said('management', '⟦需一步⟧加强解读。', '需进一步加强解读。') },
  { rule: 'truncated-sentence', name: '段落没有结束', plant: write(({ five }) => ({ five: `${five}\n指定专人负责信息的收集和审核，政府信息公开的保障水平进一步提⟦高⟧` })), right: write(({ five }) => ({ five: `${five}\n指定专人负责信息的收集和审核，政府信息公开的保障水平进一步提高。` })) },
  { rule: 'unpaired-mark', name: '书名号缺一半', ...said('management', '执行⟦《⟧公开办法，未发生差错。', '执行《公开办法》，未发生差错。') },
  { rule: 'unpaired-mark', name: '引号方向反了', ...said('publishing', '落实“五公开⟦“⟧要求。', '落实“五公开”要求。') },
  { rule: 'unpaired-mark', name: '多一个右括号', ...said('platform', '设立公告栏3⟦）⟧处。', '设立公告栏（3处）。') },
  { rule: 'garbled-slogan', name: '丢了「不」', ...said('publishing', '坚持⟦公开是常态、公开是例外⟧。', '坚持公开是常态、不公开是例外。') },
  { rule: 'garbled-slogan', name: '涉密上网', ...said('management', '做到⟦涉密上网、上网不涉密⟧。', '做到涉密不上网、上网不涉密。') },
  { rule: 'wrong-measure-word', name: '诉讼0条', ...said('supervision', '引发行政复议4件、行政诉讼⟦4条⟧。', '引发行政复议4件、行政诉讼4起。') },
  { rule: 'misnumbered-heading', name: '（二）写了两次', plant: write({ five: '五、存在的主要问题及改进情况\n\n（一）存在问题。个别栏目更新慢，解读形式少，业务培训不够。\n（二）改进情况。每月核对栏目，增加图解。\n（⟦二⟧）下一步打算。组织业务培训，完善制度。' }), right: write({ five: '五、存在的主要问题及改进情况\n\n（一）存在问题。个别栏目更新慢，解读形式少，业务培训不够。\n（二）改进情况。每月核对栏目，增加图解。\n（三）下一步打算。组织业务培训，完善制度。' }) },
  { rule: 'misnumbered-heading', name: '从（一）跳到（三）', plant: write({ five: '五、存在的主要问题及改进情况\n\n（一）存在问题。个别栏目更新慢，解读形式少，业务培训不够。\n（⟦三⟧）改进情况。每月核对栏目，增加图解。' }) },
  { rule: 'nonstandard-fee-name', name: '信息公开处理费', plant: swap('six', /信息处理费/, '⟦信息公开处理费⟧') },
  { rule: 'implausible-contact', name: '邮编填了电话', plant: write(({ opening }) => ({ opening: `${opening}地址：文昌路8号，邮编：⟦0558-8231234⟧。` })), right: write(({ opening }) => ({ opening: `${opening}地址：文昌路8号，邮编：236500。` })) },
  { rule: 'implausible-contact', name: '电话位数不对', plant: write(({ opening }) => ({ opening: `${opening}联系电话：⟦0558-82312⟧。` })), right: write(({ opening }) => ({ opening: `${opening}联系电话：0558-8231234转601。` })) },
  { rule: 'foreign-url', name: '别的县的网站', plant: write(({ opening }) => ({ opening: `${opening}本报告电子版可在⟦衢河区人民政府门户网站⟧下载。` })), right: write(({ opening }) => ({ opening: `${opening}本报告电子版可在县人民政府门户网站下载。` })), drafts: ['bureau', 'county'] },
];

const format30 = '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》';
const notice60 = '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》';
const sources: readonly Defect[] = [
  { rule: 'wrong-citation', name: '国务院令第492号', plant: write(({ opening }) => ({ opening: `依据《中华人民共和国政府信息公开条例》（国务院令第⟦492⟧号），${opening}` })), right: write(({ opening }) => ({ opening: `依据《中华人民共和国政府信息公开条例》（国务院令第711号），${opening}` })), drafts: ['bureau', 'county'] },
  { rule: 'wrong-citation', name: '国办发〔2021〕30号', plant: dated((fill) => write(() => ({ opening: fill('本报告按照⟦国办发⟧〔2021〕30号文件编制，统计期限为{year}年1月1日至12月31日。') }))) },
  { rule: 'wrong-citation', name: '名称和文号不是一份文件', plant: dated((fill) => write(() => ({ opening: fill(`本报告按照${notice60}（⟦国办公开办函〔2021〕30号⟧）编制，统计期限为{year}年1月1日至12月31日。`) }))), right: dated((fill) => write(() => ({ opening: fill(`本报告按照${format30}（国办公开办函〔2021〕30号）编制，统计期限为{year}年1月1日至12月31日。`) }))) },
  { rule: 'outdated-citation', name: '只引用 60 号', plant: dated((fill) => write(() => ({ opening: fill('本报告按照⟦国办公开办函〔2019〕60号⟧文件编制，统计期限为{year}年1月1日至12月31日。') }))) },
  { rule: 'mismatched-year', name: '统计期限是上一年', plant: dated((fill) => write(() => ({ opening: fill('本报告按照国办公开办函〔2021〕30号文件编制，统计期限为⟦{last}⟧年1月1日至12月31日。') }))), right: dated((fill) => write(() => ({ opening: fill('本报告按照国办公开办函〔2021〕30号文件编制，统计期限为{year}年1月1日至12月31日。') }))) },
  { rule: 'mismatched-year', name: '正文留着上一年', plant: dated((fill) => write(({ one }) => ({ one: one.replace('一、总体情况\n\n', fill('一、总体情况\n\n⟦{last}⟧年，本机关认真做好政府信息公开工作。\n')) }))), right: dated((fill) => say('publishing', fill('与{last}年相比增加12条。'))) },
  { rule: 'wrong-period', name: '到11月30日', plant: dated((fill) => write(() => ({ opening: fill('本报告按照国办公开办函〔2021〕30号文件编制，统计期限自{year}年1月1日起至{year}年⟦11月30日⟧止。') }))) },
  { rule: 'wrong-period', name: '从2月1日起', plant: dated((fill) => write(() => ({ opening: fill('本报告按照国办公开办函〔2021〕30号文件编制，统计期限自{year}年⟦2月1日⟧起至{year}年12月31日止。') }))) },
  { rule: 'broken-date', name: '20241月1日', plant: dated((fill) => write(() => ({ opening: fill('本报告按照国办公开办函〔2021〕30号文件编制，统计期限自⟦{year}1月1日⟧起至{year}年12月31日止。') }))) },
  { rule: 'broken-date', name: '12月31止', plant: dated((fill) => write(() => ({ opening: fill('本报告按照国办公开办函〔2021〕30号文件编制，统计期限自{year}年1月1日起至{year}年⟦12月31⟧止。') }))) },
  { rule: 'broken-date', name: '〔202130号〕', plant: dated((fill) => write(() => ({ opening: fill('本报告按照国办公开办函⟦〔202130号〕⟧文件编制，统计期限为{year}年1月1日至12月31日。') }))) },
  { rule: 'mismatched-agency', name: '开头是另一个机关', plant: dated((fill) => write(() => ({ opening: fill('现公布⟦临江县林业局⟧{year}年政府信息公开工作年度报告。统计期限为{year}年1月1日至12月31日。') }))) },
  { rule: 'mismatched-agency', name: '落款是另一个机关', plant: dated((fill) => write(({ six }) => ({ six: fill(`${six.split('\n\n').slice(0, 2).join('\n\n')}\n\n⟦临江县林业局⟧\n{next}年1月16日`) }))) },
  { rule: 'late-date', name: '落款晚于期限', plant: dated((fill) => write(({ six, title }) => ({ six: fill(`${six.split('\n\n').slice(0, 2).join('\n\n')}\n\n${/^.*?(?:局|政府)/.exec(title)?.[0] ?? ''}\n⟦{next}年4月8日⟧`) }))), right: dated((fill) => write(({ six, title }) => ({ six: fill(`${six.split('\n\n').slice(0, 2).join('\n\n')}\n\n${/^.*?(?:局|政府)/.exec(title)?.[0] ?? ''}\n{next}年1月16日`) }))) },
];

const required: readonly Defect[] = [
  { rule: 'missing-fee-statement', name: '第六部分没有说收费', plant: write({ six: '⟦六、其他需要报告的事项⟧\n\n本机关没有其他需要报告的事项。' }) },
  { rule: 'inconsistent-fee', name: '一处没有收、一处收了', plant: all(say('requests', '收取信息处理费⟦300⟧元。'), write({ six: '六、其他需要报告的事项\n\n本机关全年没有收取信息处理费。' })) },
  { rule: 'inconsistent-fee', name: '不是10元的整数倍', plant: write({ six: '六、其他需要报告的事项\n\n全年收取信息处理费⟦1255⟧元。' }), right: write({ six: '六、其他需要报告的事项\n\n全年收取信息处理费1250元。' }) },
  { rule: 'missing-aspect', name: '没有平台建设', plant: write(({ one }) => ({ one: `⟦一、总体情况⟧${one.slice(6).split('\n').filter((line) => !line.slice(0, 14).includes('平台')).join('\n')}` })), drafts: ['bureau', 'township'], also: ['misnumbered-heading'] },
  { rule: 'missing-aspect', name: '没有信息管理', plant: write(({ one }) => ({ one: `⟦一、总体情况⟧${one.slice(6).split('\n').filter((line) => !line.slice(0, 14).includes('信息管理')).join('\n')}` })), also: ['misnumbered-heading'] },
  { rule: 'missing-accountability', name: '没有社会评议', plant: write(({ one }) => ({ one: one.replace('一、总体情况', '⟦一、总体情况⟧').replace(/，(?:开展|组织)社会评议(?:1次)?/, '') })), drafts: ['township', 'county'] },
  { rule: 'thin-problems', name: '没有问题', plant: write({ five: '⟦五、存在的主要问题及改进情况⟧\n\n不存在问题，今后继续做好公开工作。' }) },
  { rule: 'thin-problems', name: '只有打算', plant: dated((fill) => write(() => ({ five: fill('⟦五、存在的主要问题及改进情况⟧\n\n{next}年，本机关将继续做好政府信息公开，加强业务培训，完善发布流程，丰富公开形式，提高公开质量。') }))) },
  { rule: 'overlong-overview', name: '太短', plant: write({ one: '⟦一、总体情况⟧\n\n主动公开、依申请公开、政府信息管理、平台建设和监督保障均有序推进，考核、社会评议良好，没有责任追究。' }) },
  { rule: 'overlong-overview', name: '超过设定的字数', plant: all(write(({ one }) => ({ one: one.replace('一、总体情况', '⟦一、总体情况⟧') })), say('publishing', '围绕群众关心的教育、医疗、就业、养老、住房保障等领域，按季度梳理公开内容，及时更新。'.repeat(24))) },
];

export const textDefects: readonly Defect[] = [...residue, ...wording, ...sources, ...required];
