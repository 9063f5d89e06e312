/**
 * One defect for each kind of quick fix, put into the clean report of the fixtures, and the action that takes it away. No
 * VS Code here: the cases are data.
 */
import { type Message, msg } from '../../../server/src/text/message';

export interface QuickFixCase {
  readonly name: string;
  /** What stands once in the clean report and what is put there, one after the other. */
  readonly defects: readonly (readonly [clean: string, defect: string])[];
  /** Where the cursor stands: in front of these words of the report with its defects. */
  readonly at: string;
  readonly title: Message;
  /** Asked for by name where it is not offered unasked. */
  readonly kind?: string;
  /** What the report then has in place of what was clean, where that cannot be known from the defect. */
  readonly instead?: readonly [clean: string, now: string];
}

/** A row of table three without requests, as its line. */
const line = (label: string, figures = ' 0 |'.repeat(7)): string => `${label} |${figures}\n`;
const repeated = '2.重复申请';
const zeroRows = [
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '5.属于三类内部事务信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  repeated,
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
];
const outcomes = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |';
const heads = `行政复议 | 行政诉讼 |\n${outcomes} 未经复议直接起诉 | 复议后起诉 |\n${outcomes} ${outcomes}\n`;
const cases = '1 | 0 | 1 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |\n';
const four = '四、政府信息公开行政复议、行政诉讼情况';
const five = '五、存在的主要问题及改进情况';
const set = '把「{0}」的「{1}」由 {2} 改为 {3}';

export const quickFixCases: readonly QuickFixCase[] = [
  {
    name: 'recomputes one total',
    defects: [['| 0 | 5 |\n', '| 0 | 6 |\n']],
    at: '6 |\n2.没有现成',
    title: msg(set, '本机关不掌握相关政府信息', '总计', 6, 5),
  },
  {
    name: 'recomputes the totals of a row',
    defects: [['(七)总计 | 19 | 4 | 0 | 0 | 1 |', '(七)总计 | 18 | 4 | 0 | 0 | 3 |']],
    at: '18 | 4',
    title: msg('重算「{0}」一行的总计（改 {1} 处：{2}）', '(七)总计', 2, ['18→19', '3→1']),
  },
  {
    name: 'recomputes the totals of a column',
    defects: [
      ['| 0 | 11 |\n', '| 0 | 12 |\n'],
      ['| 0 | 4 |\n', '| 0 | 3 |\n'],
    ],
    at: '12 |\n',
    title: msg('重算「{0}」一列的总计（改 {1} 处：{2}）', '总计', 2, ['12→11', '3→4']),
  },
  {
    name: 'recomputes the totals of a table',
    defects: [
      ['| 0 | 11 |\n', '| 0 | 12 |\n'],
      ['(七)总计 | 19', '(七)总计 | 18'],
    ],
    at: '12 |\n',
    title: msg('重算本表总计（改 {0} 处：{1}）', 2, ['12→11', '18→19']),
  },
  {
    name: 'recomputes the totals of the report',
    defects: [
      ['| 0 | 11 |\n', '| 0 | 12 |\n'],
      ['1 | 0 | 1 | 0 | 2 |', '1 | 0 | 1 | 0 | 3 |'],
    ],
    at: '12 |\n',
    title: msg('重算全文各表总计（改 {0} 处：{1}）', 2, ['12→11', '3→2']),
  },
  {
    name: 'sets the one figure that explains all',
    defects: [['相关政府信息 | 4 | 1 |', '相关政府信息 | 4 | 3 |']],
    at: '3 | 0 | 0 | 0 | 0 | 5',
    title: msg(set, '本机关不掌握相关政府信息', '商业企业', 3, 1, 2),
  },
  {
    name: 'fills a blank cell',
    defects: [['行政强制 | 0 |', '行政强制 |   |']],
    at: '   |\n第二十条第(八)',
    title: msg('把「{0}」的「{1}」由空白改为 0', '行政强制', '本年处理决定数量'),
  },
  {
    name: 'fills the blanks of a row',
    defects: [[line(repeated), line(repeated, '  |  | 0 |  | 0 | 0 | 0 |')]],
    at: repeated,
    title: msg('把「{0}」一行的 {1} 个空白格填为 0', repeated, 3),
  },
  {
    name: 'fills the blanks of a table',
    defects: [
      [line(repeated), line(repeated, `  |${' 0 |'.repeat(6)}`)],
      [line('3.要求提供公开出版物'), line('3.要求提供公开出版物', ` 0 |  |${' 0 |'.repeat(5)}`)],
    ],
    at: '自然人',
    title: msg('把本表 {0} 个空白格填为 0', 2),
  },
  {
    name: 'writes a number in the standard form',
    defects: [['行政许可 | 137 |', '行政许可 | １３７ |']],
    at: '１３７',
    title: msg('把 {0} 写作 {1}', '１３７', '137'),
  },
  {
    name: 'writes all numbers of a table in the standard form',
    defects: [
      ['行政许可 | 137 |', '行政许可 | １３７ |'],
      ['行政处罚 | 16 |', '行政处罚 | 16件 |'],
    ],
    at: '行政许可',
    title: msg('把本表 {0} 个数写成规范的形式', 2),
  },
  {
    name: 'writes 0 for a sign',
    defects: [['行政强制 | 0 |', '行政强制 | / |']],
    at: '/ |',
    title: msg(set, '行政强制', '本年处理决定数量', '/', '0'),
  },
  {
    name: 'writes a digit for a letter',
    defects: [['行政强制 | 0 |', '行政强制 | O |']],
    at: 'O |',
    title: msg(set, '行政强制', '本年处理决定数量', 'O', '0'),
  },
  {
    name: 'words a label as in the form',
    defects: [['行政规范性文件 | 2', '规范性文件 | 2']],
    at: '规范性文件 | 2',
    title: msg('改为「{0}」', '行政规范性文件'),
  },
  {
    name: 'words a heading as in the form',
    defects: [[five, '五、存在的主要问题和改进措施']],
    at: '五、存在',
    title: msg('改为「{0}」', five),
  },
  {
    name: 'words the title as in the form',
    defects: [['2023年政府信息公开工作年度报告\n', '2023年度政府信息公开工作报告\n']],
    at: '江岭市水务局2023',
    title: msg('改为「{0}」', '江岭市水务局2023年政府信息公开工作年度报告'),
  },
  {
    name: 'inserts a missing row',
    defects: [[line(repeated), '']],
    at: '三、收到和处理',
    title: msg('加上「{0}」一行，各格填 0', repeated),
  },
  {
    name: 'inserts many missing rows',
    defects: zeroRows.map((label) => [line(label), ''] as const),
    at: '三、收到和处理',
    title: msg('加上缺少的 {0} 行，各格填 0', zeroRows.length),
  },
  { name: 'inserts a missing heading', defects: [[`${four}\n`, '']], at: '行政复议 | 行政诉讼', title: msg('加上标题「{0}」', four) },
  {
    name: 'inserts a missing table',
    defects: [[heads + cases, '']],
    at: '四、政府信息公开行政复议',
    title: msg('在「{0}」下面加上各格都是 0 的表', four),
    instead: [cases, `${Array(15).fill('0 |').join(' ')}\n`],
  },
  {
    name: 'removes a row that stands twice',
    defects: [[line(repeated), line(repeated) + line(repeated)]],
    at: `${line(repeated)}3.`,
    title: msg('删除第二次出现的「{0}」一行（{1}）', repeated, '0、0、0、0、0、0、0'),
  },
  {
    name: 'removes a heading that stands twice',
    defects: [[`${five}\n`, `${five}\n${five}\n`]],
    at: `${five}\n一是`,
    title: msg('删除重复的部分标题'),
  },
  {
    name: 'mends all of one rule',
    defects: [
      ['行政许可 | 137 |', '行政许可 | １３７ |'],
      ['| 0 | 11 |\n', '| 0 | 11件 |\n'],
    ],
    at: '１３７',
    title: msg('修正全文 {0} 处「{1}」{2}', 2, '数的写法不规范', 'nonstandard-number'),
  },
  {
    name: 'mends all that is safe',
    defects: [
      ['行政许可 | 137 |', '行政许可 | １３７ |'],
      ['行政规范性文件 | 2', '规范性文件 | 2'],
    ],
    at: '江岭市',
    title: msg('修正全文可以放心改的问题（{0} 处）', 2),
    kind: 'source.fixAll.nianbao',
  },
  {
    name: 'writes the right number of a notice',
    defects: [['〔2021〕30号', '〔2021〕31号']],
    at: '〔2021〕31号',
    title: msg('改为「{0}」', '国办公开办函〔2021〕30号'),
  },
  {
    name: 'removes what a web page left',
    defects: [['一、总体情况\n', '扫一扫在手机打开当前页\n一、总体情况\n']],
    at: '扫一扫',
    title: msg('删除这一行'),
  },
];
