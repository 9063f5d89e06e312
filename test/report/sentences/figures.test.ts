/**
 * The figures that sentences state: every form of sentence met in reports with the reading it must have, every look-alike
 * with none, and the corpus, which must stay silent but for what it plants.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../server/src/features/check';
import { readFigures } from '../../../server/src/report/sentences/figures';
import { parse } from '../../../server/src/report/parse';

const requests = '（二）依申请公开情况。';
const documents = '（三）政府信息管理。';
const cases = '（五）监督保障。';
const published = '（一）主动公开。';

/** What a sentence says, as `metric=value` with the words that say it and the reason why it is not compared. */
function saidBy(sentence: string, heading = requests, year = 2023): string {
  const text = `青溪县水务局${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${heading}${sentence}\n\n二、主动公开政府信息情况\n`;
  return readFigures(parse(text))
    .map(
      (figure) =>
        `${figure.metric}=${figure.value}${figure.said === 'number' ? '' : `「${text.slice(figure.span.start, figure.span.end)}」`}${figure.reserve ? `(${figure.reserve})` : ''}`,
    )
    .join(' ');
}

/** Number of the form in the list of forms of sentences, sentence, what it says. */
const forms: readonly (readonly [number: number, sentence: string, said: string, heading?: string])[] = [
  [1, '全年共收到政府信息公开申请31件。', 'received=31'],
  [2, '共收到公开政府信息申请31件。', 'received=31'],
  [3, '收到政府信息公开申请数31件。', 'received=31'],
  [4, '收到依申请公开31件。', 'received=31'],
  [4, '收到政府信息依申请公开31件次。', 'received=31'],
  [5, '共受理政府信息公开申请31件。', 'accepted=31'],
  [6, '新受理政府信息公开申请31件，2022年结转政府信息公开申请4件，共计35件。', 'newlyReceived=31 carriedIn=4 atHand=35'],
  [7, '收31件，结转上年度4件，本年度办结33件，剩余2件结转下年度。', 'received=31 carriedIn=4 processed=33 carriedOut=2'],
  [8, '新收政府信息公开申请31件，加上上年结转的，除去结转下年度的，共办理政府信息公开申请33件。', 'newlyReceived=31 handled=33'],
  [
    9,
    '除去上年结转的4件政府信息公开申请，全年共收到依申请公开31件，办结33件，结转下年继续办理2件。',
    'carriedIn=4 received=31 processed=33 carriedOut=2',
  ],
  [10, '全年共处理政府信息公开申请35件（含上年度结转4件），答复33件，结转下年度2件。', 'handled=35 carriedIn=4 processed=33 carriedOut=2'],
  [11, '共收到政府信息公开申请31件（上年度结转4件，结转下年度2件）。', 'receivedWithCarried=31 carriedIn=4 carriedOut=2'],
  [12, '共收到和办理政府信息公开申请31件，全部为自然人申请，上年度结转0件。', 'handled=31 by自然人=31「全部为自然人」 carriedIn=0'],
  [13, '共受理政府信息公开申请31件，其中自然人申请27件，法人或其他组织申请4件。', 'accepted=31 by自然人=27 by法人=4'],
  [13, '全年收到政府信息公开申请31件（自然人申请27件、企业申请4件）。', 'received=31 by自然人=27 by企业=4'],
  [13, '收到公民申请公开政府信息27次，未收到法人申请公开的事项。', 'fromCitizens=27 by法人=0「未收到」'],
  [13, '收到公民提出的申请27件，收到法人或其他组织提出的申请4件。', 'fromCitizens=27 by法人=4'],
  [14, '2023年，收到法人单位申请4件，已规范办理。', 'by法人=4'],
  [15, '共收到自然人提出的政府信息公开申请27件，均在法定期限内办结。', 'by自然人=27'],
  [16, '共收到自然人依申请公开政府信息27条，均已答复。其中予以公开20条；其他处理7条。', 'by自然人=27 予以=20 其他处理=7'],
  [17, '27件属自然人申请，4件属商业企业申请。', 'by自然人=27 by企业=4'],
  [18, '收到2条公众通过“互动依申请公开栏目”提交的申请，皆在规定时限内答复。', 'received=2'],
  [19, '收到31封申请。', 'received=31'],
  [19, '共收到依申请公开办理事项31件，均依法答复。', 'received=31'],
  [19, '接收到申请书31份。', 'received=31'],
  [19, '共收到信息公开申请31宗。', 'received=31'],
  [19, '收到依申请公开31起。', 'received=31'],
  [19, '收到政府信息公开申请31例。', 'received=31'],
  [
    20,
    '共收到31件依申请公开请求，2022年结转政府信息公开申请4件，共办结33件，结转2024年度继续办理2件。',
    'received=31 carriedIn=4 processed=33 carriedOut=2',
  ],
  [21, '共收到31件信息依申请公开，其中29件已按时答复，剩余2件结转。', 'received=31 processed=29 carriedOut=2'],
  [22, '收到申请31件，除2件结转下年继续办理，其他29件均按期答复。', 'received=31 carriedOut=2 processed=29'],
  [22, '收到申请31件，未办结的2件结转下一年度。', 'received=31 carriedOut=2'],
  [23, '收到政府信息公开申请31件，上年结转4件，2件结转下年办理。', 'received=31 carriedIn=4 carriedOut=2'],
  [24, '收到依申请公开31件，已经答复29件，2件结转下年度继续办理。', 'received=31 processed=29 carriedOut=2'],
  [
    25,
    '收到申请31件，已答复33件（含上一年结转答复4件），结转至2024年答复2件。',
    'receivedWithCarried=31 processed=33 carriedIn=4 carriedOut=2',
  ],
  [
    26,
    '受理政府信息公开申请31件。答复政府信息公开申请33件（含上年度转结申请4件，另有2件申请转结下年度继续办理）。',
    'accepted=31 processed=33 carriedIn=4 carriedOut=2',
  ],
  [27, '本年度完成答复33件，包括上年结转4件。', 'processed=33 carriedIn=4'],
  [
    28,
    '累计办理公民、法人或其他组织通过县政府门户网站、邮寄等途径依申请公开信息合计31件，已全部办结。',
    'handled=31 allDone=0「全部办结」',
  ],
  [29, '全年接受办理政府信息公开申请31件。', 'handled=31'],
  [29, '办理回复依申请公开31件。', 'handled=31'],
  [29, '依法依规办理政府信息公开申请31件。', 'handled=31'],
  [30, '全年新收政府信息公开申请0件，共办结0件。', 'newlyReceived=0 processed=0'],
  [31, '未收到政府信息公开申请。', 'received=0「未收到」'],
  [32, '未收到依申请公开件。', 'received=0「未收到」'],
  [32, '未收到依申请公开事项。', 'received=0「未收到」'],
  [32, '未收到依申请公开事宜。', 'received=0「未收到」'],
  [32, '未收到依申请公开来信。', 'received=0「未收到」'],
  [33, '未接到政府信息公开申请。', 'received=0「未接到」'],
  [34, '没有收到公民、法人或其他组织申请公开政府信息的请求。', 'received=0「没有收到」'],
  [35, '未收到和处理政府信息公开申请，零报告。', 'received=0「未收到和处理」'],
  [36, '无依申请公开事项。', 'received=0「无」'],
  [36, '无依申请公开办理情况。', 'received=0「无」'],
  [37, '未收到任何形式的政府信息公开申请。', 'received=0「未收到」'],
  [37, '未收到群众、法人和其他组织等要求公开政府信息的申请。', 'received=0「未收到」'],
  [37, '本年度未受理政府信息公开申请。', 'received=0「未受理」'],
  [37, '全年未产生依申请公开。', 'received=0「未产生」'],
  [37, '依申请公开的数量为零。', 'stated=0'],
  [37, '今年未有公民向我局申请公开政府信息。', 'fromCitizens=0「未有」'],
  [38, '2023年全年未发生依申请政府信息。', 'received=0「未发生」'],
  [39, '年度内未申请公开件。', 'received=0「未」'],
  [40, '依申请公开政府信息数量共计0条。', 'stated=0'],
  [41, '未收到公众关于政府信息公开的申请。', 'received=0「未收到」'],
  [42, '收到政府信息依申请公开共0件，其中书面申请0件，平台申请0件，转办0件。', 'received=0 stated=0(channel) stated=0(channel)'],
  [
    43,
    '收到申请31件，其中予以公开11件，部分公开3件，不予公开4件，信息无法提供8件、不予处理2件，其他处理3件。',
    'received=31 予以=11 部分=3 不予=4 无法=8 不处理=2 其他处理=3',
  ],
  [44, '所有答复件中，予以公开及部分公开的14件，占42.42%。', '予部=14'],
  [45, '其中“予以公开”11件；“不予公开”4件；“无法提供”8件。', '予以=11 不予=4 无法=8'],
  [46, '因本机关不掌握等原因无法提供的8件，占25%。', '无法1?=8'],
  [47, '收到政府信息公开申请1件，为本机关不掌握的政府信息。', 'received=1 无法1=1「为本机关不掌握的政府信息」'],
  [48, '因信息不存在的3件。', ''],
  [49, '属于行政执法案卷2起，不存在9起。', '不予7=2'],
  [50, '属于行政查询范畴依法不予公开1件。', '不予8?=1'],
  [51, '其中2件由于重复申请不予处理。', '不处理2?=2'],
  [52, '8件按无法提供办结，5件按期限答复办结。', '无法=8 processed=5(part)'],
  [53, '已办理5件（全部办理），部分公开3件。', 'handled=5 部分=3'],
  [54, '均按时答复，均已办结，办结率100%。', 'allDone=0「均已办结」'],
  [55, '因政府信息公开引起的行政复议4件、行政诉讼3件。', '复议=4 诉讼=3'],
  [56, '引发行政复议0件，引发行政诉讼0件。', '复议=0 诉讼=0'],
  [57, '产生行政复议4件和行政诉讼3件。', '复议=4 诉讼=3'],
  [58, '收到1件行政复议、1件行政诉讼。', '复议=1 诉讼=1'],
  [59, '发生政府信息公开行政复议案件1起。', '复议=1'],
  [60, '引起行政复议3件，1件结果维持，2件结果纠正。', '复议=3 review维持=1 review纠正=2'],
  [61, '因政府信息公开引起的行政复议共2件，复议结果均为维持。', '复议=2 review维持=2「均为维持」'],
  [60, '因依申请公开引起的行政复议、行政诉讼分别为3件、2件。', '复议=3 诉讼=2'],
  [60, '政务公开方面行政诉讼和行政复议分别2件和3件。', '诉讼=2 复议=3'],
  [62, '行政复议1件（申请人撤回结案）、行政诉讼0件。', '复议=1 诉讼=0'],
  [63, '因2022年度申请引发行政复议1件、行政诉讼2件，均维持。', '复议=1 诉讼=2 review维持=1「均维持」 lawsuit维持=2「均维持」'],
  [64, '行政复议类3件，其中：结果维持2件。', '复议=3 review维持=2'],
  [65, '未出现因答复不当引起的行政复议、行政诉讼等情况。', '案件=0「未出现」'],
  [65, '政府信息公开行政复议、行政诉讼为零。', '案件=0'],
  [65, '未发生因政府信息公开申请行政复议、提起行政诉讼的情况。', '案件=0「未发生」'],
  [65, '无复议诉讼案件。', '案件=0「无」'],
  [65, '未因政府信息公开工作受到行政复议、行政诉讼。', '案件=0「未」'],
  [65, '无因政府信息公开申请引起的行政复议，提起行政诉讼情况。', '案件=0「无」'],
  [66, '无行政诉讼案件。', '诉讼=0「无」'],
  [67, '因政府信息公开被提起诉讼的，未有纠错或败诉案件。', 'case纠正=0「未有」', cases],
  [68, '制发规范性文件3件，废止1件，现行有效12件。', '规范.制发=3 规范.废止=1 规范.有效=12', documents],
  [69, '制定发布规范性文件3件，清理废止文件1件，现行有效文件12件。', '规范.制发=3 规范.废止=1 规范.有效=12', documents],
  [70, '行政规范性文件发布3条，废止数量1条，现行有效数量12条。', '规范.制发=3 规范.废止=1 规范.有效=12', documents],
  [71, '新发布的行政规范性文件3件，制作解读文字和图片9个，确定继续有效的行政规范性文件12件。', '规范.制发=3 规范.有效=12', documents],
  [72, '制发规范性文件1件，现行有效规范性文件1件。', '规范.制发=1 规范.有效=1', documents],
  [73, '现行有效的行政规范性文件0件。', '规范.有效=0', documents],
  [74, '未制发规章、行政规范性文件。', '文规.制发=0「未制发」', documents],
  [74, '未制定发布、废止规范性文件。', '规范.制发=0「未制定发布」 规范.废止=0「未制定发布」', documents],
  [74, '未印发行政规范性文件。', '规范.制发=0「未印发」', documents],
  [74, '无新增规范性文件。', '规范.制发=0「无新增」', documents],
  [75, '公开规范性文件20件（今年制发3件，补发之前文件17件）。', '规范.制发=3', documents],
  [
    76,
    '主动公开本年度制发的省政府规章5件、省政府及办公厅行政规范性文件3件，废止规章2件。',
    '规章.制发=5 规范.制发=3 规章.废止=2',
    documents,
  ],
  [77, '主动公开市政府规章13件（含新制定5件，修改4件，废止4件）。', '规章.制发=5 规章.废止=4', documents],
  [78, '行政处罚处理决定数量44件，不存在其他情况。', '处罚=44', documents],
  [79, '行政许可17件，行政事业性收费31.402815万元。', '许可=17 收费=31.402815', documents],
  [79, '行政事业性收费金额为31.402815万元。', '收费=31.402815', documents],
  [80, '行政事业性收费共约31.4万元。', '收费=31.4(approximate)', documents],
  [81, '全年未收到行政许可申请。', '', documents],
  [81, '行政许可0宗、行政处罚0宗。', '许可=0 处罚=0', documents],
  [82, '未发出收费通知书，未收取信息处理费。', '', cases],
  [83, '未收取信息处理费。', '', cases],
  [84, '没有产生信息公开处理费。', '', cases],
  [85, '未产生收取信息处理费。', '', cases],
  [86, '未向政府信息公开申请人收取费用。', ''],
  [87, '共收到申请3件，且未收取任何费用。', 'received=3'],
  [88, '实际收取信息处理费共计300元。', '', cases],
  [89, '有2件申请收取信息处理费300元。', ''],
  [90, '未收取任何费用，不存在减免费用。', '', cases],
];

/** Look alike, must not be compared. */
const others: readonly (readonly [sentence: string, heading?: string])[] = [
  ['收到236条网民留言（注：数据来自12345热线），办结留言219条，公开答复5条。', published],
  ['县长信箱收到238件，办结99件，不予受理139件。', published],
  ['共办理政府12345热线47件，已全部办结。', published],
  ['收到来信来访32件，在线咨询18条，全部答复。', published],
  ['办理人大建议10件、政协提案12件，全部办结。编辑政府公报12期，召开新闻发布会3次。', published],
  ['制发公文117件，主动公开83件，依申请公开16件，不予公开18件。', published],
  ['收到审核公文109件，不予公开17件，依申请公开14件，主动公开78件。', published],
  ['累计公开188条，其中主动公开信息数为188条，依申请公开信息数为0条，不予公开信息数为0条。', published],
  ['主动公开信息512条，网站浏览量30000次，粉丝数1200人。', published],
  ['双公示系统中公开行政许可信息55项，行政处罚4项。', published],
  ['主动公开行政许可决定书1782份、行政处罚决定书8份。', published],
  ['保留行政权力841项。其中，行政许可24项、行政处罚765项，行政强制29项。', published],
  ['其中当面申请3件，网上申请20件，信函申请8件，申请人撤销2件。'],
  ['给予非机关告知书7件，不属于政府信息4起，告知其他途径3起。'],
  ['全区800件；区政府本级受理政府信息公开申请206件。'],
  ['政府新收申请2件；部门新收申请4件。'],
  ['全县共受理依申请公开62件（其中上年结转3件），委托县自然资源局办理自然资源类政府信息公开申请25件。'],
  ['比2022年（31起）下降29%。较2022年减少12.5%，历年累计受理申请423件。'],
  ['2022年，收到政府信息公开申请22件，答复22件。'],
  ['上半年，受理政府信息公开申请22件。'],
  ['与历年相比政府信息公开申请数量增加1例。'],
  ['收到政府信息公开申请30余件，受理申请近40件，办结申请约20件，答复申请1.3万件。'],
  ['规章文件5条，集中公开规章148部。', documents],
  ['清理规范性文件45件，其中继续有效40件。', documents],
  ['审查规范性文件12件，备案8件，解读规范性文件3件。', documents],
  ['在20个工作日内答复申请，3个工作日内办结。'],
  ['办理行政复议案件35件，应诉行政诉讼案件12件。', cases],
  ['办理依申请公开领域行政复议案件5件，行政诉讼案件3件。', published],
  ['因具体行政行为被提起行政诉讼2起。', cases],
  ['行政执法工作均无被申请行政复议和提起行政诉讼。', cases],
  ['确保不发生行政复议，避免无行政诉讼败诉。', cases],
  ['全年受理不动产登记申请1200件。'],
  ['共收到信件30封，均及时回复。收到群众来信2封。'],
  ['收到申请后答复7件，不予受理4件。'],
  ['收到企业申请4件，企业投诉2件，涉企业信息3件。'],
  ['对中介机构和律师事务所分别检查4件、3件。'],
  ['收到捐款3笔、锦旗5面，举办培训4次。'],
  ['减免行政事业性收费300万元，公开收费项目12项。', documents],
];

describe('forms of sentences', () => {
  it.each(forms.map(([number, sentence, said, heading = requests]) => [number, sentence, said, heading] as const))(
    '%i %s',
    (_, sentence, said, heading) => {
      expect(saidBy(sentence, heading)).toBe(said);
      expect(saidBy(sentence.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')'), heading), 'with marks of half width').toBe(
        said.replaceAll('，', ','),
      );
      expect(
        saidBy(
          sentence.replace(
            /[\d.]+/g,
            (digits) => ` ${[...digits].map((c) => (c === '.' ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('')} `,
          ),
          heading,
        ),
        'with digits of full width',
      ).toBe(said);
    },
  );
  it('has all ninety', () => expect([...new Set(forms.map(([number]) => number))]).toEqual(Array.from({ length: 90 }, (_, i) => i + 1)));
});

describe('look-alikes', () => {
  it.each(others.map(([sentence, heading = requests]) => [sentence, heading] as const))('%s', (sentence, heading) => {
    expect(
      saidBy(sentence, heading)
        .split(' ')
        .filter((said) => said !== '' && !said.endsWith(')')),
    ).toEqual([]);
  });
});

describe('scope', () => {
  const said = (agency: string, sentence: string) => {
    const text = `${agency}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${requests}${sentence}\n\n二、主动公开政府信息情况\n`;
    return readFigures(parse(text))
      .map(({ metric, value, reserve }) => `${metric}=${value}${reserve ? `(${reserve})` : ''}`)
      .join(' ');
  };
  it('takes 全县 for the scope of a government, not of a department or a township', () => {
    expect(said('青溪县人民政府', '全县收到政府信息公开申请31件，办结30件。')).toBe('received=31 processed=30');
    expect(said('青溪县水务局', '全县收到政府信息公开申请31件，办结30件。')).toBe('received=31(scope) processed=30(scope)');
    expect(said('青溪县河口镇人民政府', '全县收到政府信息公开申请31件。')).toBe('received=31(scope)');
  });
  it('knows other agencies in the report of a government, and a township by its own name', () => {
    expect(said('青溪县人民政府', '县水务局受理政府信息公开申请12件。')).toBe('accepted=12(unknown)');
    expect(said('青溪县河口镇人民政府', '河口镇收到政府信息公开申请3件。')).toBe('received=3');
    expect(said('青溪县水务局', '县水务局收到政府信息公开申请3件。')).toBe('received=3');
  });
});

describe('numerals', () => {
  it.each([
    ['一件', 1],
    ['两件', 2],
    ['十二件', 12],
    ['三十起', 30],
    ['零件', 0],
    ['1,234件', 1234],
    ['７件', 7],
    ['5 件', 5],
  ])('reads %s', (number, value) => {
    expect(saidBy(`收到政府信息公开申请${number}。`)).toBe(`received=${value}`);
  });
});

describe('corpus', () => {
  const own = new Set([
    'mismatched-figure',
    'unbalanced-text',
    'conflicting-figure',
    'contradictory-statement',
    'wrong-carry-year',
    'wrong-sum',
    'wrong-percentage',
    'wrong-part-count',
    'missing-number',
  ]);
  /** What the index of the corpus names, by the number of the file. */
  const planted: Readonly<Record<string, readonly string[]>> = {
    '03': ['mismatched-figure 3'],
    '07': ['contradictory-statement 全部政府信息公开申请均按规定进行了办理'],
    '13': ['wrong-part-count 7', 'wrong-sum 24'],
    '14': ['wrong-carry-year 2024'],
    '20': ['wrong-part-count 七'],
    '22': ['missing-number 84'],
    '24': ['unbalanced-text 66'],
  };
  const folders = ['../shared/corpus/heads/', '../shared/seeds/'].filter((folder) => existsSync(folder));

  it.skipIf(folders.length === 0)('nothing is found but what is planted, where the corpus lies beside the project', () => {
    const files = folders.flatMap((folder) => readdirSync(folder).map((name) => [name, folder + name] as const));
    for (const [name, path] of files.filter(([file]) => file.endsWith('.txt'))) {
      const text = readFileSync(path, 'utf8');
      const found = check(parse(text))
        .filter(({ code }) => own.has(code))
        .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
      expect(found.sort(), name).toEqual([...(planted[name.slice(0, 2)] ?? [])].sort());
    }
  });
});

describe('a sentence that is being typed', () => {
  it('lacks no number before its measure word as long as nothing follows', () => {
    const typed = '溪口县水务局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n（一）主动公开。公开信息20条，其中动态12条，要闻条';
    const codes = (text: string) =>
      check(parse(text))
        .map(({ code }) => code)
        .filter((code) => code === 'missing-number');
    expect(codes(typed)).toEqual([]);
    expect(codes(`${typed}，其他3条。`)).toEqual(['missing-number']);
  });
});
