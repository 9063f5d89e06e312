/**
 * Clauses that are understood and those that are not, in a report whose tables say 55 received (41 of persons), 5 carried in, 54
 * done, 6 carried forward, 4 reviews (2 upheld), 4 lawsuits, 3 documents made. Silent sentences must be silent; their twins, in which each
 * figure in turn is wrong, must be found wherever the clause is understood.
 */
import { describe, expect, it } from 'vitest';
import { check } from '../../../server/src/features/check';
import { parse } from '../../../server/src/report/parse';
import { clean } from '../../kit/figures';
import { type Layout, layouts, report } from '../../kit/layouts';

const own = new Set(['mismatched-figure', 'unbalanced-text', 'conflicting-figure', 'wrong-sum']);

function found(sentence: string): string[] {
  const text = report(layouts[0] as Layout, clean(), { one: `一、总体情况\n\n（二）依申请公开。${sentence}` });
  return check(parse(text))
    .filter(({ code, severity, span }) => own.has(code) && severity !== 'hint' && span.start < text.indexOf('二、主动公开'))
    .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

/** The same with each number of requests, cases or documents 70 higher in turn. */
function twins(sentence: string): string[] {
  return [...sentence.matchAll(/\d+(?=[件起宗])/g)].map(
    ({ index, 0: digits }) => sentence.slice(0, index) + String(Number(digits) + 70) + sentence.slice(index + digits.length),
  );
}

/** Right, and each figure of theirs is held against the tables. */
const understood = [
  '全年收到政府信息公开申请55件。',
  '本机关全年共收到政府信息公开申请55件，上年结转5件，办结54件，结转下年度继续办理6件。',
  '截至12月31日，共收到依申请公开55件。',
  '其中，个人申请41件，法人或其他组织申请14件。',
  '依法依规办结54件。',
  '办结54件，其中同意公开25件，部分公开8件，不同意公开4件。',
  '不予以公开4件。',
  '其余17件为无法提供、不予处理和其他处理。',
  '还有6件未办结。',
  '尚有6件申请正在办理。',
  '其余6件申请因未到答复期限，结转下年度继续办理。',
  '通过网络、信函等渠道收到政府信息公开申请55件。',
  '本机关收到申请55件。',
  '因政府信息公开引起的行政复议4件，其中结果维持2件。',
  '作出行政许可208件，实施行政处罚36起。',
  '收到政府信息公开申请表55件。',
];

/** Of another agency, office, channel, time or matter: nothing may be said, whatever the figures. */
const others = [
  '县林业局收到政府信息公开申请12件，办结11件。',
  '代县政府答复申请3件。',
  '法规科办理申请20件，办公室办理申请9件。',
  '代县政府起草申请答复3件。',
  '受县政府委托办理政府信息公开申请7件。',
  '“十四五”期间，共收到政府信息公开申请150件，办结149件。',
  '“十四五”期间共收到申请150件。',
  '五年来，共收到申请210件。',
  '开局以来累计收到申请190件。',
  '截至6月底收到申请12件。',
  '截至6月30日，收到申请12件。',
  '3月，收到申请2件。',
  '日均受理申请1件。',
  '月均收到申请5件。',
  '全年受理线上政府信息公开申请65件，依法办结62件，结转下年度办理3件。',
  '通过来信方式收到申请3件。',
  '其中当面申请3件。',
  '征地拆迁类申请30件。',
  '收到涉及土地征收的申请30件。',
  '律师提出的申请5件。',
  '全市各级法院受理政府信息公开行政诉讼230件。',
  '依法参加行政诉讼23件，其中胜诉20件。',
  '承办行政复议案件120件。',
  '指导各部门办理申请80件。',
];

/** Words that say none, all or the one, and are wrong. */
const wrong: readonly (readonly [sentence: string, said: string])[] = [
  ['未收到公民、法人或其他组织的依申请公开诉求。', '未收到'],
  ['没有收到公开政府信息的要求。', '没有收到'],
  ['全年无人申请公开政府信息。', '无人'],
  ['尚未收到政府信息公开申请。', '尚未收到'],
  ['未收到法人或其他组织的申请。', '未收到'],
  ['收到申请55件，均为自然人提出。', '均为自然人'],
  ['收到申请55件，全部予以公开。', '全部予以公开'],
  ['零复议、零诉讼。', '零'],
  ['行政复议、行政诉讼零发生。', '零发生'],
  ['全年未作出行政强制决定。', '未作出'],
];

describe('clauses that are understood', () => {
  it.each(understood)('%s', (sentence) => {
    expect(found(sentence)).toEqual([]);
    for (const twin of twins(sentence)) expect(found(twin), twin).not.toEqual([]);
  });
});

describe('clauses of others', () => {
  it.each(others)('%s', (sentence) => {
    expect(found(sentence)).toEqual([]);
    for (const twin of twins(sentence))
      expect(
        found(twin).filter((one) => one.startsWith('mismatched')),
        twin,
      ).toEqual([]);
  });
});

describe('words that say none or all', () => {
  it.each(wrong)('%s', (sentence, said) => {
    expect(found(sentence)).toContain(`mismatched-figure ${said}`);
  });
});

/** Lists that add up, or may: silent. */
const right = [
  '公开信息50条，其中机构类20条，内有领导成员10条、机构职能10条；工作类11条；其他类19条。',
  '工作类信息11条，其中镇街动态3条、计划总结3条、通知公告5条；政策文件类4条；民生类8条。',
  '公开信息23条。其中，政策文件4条；工作类11条，包括动态3条、公告8条；民生类8条。',
  '收到咨询9件，其中网络平台3件，线下邮件1件，协助5件。',
  '收到咨询20件，其中网上8件，信函7件，市政府转来5件。',
  '公开信息20条，其中动态12条，公告8条，公众号推送图文30条。',
  '公开信息70条，其中工作动态40条，政策文件17条。',
  '发布信息500条，公众号推送400条，微博发布300条。',
  '公开信息90条：动态50条，公告40条。',
  '公开政务（工作）动态12条，公告3条，合计15条。',
];

/** Lists that cannot add up. */
const unequal = [
  '公开信息20条，其中工作动态12条，公开栏信息18条。',
  '收到咨询9件，其中网站收到3件，信函收到7件。',
  '答复提案议案共7件，其中办理答复人大代表建议5件，办理答复政协委员提案3件。',
  '公开信息2698条，其中：工作动态1201条、通知公告251条、人事信息89条、征集调查16期、其他类信息1151条。',
  '公开信息38条，其中公文类66条。',
  '公开信息38条，其中公文类8条、非公文类66条。',
  '累计公布信息69条，工作动态61条，运输管理5条，建设管理3条，航务管理1条。',
  '主动公开信息377条，分别为政务动态187条、政策文件75条、其他信息111条。',
  '公开信息50条，其中机构类20条（领导成员10条、机构职能13条），工作类30条。',
  '公开信息90条，主要包括动态50条，公告45条。',
  '发布“双随机、一公开”信息12条，其中抽查8条，公示6条。',
];

describe('lists of parts', () => {
  it.each(right)('%s', (sentence) => expect(found(sentence)).toEqual([]));
  it.each(unequal)('%s', (sentence) => expect(found(sentence).map((one) => one.split(' ')[0])).toEqual(['wrong-sum']));
});

describe('sentences against each other', () => {
  it.each([
    ['收到申请65件，办结61件，结转下年度3件。', 'unbalanced-text 3'],
    ['因政府信息公开发生行政复议案件2件，结果维持2件、被纠错1件。', 'unbalanced-text 2'],
  ])('%s', (sentence, told) => expect(found(sentence)).toContain(told));
});
