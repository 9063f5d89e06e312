/** Defects of single words, marks, dates and numbers of documents in the prose. */
import { dated, type Defect, type Plant, said, say, write } from './defects';

const opened = (text: string): Plant => write(({ opening }) => ({ opening: `${opening}${text}` }));
const signedOn = (date: string): Plant =>
  dated((fill) => write(({ six, title }) => ({ six: fill(`${six.split('\n\n').slice(0, 2).join('\n\n')}\n\n${/^.*?(?:局|政府)/.exec(title)?.[0] ?? ''}\n${date}`) })));
/** A word in a sentence, and the right one in its place. */
const word = (rule: string, wrong: string, right: string, sentence: (word: string) => string): Defect => ({ rule, name: wrong, ...said('publishing', sentence(`⟦${wrong}⟧`), sentence(right)) });

const words: readonly Defect[] = [
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

/** A paragraph below section one's heading, before its aspects. */
const stated = (text: string): Plant => dated((fill) => write(({ one }) => ({ one: one.replace('一、总体情况\n\n', fill(`一、总体情况\n\n${text}\n`)) })));
const opening = (text: string): Plant => dated((fill) => write(() => ({ opening: fill(`本报告按照国办公开办函〔2021〕30号文件编制，${text}`) })));
const ending = (text: string): Plant => write(({ six }) => ({ six: `${six}\n\n${text}` }));
const above = (text: string): Plant => write(({ title }) => ({ title: `${text}\n\n${title}` }));
const five = (text: string): Plant => write({ five: `五、存在的主要问题及改进情况\n\n${text}` });

/** Dates, years and counts of which something is gone. */
const lost: readonly Defect[] = [
  { rule: 'broken-date', name: '2024共', plant: dated((fill) => say('requests', fill('⟦{year}⟧共接待咨询36人次。'))), right: dated((fill) => say('requests', fill('“护航{year}行动”共接待咨询36人次。'))) },
  { rule: 'broken-date', name: '2024依托', plant: dated((fill) => say('platform', fill('⟦{year}⟧依托门户网站更新栏目。'))), right: dated((fill) => say('platform', fill('{year}版门户网站更新栏目。'))) },
  { rule: 'broken-date', name: '2024未', plant: dated((fill) => say('supervision', fill('⟦{year}⟧未发生失泄密事件。'))) },
  { rule: 'broken-date', name: '2024组织', plant: dated((fill) => say('supervision', fill('⟦{year}⟧组织业务培训2次。'))), right: dated((fill) => say('supervision', fill('浏览量{year}次，组织业务培训2次。'))) },
  { rule: 'broken-date', name: '20244年', plant: dated((fill) => say('supervision', fill('⟦{year}4年⟧组织业务培训2次。'))), place: 'touch' },
  { rule: 'broken-date', name: '6月31日', plant: dated((fill) => say('supervision', fill('⟦{year}年6月31日⟧组织培训。'))), right: dated((fill) => say('supervision', fill('{year}年6月30日组织培训。'))) },
  { rule: 'broken-date', name: '13月', plant: dated((fill) => say('supervision', fill('⟦{year}年13月5日⟧组织培训。'))) },
  { rule: 'broken-date', name: '年、月之间空一格', plant: dated((fill) => say('supervision', fill('⟦{year}年 月5日⟧组织培训。'))) },
  { rule: 'broken-date', name: '起止日期连在一起', plant: opening('统计期限为⟦{year}111231日⟧。') },
  { rule: 'wrong-period', name: '缺字的12月30日', plant: opening('统计期限自{year}年1月1日起至⟦{year}1230日⟧止。'), right: opening('统计期限自{year}年1月1日起至{year}年12月31日止。'), also: ['broken-date'] },
  { rule: 'mismatched-year', name: '网站是上一年', plant: stated('⟦{last}⟧年县政府网站公开政府信息50条。'), right: stated('与{last}年相比，县政府网站公开的政府信息增加50条。'), also: ['conflicting-figure'] },
  { rule: 'mismatched-year', name: '本机关上一年没有', plant: stated('本机关⟦{last}⟧年没有举办新闻发布会。'), right: stated('本机关{last}年制发的文件继续有效。') },
  { rule: 'mismatched-year', name: '截至上一年底', plant: stated('截至⟦{last}⟧年12月31日，共公开政府信息50条。'), right: stated('{last}年12月发布《公开办法》。') },
  { rule: 'mismatched-year', name: '第二个统计期限', plant: stated('数据统计期限为⟦{last}⟧年1月1日至{last}年12月31日。') },
  { rule: 'mismatched-year', name: '收费是上一年', plant: dated((fill) => write({ six: fill('六、其他需要报告的事项\n\n⟦{last}⟧年度，本机关未收取信息处理费。') })) },
  { rule: 'missing-number', name: '量词丢失（名词前）', ...said('publishing', '发布政策解读信息⟦12⟧动态信息33条。', '发布政策解读信息12条、动态信息33条。') },
  { rule: 'missing-number', name: '量词丢失（申请前）', ...said('platform', '平台受理⟦4⟧网民留言，均已答复。', '平台受理4件网民留言，均已答复。') },
  { rule: 'missing-number', name: '小数后的量词', ...said('platform', '公众号⟦26.4⟧粉丝参与互动。', '公众号26.4万粉丝参与互动。') },
  { rule: 'missing-number', name: '数字丢失（留言件）', ...said('platform', '答复网民留言⟦件⟧，办结率100%。', '答复来信件3件，办结率100%。') },
  { rule: 'missing-number', name: '数字丢失（场）', ...said('supervision', '开展宣讲活动⟦场⟧，反响良好。', '拓展宣讲活动场地，反响良好。') },
  { rule: 'missing-number', name: '数字丢失（期）', ...said('publishing', '编发政府公报⟦期⟧，发放到村。', '编发政府公报4期，定期发放到村。') },
  { rule: 'missing-number', name: '数字丢失（个）', ...said('platform', '新增专栏⟦个⟧，更新及时。', '新增专栏2个，逐个更新。') },
  { rule: 'missing-number', name: '数字丢失（人次）', ...said('supervision', '参加培训人⟦次⟧，效果良好。', '参加培训80人次，效果良好。') },
];

/** Words and numbers of headings, doubled and cut words, names. */
const shapes: readonly Defect[] = [
  word('doubled-word', '下载下载', '下载', (it) => `提供${it}地址。`),
  word('doubled-word', '资金资金', '资金', (it) => `公开专项${it}分配结果。`),
  word('doubled-word', '环境环境', '环境', (it) => `优化营商${it}。`),
  word('doubled-word', '年度年度', '年度', (it) => `编制${it}报告。`),
  word('doubled-word', '负责负责', '负责', (it) => `由专人${it}维护，一项一项核对，公开公开栏内容。`),
  word('truncated-sentence', '审查管', '审查管理', (it) => `加强信息${it}，动态调整清单。`),
  word('truncated-sentence', '受理渠', '受理渠道', (it) => `畅通${it}。`),
  word('truncated-sentence', '服务水', '服务水平', (it) => `提高${it}；公开水、电、气信息。`),
  word('truncated-sentence', '长效机', '长效机制', (it) => `健全${it}，压实责任。`),
  word('truncated-sentence', '整改措', '整改措施', (it) => `落实${it}，按期销号。`),
  word('truncated-sentence', '应公开尽公', '应公开尽公开', (it) => `切实做到${it}。`),
  word('garbled-slogan', '应公开尽量公开', '应公开尽公开', (it) => `做到${it}。`),
  word('garbled-slogan', '党的二十大三中全会', '党的二十届三中全会', (it) => `学习${it}精神。`),
  word('wrong-measure-word', '27次', '27条', (it) => `累计推送信息${it}。`),
  { rule: 'implausible-contact', name: '邮箱缺@', plant: opened('电子信箱：⟦qhxswj163.com⟧。'), right: opened('电子信箱：qhxswj@163.com，网址www.163.com。') },
  { rule: 'implausible-contact', name: '电话空着', plant: opened('⟦联系电话：⟧　，'), right: opened('联系电话：0558-8231234，'), place: 'touch' },
  { rule: 'misnumbered-heading', name: '三）', plant: five('（一）存在问题。个别栏目更新慢，解读形式少。\n（二）改进情况。每月核对栏目，增加图解。\n⟦三）⟧下一步打算。组织业务培训，完善制度。'), right: five('（一）存在问题。个别栏目更新慢，解读形式少。\n（二）改进情况。每月核对栏目，增加图解。\n三是组织业务培训，完善制度。') },
  { rule: 'misnumbered-heading', name: '（二开头缺括号', plant: five('（一）存在问题。个别栏目更新慢，解读形式少。\n⟦（二⟧改进情况。每月核对栏目，增加图解。'), also: ['unpaired-mark'] },
  { rule: 'misnumbered-heading', name: '从（二）开始', plant: five('个别栏目更新不够及时，解读形式少。\n⟦（二）⟧改进情况。每月核对栏目，增加图解。\n（三）下一步打算。组织业务培训。'), right: five('（一）个别栏目更新不够及时，解读形式少。（二）改进情况。每月核对栏目，增加图解。\n（三）下一步打算。组织业务培训。') },
  { rule: 'misnumbered-heading', name: '三、混在（一）（二）里', plant: five('（一）存在问题。个别栏目更新慢，解读形式少。\n（二）改进情况。每月核对栏目，增加图解。\n⟦三、⟧下一步打算。组织业务培训，完善制度。') },
  { rule: 'misnumbered-heading', name: '重新编一、', plant: five('⟦一、⟧存在问题。个别栏目更新慢，解读形式少。\n二、改进打算。每月核对栏目，增加图解。') },
  { rule: 'wrong-citation', name: '政务信息公开条例', plant: opened('贯彻⟦《中华人民共和国政务信息公开条例》⟧。'), right: opened('贯彻《广东省政务公开条例》《优化营商环境条例》。'), place: 'touch' },
  { rule: 'wrong-citation', name: '信息公开法', plant: opened('贯彻⟦《中华人民共和国政府信息公开法》⟧。'), place: 'touch' },
  { rule: 'foreign-text', name: '县里写全市', ...said('publishing', '⟦全市⟧通过网站发布解读6份。', '在全市政务公开考核中，解读质量排名靠前。'), drafts: ['county'] },
  { rule: 'mismatched-agency', name: '第六部分是另一个局', plant: dated((fill) => write({ six: fill('六、其他需要报告的事项\n\n⟦溪口县农业农村局⟧{year}年未收取信息处理费。') })), right: dated((fill) => write({ six: fill('六、其他需要报告的事项\n\n县水务局{year}年未收取信息处理费。') })), drafts: ['bureau'] },
];

/** What stands for something, and what belongs to a page. */
const leftovers: readonly Defect[] = [
  { rule: 'placeholder-text', name: '（具体网址）', plant: opened('电子版可在政府网站（⟦具体网址⟧）下载。'), right: opened('电子版可在政府网站（http://www.example.gov.cn）下载。') },
  { rule: 'placeholder-text', name: '（网站名称）', plant: opened('电子版可在（⟦网站名称⟧）下载。') },
  { rule: 'placeholder-text', name: '我镇（区）', ...said('platform', '本机关（县水务局）和本镇⟦（区）⟧共建专栏。', '各镇（区）、各县（市、区）共建专栏。'), also: ['foreign-text'] },
  { rule: 'placeholder-text', name: '[数字]', ...said('publishing', '公开信息[⟦数字⟧]条。', '公开信息12条。') },
  { rule: 'placeholder-text', name: '此处填写', ...said('supervision', '（⟦此处填写改进措施⟧）', '（见下文。）') },
  { rule: 'web-residue', name: '斜杠路径', plant: above('⟦首页 / 政府信息公开 / 政府信息公开年报 / 正文⟧'), right: write(({ five: text }) => ({ five: `${text}首页、专栏、正文三级页面均已改版。` })) },
  { rule: 'web-residue', name: '门户网站名', plant: above('⟦青河县人民政府门户网站⟧') },
  { rule: 'web-residue', name: '侧边菜单', plant: above('⟦公开指南⟧\n⟦公开制度⟧\n⟦法定主动公开内容⟧') },
  { rule: 'web-residue', name: '一行菜单', plant: above('⟦首页 政务公开 政务服务 互动交流⟧') },
  { rule: 'web-residue', name: '搜索框', plant: above('⟦请输入关键字⟧') },
  { rule: 'web-residue', name: '标签和值各一行', plant: above('⟦索引号\n0112-2025-003⟧\n⟦发布机构\n县政府办公室⟧') },
  { rule: 'web-residue', name: 'AI朗读', plant: write(({ title }) => ({ title: `${title}\n\n⟦Al朗读⟧` })) },
  { rule: 'web-residue', name: '文末菜单', plant: ending('⟦首页⟧\n⟦政务公开⟧\n⟦互动交流⟧') },
  { rule: 'web-residue', name: '文末站名', plant: ending('⟦青河县人民政府门户网站⟧') },
  { rule: 'web-residue', name: '访客', plant: ending('⟦您是第12345位访客⟧') },
  { rule: 'web-residue', name: '来源和时间在中间', plant: write(({ five: text }) => ({ five: text.replace('\n\n', '\n\n⟦来源：县政府办公室  发布时间：2025-01-20 10:32⟧\n\n') })) },
];

export const wordingDefects: readonly Defect[] = [...words, ...lost, ...shapes, ...leftovers];
