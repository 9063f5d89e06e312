/**
 * THE form as data: the six sections, the three tables with their rows, columns and printed identities (勾稽关系), and
 * the names under which drafts mention them. The only place where a label of the form is written.
 * Sources: 国办公开办函〔2021〕30号 (form of 2021) and 国办公开办函〔2019〕60号 (trial form for the reports on 2019 and 2020).
 *
 * `label` is the official wording without its number; `aliases` are other wordings met in drafts, compared without
 * white space, punctuation and width; `keys` are words that only this label contains and that survive a broken label.
 */
import { alike } from './alike';

export interface SectionForm {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6;
  readonly numeral: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The name in the trial form of 2019, if it was another. */
  readonly formerly?: string;
  /** One of these in a heading with the right number tells the section. */
  readonly keys: readonly string[];
  /** The table that the section must hold. */
  readonly table?: 2 | 3 | 4;
}

interface Named {
  readonly id: string;
  readonly label: string;
  /** Number before the label, such as 一、 or (一) or 1. */
  readonly ordinal?: string;
  readonly aliases?: readonly string[];
  readonly keys?: readonly string[];
  /** Wordings that count only as a part of a head that joins several: 复议 in 复议·维持. */
  readonly parts?: readonly string[];
}

export interface ColumnForm extends Named {
  readonly kind: 'column';
}

/** A head, caption, group or note: a label that has no values of its own. */
export interface HeadForm extends Named {
  readonly kind: 'head';
  /** For a group of rows: the ids of its rows. */
  readonly rows?: readonly string[];
  /** For a group of columns: the ids of its columns. */
  readonly columns?: readonly string[];
}

export interface RowForm extends Named {
  readonly kind: 'row';
  /** Ids of the columns that have a value in this row, in the form's order. */
  readonly columns: readonly string[];
  /** Id of the head under which the row stands. */
  readonly group?: string;
  /** Values are money in 万元 with decimals instead of counts. */
  readonly money?: true;
  /** What the row counts, for people. */
  readonly counts: string;
}

/** What an identity adds: the applicants of a row, the results of a column, what came in and what went out, the outcomes of cases. */
export type IdentityKind = 'row-total' | 'result-total' | 'balance' | 'outcome-total';

/** `Σ plus = Σ minus`, over the cells of one row (columns vary) or of one column (rows vary). */
export interface IdentityForm {
  /** A failure is told on the first cell of `stated`. */
  readonly kind: IdentityKind;
  /** `columns`: `parts` and `stated` are column ids, once for each row. `rows`: row ids, once for each column. */
  readonly over: 'columns' | 'rows';
  readonly parts: readonly string[];
  /** The cells that state the sum; their own sum must equal that of the parts. */
  readonly stated: readonly string[];
}

export interface TableForm {
  readonly number: 2 | 3 | 4;
  readonly edition: 2019 | 2021;
  readonly name: string;
  readonly columns: readonly ColumnForm[];
  readonly rows: readonly RowForm[];
  readonly heads: readonly HeadForm[];
  readonly identities: readonly IdentityForm[];
}

export const sections: readonly SectionForm[] = [
  { number: 1, numeral: '一', name: '总体情况', aliases: ['概述', '总体工作情况', '基本情况', '工作总体情况', '总体情况概述'], keys: ['总体', '概述', '基本情况'] },
  {
    number: 2, numeral: '二', name: '主动公开政府信息情况', table: 2, formerly: '行政机关主动公开政府信息情况',
    aliases: ['行政机关主动公开政府信息的情况', '行政机关主动公开政府信息情况', '主动公开政府信息的情况', '主动公开情况', '主动公开政府信息'],
    keys: ['主动公开'],
  },
  {
    number: 3, numeral: '三', name: '收到和处理政府信息公开申请情况', table: 3, formerly: '行政机关收到和处理政府信息公开申请情况',
    aliases: ['行政机关收到和处理政府信息公开申请的情况', '行政机关收到和处理政府信息公开申请情况', '收到和处理政府信息公开申请的情况', '依申请公开政府信息情况', '依申请公开情况', '收到和处理政府信息公开申请'],
    keys: ['收到和处理', '依申请公开', '公开申请'],
  },
  {
    number: 4, numeral: '四', name: '政府信息公开行政复议、行政诉讼情况', table: 4, formerly: '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    aliases: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼的情况', '政府信息公开行政复议、行政诉讼的情况', '行政复议、行政诉讼情况', '政府信息公开行政复议行政诉讼'],
    keys: ['复议', '诉讼'],
  },
  {
    number: 5, numeral: '五', name: '存在的主要问题及改进情况', formerly: '政府信息公开工作存在的主要问题及改进情况',
    aliases: ['政府信息公开工作存在的主要问题及改进情况', '存在的主要问题和改进情况', '存在的主要问题及改进措施', '存在的主要问题和改进措施', '存在问题及改进情况', '存在的问题及改进情况', '主要问题及改进情况', '存在的主要问题及改进的情况', '存在问题及改进措施', '存在的问题和改进措施'],
    keys: ['问题', '改进'],
  },
  {
    number: 6, numeral: '六', name: '其他需要报告的事项',
    aliases: ['其它需要报告的事项', '其他需要报告事项', '其他需要报告的情况', '其他事项', '需要报告的其他事项', '其他需要汇报的事项', '其他需要汇报事项', '其他需要说明的事项', '其他报告事项'],
    keys: ['其他', '其它', '需要报告'],
  },
];

/** Columns that drafts add to the form's: they number the rows, repeat the unit, hold notes. */
export const addedColumns = { index: ['序号', '编号', '行次'], unit: ['单位', '计量单位'], note: ['备注', '说明'] } as const;

const inventory = ['制发', '废止', '有效'];
const applicants = ['自然人', '企业', '科研', '公益', '法律', '其他'];
const requests = [...applicants, '总计'];
const outcomes = ['维持', '纠正', '其他', '未结'];
const cases = [...outcomes, '总计'];

const informationContent: HeadForm = { kind: 'head', id: '信息内容', label: '信息内容' };

export const table2 = alike<TableForm>({
  number: 2, edition: 2021, name: '主动公开政府信息情况',
  columns: [
    { kind: 'column', id: '制发', label: '本年制发件数', parts: ['制发', '制发数', '制发件数', '制发数量', '本年制发'], aliases: ['本年制发数', '制发件数', '本年制发件', '本年制发数量', '本年度制发件数'] },
    { kind: 'column', id: '废止', label: '本年废止件数', parts: ['废止', '废止数', '废止数量', '本年废止'], aliases: ['本年废止数', '废止件数', '本年废止件', '本年废止数量', '本年度废止件数'] },
    { kind: 'column', id: '有效', label: '现行有效件数', parts: ['有效', '现行有效'], aliases: ['现行有效件', '现行有效数', '现行有效', '有效件数', '现行有效数量'] },
    { kind: 'column', id: '决定', label: '本年处理决定数量', parts: ['处理决定', '决定数量', '本年处理决定'], aliases: ['处理决定数量', '本年处理决定数', '本年度处理决定数量', '本年处理决定件数'] },
    { kind: 'column', id: '金额', label: '本年收费金额(单位:万元)', parts: ['金额', '收费金额', '本年收费金额'], aliases: ['本年收费金额', '本年收费金额(万元)', '本年收费金额(单位:万元,保留4位小数)', '本年收费金额(万元,保留4位小数)', '本年收费金额(单位:元)', '收费金额'], keys: ['收费金额'] },
  ],
  rows: [
    { kind: 'row', id: '规章', label: '规章', columns: inventory, group: '第一项', counts: '本机关制定的规章：本年制发、本年废止和年末现行有效的件数。国务院部门、省级和设区的市级政府以外的机关填 0。' },
    { kind: 'row', id: '规范', label: '行政规范性文件', aliases: ['规范性文件', '行政规范性文件数', '行政规范文件'], keys: ['规范性文件'], columns: inventory, group: '第一项', counts: '本机关制发的行政规范性文件：本年制发、本年废止和年末现行有效的件数。' },
    { kind: 'row', id: '许可', label: '行政许可', columns: ['决定'], group: '第五项', counts: '本年作出的行政许可处理决定数量（不是事项数，也不是公开条数）。' },
    { kind: 'row', id: '处罚', label: '行政处罚', columns: ['决定'], group: '第六项', counts: '本年作出的行政处罚处理决定数量。' },
    { kind: 'row', id: '强制', label: '行政强制', columns: ['决定'], group: '第六项', counts: '本年作出的行政强制处理决定数量。' },
    { kind: 'row', id: '收费', label: '行政事业性收费', aliases: ['行政事业收费', '行政事业性收费(万元)'], keys: ['事业性收费'], columns: ['金额'], money: true, group: '第八项', counts: '本年收取的行政事业性收费金额，单位万元。与第六部分的信息处理费不是一回事。' },
  ],
  heads: [
    { kind: 'head', id: '第一项', label: '第二十条第(一)项', aliases: ['第二十条第1项', '第二十条(一)项', '第二十条第一款第(一)项'], rows: ['规章', '规范'] },
    { kind: 'head', id: '第五项', label: '第二十条第(五)项', aliases: ['第二十条第5项', '第二十条(五)项', '第二十条第一款第(五)项'], rows: ['许可'] },
    { kind: 'head', id: '第六项', label: '第二十条第(六)项', aliases: ['第二十条第6项', '第二十条(六)项', '第二十条第一款第(六)项'], rows: ['处罚', '强制'] },
    { kind: 'head', id: '第八项', label: '第二十条第(八)项', aliases: ['第二十条第8项', '第二十条(八)项', '第二十条第一款第(八)项'], rows: ['收费'] },
    informationContent,
  ],
  identities: [],
});

const refusals: readonly RowForm[] = [
  { kind: 'row', id: '不予1', ordinal: '1.', label: '属于国家秘密', keys: ['国家秘密', '国家机密'], group: '不予', columns: requests, counts: '因属于国家秘密不予公开的件数。' },
  { kind: 'row', id: '不予2', ordinal: '2.', label: '其他法律行政法规禁止公开', aliases: ['其他法律法规禁止公开', '法律行政法规禁止公开', '其他法律、行政法规禁止公开'], keys: ['法规禁止公开', '法律行政法规', '法律、行政法规'], group: '不予', columns: requests, counts: '因其他法律、行政法规禁止公开而不予公开的件数。' },
  { kind: 'row', id: '不予3', ordinal: '3.', label: '危及“三安全一稳定”', aliases: ['危及三安全一稳定', '三安全一稳定'], keys: ['三安全'], group: '不予', columns: requests, counts: '因公开后可能危及国家安全、公共安全、经济安全、社会稳定而不予公开的件数。' },
  { kind: 'row', id: '不予4', ordinal: '4.', label: '保护第三方合法权益', keys: ['第三方'], group: '不予', columns: requests, counts: '因会损害第三方合法权益而不予公开的件数。' },
  { kind: 'row', id: '不予5', ordinal: '5.', label: '属于三类内部事务信息', keys: ['内部事务'], group: '不予', columns: requests, counts: '因属于人事管理、后勤管理、内部工作流程三类内部事务信息而不予公开的件数。' },
  { kind: 'row', id: '不予6', ordinal: '6.', label: '属于四类过程性信息', keys: ['过程性'], group: '不予', columns: requests, counts: '因属于讨论记录、过程稿、磋商信函、请示报告四类过程性信息而不予公开的件数。' },
  { kind: 'row', id: '不予7', ordinal: '7.', label: '属于行政执法案卷', keys: ['执法案卷'], group: '不予', columns: requests, counts: '因属于行政执法案卷信息而不予公开的件数。' },
  { kind: 'row', id: '不予8', ordinal: '8.', label: '属于行政查询事项', keys: ['行政查询', '查询事项'], group: '不予', columns: requests, counts: '因属于行政查询事项，按不予公开办理的件数。' },
];

const unavailable: readonly RowForm[] = [
  { kind: 'row', id: '无法1', ordinal: '1.', label: '本机关不掌握相关政府信息', keys: ['不掌握'], group: '无法', columns: requests, counts: '本机关不掌握相关政府信息而无法提供的件数。' },
  { kind: 'row', id: '无法2', ordinal: '2.', label: '没有现成信息需要另行制作', keys: ['没有现成', '另行制作'], group: '无法', columns: requests, counts: '没有现成信息、需要另行制作而无法提供的件数。' },
  { kind: 'row', id: '无法3', ordinal: '3.', label: '补正后申请内容仍不明确', keys: ['补正后', '仍不明确'], group: '无法', columns: requests, counts: '补正后申请内容仍不明确而无法提供的件数。' },
];

const unprocessed: readonly RowForm[] = [
  { kind: 'row', id: '不处理1', ordinal: '1.', label: '信访举报投诉类申请', keys: ['信访举报', '举报投诉'], group: '不处理', columns: requests, counts: '以申请之名进行信访、举报、投诉，不予处理的件数。' },
  { kind: 'row', id: '不处理2', ordinal: '2.', label: '重复申请', group: '不处理', columns: requests, counts: '已经答复、同一人重复提出，不予处理的件数。' },
  { kind: 'row', id: '不处理3', ordinal: '3.', label: '要求提供公开出版物', keys: ['公开出版物'], group: '不处理', columns: requests, counts: '要求提供政府公报、报刊、书籍等公开出版物，不予处理的件数。' },
  { kind: 'row', id: '不处理4', ordinal: '4.', label: '无正当理由大量反复申请', keys: ['大量反复'], group: '不处理', columns: requests, counts: '无正当理由大量反复申请，不予处理的件数。' },
  { kind: 'row', id: '不处理5', ordinal: '5.', label: '要求行政机关确认或重新出具已获取信息', keys: ['重新出具'], group: '不处理', columns: requests, counts: '要求确认或重新出具已经获取的信息，不予处理的件数。' },
];

const otherwise: readonly RowForm[] = [
  { kind: 'row', id: '其他1', ordinal: '1.', label: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', aliases: ['申请人无正当理由逾期不补正', '逾期不补正', '申请人逾期不补正'], keys: ['逾期不补正'], group: '其他', columns: requests, counts: '申请人逾期不补正、不再处理的件数。' },
  { kind: 'row', id: '其他2', ordinal: '2.', label: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', aliases: ['申请人逾期未按收费通知要求缴纳费用', '逾期不缴费', '逾期未缴费', '申请人逾期未缴费'], keys: ['收费通知', '缴纳费用', '逾期不缴费', '逾期未缴费'], group: '其他', columns: requests, counts: '申请人逾期不缴纳信息处理费、不再处理的件数。' },
  { kind: 'row', id: '其他3', ordinal: '3.', label: '其他', aliases: ['其它'], group: '其他', columns: requests, counts: '以上各种情形之外的办理结果（如申请人撤回）的件数。' },
];

const received: readonly RowForm[] = [
  { kind: 'row', id: '新收', ordinal: '一、', label: '本年新收政府信息公开申请数量', aliases: ['本年新收政府信息公开申请', '本年度新收政府信息公开申请数量', '新收政府信息公开申请数量'], keys: ['本年新收', '年度新收'], columns: requests, counts: '本年 1 月 1 日至 12 月 31 日新收到的政府信息公开申请件数。' },
  { kind: 'row', id: '转入', ordinal: '二、', label: '上年结转政府信息公开申请数量', aliases: ['上年结转政府信息公开申请', '上年度结转政府信息公开申请数量', '上一年结转政府信息公开申请数量'], keys: ['上年结转', '年度结转政府信息', '上一年结转'], columns: requests, counts: '上年没有办结、转到本年的申请件数；应等于上年报告的「结转下年度继续办理」。' },
];
const granted: readonly RowForm[] = [
  { kind: 'row', id: '予以', ordinal: '(一)', label: '予以公开', group: '结果', columns: requests, counts: '全部予以公开的件数。' },
  { kind: 'row', id: '部分', ordinal: '(二)', label: '部分公开(区分处理的,只计这一情形,不计其他情形)', aliases: ['部分公开'], keys: ['部分公开'], group: '结果', columns: requests, counts: '区分处理、部分公开的件数；只计入本行，不再计入其他行。' },
];
const processed: RowForm = { kind: 'row', id: '办结', ordinal: '(七)', label: '总计', aliases: ['合计', '办理结果总计'], group: '结果', columns: requests, counts: '本年度办理结果（一）至（六）各行之和。' };
const carried: RowForm = { kind: 'row', id: '转出', ordinal: '四、', label: '结转下年度继续办理', aliases: ['结转下年继续办理', '结转下一年度继续办理', '结转下年度继续办理数量'], keys: ['结转下年', '结转下一年', '下年度继续'], columns: requests, counts: '到年底没有办结、转到下年继续办理的申请件数。' };

const requestColumns: readonly ColumnForm[] = [
  { kind: 'column', id: '自然人', label: '自然人', aliases: ['公民', '个人'] },
  { kind: 'column', id: '企业', label: '商业企业', aliases: ['企业'] },
  { kind: 'column', id: '科研', label: '科研机构', aliases: ['科研', '科研院所'] },
  { kind: 'column', id: '公益', label: '社会公益组织', aliases: ['社会组织', '公益组织', '社会公益机构'] },
  { kind: 'column', id: '法律', label: '法律服务机构', aliases: ['法律机构', '法律服务', '法律服务组织'] },
  { kind: 'column', id: '其他', label: '其他', aliases: ['其它'] },
  { kind: 'column', id: '总计', label: '总计', aliases: ['合计'] },
];

const requestHeads: readonly HeadForm[] = [
  { kind: 'head', id: '勾稽', label: '(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)', aliases: ['(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和。)', '(本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和)'], keys: ['勾稽关系'] },
  { kind: 'head', id: '申请人', label: '申请人情况' },
  { kind: 'head', id: '法人', label: '法人或其他组织', aliases: ['法人和其他组织', '法人及其他组织', '法人或者其他组织'], parts: ['法人', '法人或其他', '法人其他组织'], columns: ['企业', '科研', '公益', '法律', '其他'] },
  { kind: 'head', id: '结果', ordinal: '三、', label: '本年度办理结果', aliases: ['本年办理结果', '办理结果'], rows: ['予以', '部分', '办结'] },
  { kind: 'head', id: '不予', ordinal: '(三)', label: '不予公开', rows: refusals.map((row) => row.id) },
  { kind: 'head', id: '无法', ordinal: '(四)', label: '无法提供', rows: unavailable.map((row) => row.id) },
  { kind: 'head', id: '不处理', ordinal: '(五)', label: '不予处理', rows: unprocessed.map((row) => row.id) },
];

/** The identities of table three whose result rows are `results`. */
const requestIdentities = (results: readonly RowForm[]): readonly IdentityForm[] => [
  { kind: 'row-total', over: 'columns', parts: applicants, stated: ['总计'] },
  { kind: 'result-total', over: 'rows', parts: results.map((row) => row.id), stated: ['办结'] },
  { kind: 'balance', over: 'rows', parts: ['新收', '转入'], stated: ['转出', '办结'] },
];

const results2021 = [...granted, ...refusals, ...unavailable, ...unprocessed, ...otherwise];
export const table3 = alike<TableForm>({
  number: 3, edition: 2021, name: '收到和处理政府信息公开申请情况',
  columns: requestColumns,
  rows: [...received, ...results2021, processed, carried],
  heads: [...requestHeads, { kind: 'head', id: '其他', ordinal: '(六)', label: '其他处理', rows: otherwise.map((row) => row.id) }],
  identities: requestIdentities(results2021),
});

export const table4 = alike<TableForm>({
  number: 4, edition: 2021, name: '政府信息公开行政复议、行政诉讼情况',
  columns: [
    { kind: 'column', id: '维持', label: '结果维持', aliases: ['维持', '结果'] },
    { kind: 'column', id: '纠正', label: '结果纠正', aliases: ['纠正', '结果'] },
    { kind: 'column', id: '其他', label: '其他结果', aliases: ['其他'] },
    { kind: 'column', id: '未结', label: '尚未审结', aliases: ['未审结', '尚未'] },
    { kind: 'column', id: '总计', label: '总计', aliases: ['合计'], parts: ['小计'] },
  ],
  rows: [
    { kind: 'row', id: '复议', label: '行政复议', parts: ['复议'], columns: cases, counts: '本年因政府信息公开引起的行政复议案件，不论申请在哪一年提出。' },
    { kind: 'row', id: '直诉', label: '未经复议直接起诉', aliases: ['未经复议直接诉讼', '直接起诉'], parts: ['未经复议', '直接诉讼', '直诉'], keys: ['未经复议'], columns: cases, counts: '本年未经复议直接提起的行政诉讼案件。' },
    { kind: 'row', id: '复诉', label: '复议后起诉', aliases: ['经复议后起诉', '复议后诉讼'], parts: ['复议后', '复诉'], keys: ['复议后'], columns: cases, counts: '本年经复议后又提起的行政诉讼案件。' },
  ],
  heads: [{ kind: 'head', id: '诉讼', label: '行政诉讼', parts: ['诉讼'], rows: ['直诉', '复诉'] }],
  identities: [{ kind: 'outcome-total', over: 'columns', parts: outcomes, stated: ['总计'] }],
});

/** The trial form for the reports on 2019 and 2020; its table four is that of 2021. */
const items = ['上年', '增减', '决定'];
export const table2Of2019 = alike<TableForm>({
  number: 2, edition: 2019, name: '行政机关主动公开政府信息情况',
  columns: [
    { kind: 'column', id: '制作', label: '本年新制作数量', aliases: ['本年制作数量', '新制作数量', '本年新制作数'] },
    { kind: 'column', id: '公开', label: '本年新公开数量', aliases: ['新公开数量', '本年公开数量', '本年新公开数'] },
    { kind: 'column', id: '总数', label: '对外公开总数量', aliases: ['对外公开总数', '公开总数量'] },
    { kind: 'column', id: '上年', label: '上一年项目数量', aliases: ['上年项目数量', '上一年项目数'] },
    { kind: 'column', id: '增减', label: '本年增/减', aliases: ['本年增减', '本年增(减)'] },
    { kind: 'column', id: '决定', label: '处理决定数量' },
    { kind: 'column', id: '采购数', label: '采购项目数量' },
    { kind: 'column', id: '采购额', label: '采购总金额', aliases: ['采购总金额(万元)', '采购总金额(单位:万元)'] },
  ],
  rows: [
    { kind: 'row', id: '规章', label: '规章', columns: ['制作', '公开', '总数'], group: '第一项', counts: '规章：本年新制作、新公开和对外公开的数量。' },
    { kind: 'row', id: '规范', label: '规范性文件', aliases: ['行政规范性文件'], keys: ['规范性文件'], columns: ['制作', '公开', '总数'], group: '第一项', counts: '规范性文件：本年新制作、新公开和对外公开的数量。' },
    { kind: 'row', id: '许可', label: '行政许可', columns: items, group: '第五项', counts: '行政许可：上一年项目数量、本年增减、处理决定数量。' },
    { kind: 'row', id: '服务', label: '其他对外管理服务事项', keys: ['对外管理服务'], columns: items, group: '第五项', counts: '其他对外管理服务事项：上一年项目数量、本年增减、处理决定数量。' },
    { kind: 'row', id: '处罚', label: '行政处罚', columns: items, group: '第六项', counts: '行政处罚：上一年项目数量、本年增减、处理决定数量。' },
    { kind: 'row', id: '强制', label: '行政强制', columns: items, group: '第六项', counts: '行政强制：上一年项目数量、本年增减、处理决定数量。' },
    { kind: 'row', id: '收费', label: '行政事业性收费', columns: ['上年', '增减'], group: '第八项', counts: '行政事业性收费：上一年项目数量、本年增减。' },
    { kind: 'row', id: '采购', label: '政府集中采购', columns: ['采购数', '采购额'], money: true, group: '第九项', counts: '政府集中采购：采购项目数量、采购总金额。' },
  ],
  heads: [
    ...table2.heads.map((head) => (head.id === '第五项' ? { ...head, rows: ['许可', '服务'] } : head)),
    { kind: 'head', id: '第九项', label: '第二十条第(九)项', aliases: ['第二十条第9项', '第二十条(九)项'], rows: ['采购'] },
  ],
  identities: [],
});

const otherOf2019: RowForm = { kind: 'row', id: '其他', ordinal: '(六)', label: '其他处理', group: '结果', columns: requests, counts: '以上各种情形之外的办理结果的件数。' };
const results2019 = [...granted, ...refusals, ...unavailable, ...unprocessed, otherOf2019];
export const table3Of2019 = alike<TableForm>({
  number: 3, edition: 2019, name: '行政机关收到和处理政府信息公开申请情况',
  columns: requestColumns,
  rows: [...received, ...results2019, processed, carried],
  heads: requestHeads,
  identities: requestIdentities(results2019),
});

/** The first year reported on by the form of 2021. */
export const firstYear = 2021;

/** The tables of each form, in the order of their sections. */
export const tablesOf2021: readonly TableForm[] = [table2, table3, table4];
export const tablesOf2019: readonly TableForm[] = [table2Of2019, table3Of2019, table4];
/** Each table once. */
export const allTables: readonly TableForm[] = [...tablesOf2021, table2Of2019, table3Of2019];

/** Words of the title. The official title is agency + year + `name`. */
export const title = { name: '年政府信息公开工作年度报告', core: '政府信息公开' };
