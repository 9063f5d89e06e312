/** Defects of the tables, and of title, headings and sections, which hold the tables. */
import { all, type Defect, label, outcome, rowsOfThree, value, write } from './defects';
import type { SeenCell } from './figures';
import { prose } from './layouts';

const sums: readonly Defect[] = [
  { rule: 'wrong-row-total', name: '新收总计多 1', plant: value('新收', 6, '⟦56⟧'), also: ['unbalanced-requests'] },
  { rule: 'wrong-row-total', name: '转入总计多 1', plant: value('转入', 6, '⟦6⟧'), also: ['unbalanced-requests'] },
  { rule: 'wrong-row-total', name: '办理结果一行的总计少 1', plant: value('无法1', 6, '⟦11⟧'), also: ['wrong-result-total'] },
  { rule: 'wrong-row-total', name: '办理结果一行的分项多 3', plant: all(value('不予7', 1, '4'), value('不予7', 6, '⟦2⟧')), also: ['wrong-result-total'] },
  { rule: 'wrong-row-total', name: '全零的一行总计为 1', plant: value('不处理4', 6, '⟦1⟧'), also: ['wrong-result-total'] },
  { rule: 'wrong-result-total', name: '办结的企业一列多 2', plant: value('办结', 1, '⟦9⟧'), also: ['wrong-row-total', 'unbalanced-requests'] },
  { rule: 'wrong-result-total', name: '两类申请人之间错记 1 件', plant: all(value('予以', 0, '19'), value('予以', 1, '4'), value('办结', 0, '⟦41⟧'), value('办结', 1, '7')) },
  { rule: 'wrong-result-total', name: '办结的总计少 1', plant: value('办结', 6, '⟦53⟧'), also: ['wrong-row-total', 'unbalanced-requests'] },
  { rule: 'unbalanced-requests', name: '结转下年的自然人多 2', plant: value('转出', 0, '⟦6⟧'), also: ['wrong-row-total'] },
  { rule: 'unbalanced-requests', name: '新收的自然人和总计都多 1', plant: all(value('新收', 0, '42'), value('新收', 6, '56'), value('转出', 0, '⟦4⟧'), value('转出', 6, '⟦6⟧')) },
  { rule: 'unbalanced-requests', name: '上年结转漏填（填 0）', plant: all(value('转入', 1, '0'), value('转入', 6, '4'), value('转出', 1, '⟦1⟧'), value('转出', 6, '⟦6⟧')) },
  { rule: 'wrong-outcome-total', name: '行政复议总计多 1', plant: outcome(4, '⟦5⟧') },
  { rule: 'wrong-outcome-total', name: '直接起诉总计少 1', plant: outcome(9, '⟦0⟧') },
  { rule: 'wrong-outcome-total', name: '复议后起诉的分项多 1', plant: all(outcome(13, '3'), outcome(14, '⟦3⟧')) },
];

const cells: readonly Defect[] = [
  { rule: 'blank-cell', name: '空一格', plant: value('无法1', 2, '⟦⟧'), except: ({ losesBlanks }) => losesBlanks === true, place: 'touch' },
  { rule: 'blank-cell', name: '空一行', plant: all(label('1.本机关不掌握相关政府信息', '⟦1.本机关不掌握相关政府信息'), ({ figures }) => void figures.table3['无法1']?.fill(''), label('2.没有现成信息需要另行制作', '⟧2.没有现成信息需要另行制作')), place: 'touch' },
  { rule: 'blank-cell', name: '表二空一格', plant: value('处罚', 0, '⟦⟧'), except: ({ losesBlanks }) => losesBlanks === true, place: 'touch' },
  { rule: 'ragged-row', name: '多一个数', plant: all(label('1.本机关不掌握相关政府信息', '⟦1.本机关不掌握相关政府信息'), ({ figures }) => void figures.table3['无法1']?.push('7⟧')), place: 'touch' },
  { rule: 'ragged-row', name: '多两个数', plant: all(label('2.重复申请', '⟦2.重复申请'), ({ figures }) => void figures.table3['不处理2']?.push('0', '1⟧')), place: 'touch' },
  { rule: 'unreadable-number', name: 'x 没有换成数', plant: value('无法1', 1, '⟦x⟧') },
  { rule: 'unreadable-number', name: '字母 O 当作零', plant: value('不予2', 3, '⟦O⟧') },
  { rule: 'unreadable-number', name: '负数', plant: value('不予2', 3, '⟦-3⟧') },
  { rule: 'unreadable-number', name: '表四填了 XX', plant: outcome(2, '⟦XX⟧') },
  { rule: 'nonstandard-number', name: '全角数字', plant: value('不予2', 3, '⟦０⟧') },
  { rule: 'nonstandard-number', name: '数后面带量词', plant: value('无法1', 0, '⟦8件⟧') },
  { rule: 'nonstandard-number', name: '用 / 表示没有', plant: value('不予2', 3, '⟦/⟧') },
  { rule: 'nonstandard-number', name: '用「无」表示没有', plant: value('强制', 0, '⟦无⟧') },
  { rule: 'nonstandard-number', name: '千分号', plant: value('许可', 0, '⟦1,208⟧') },
  { rule: 'impossible-inventory', name: '有效的少于当年制发的', plant: all(value('规范', 0, '30'), value('规范', 1, '0'), value('规范', 2, '⟦12⟧')) },
  { rule: 'unauthorized-regulation', name: '县级部门填了现行有效规章', plant: value('规章', 2, '⟦2⟧') },
  { rule: 'suspect-unit', name: '收费以元为单位', plant: value('收费', 0, '⟦188710⟧') },
];

const publication = '3.要求提供公开出版物';
/** Makes room in the merged cells above the row at `at` for one row more or less. */
const stretch = (rows: { rowspan: number }[][], at: number, by: 1 | -1): void => {
  for (let above = at - 1, way = 2; above >= 0; above--, way++) for (const cell of rows[above] ?? []) if (cell.rowspan >= way) cell.rowspan += by;
};

/** Table two as in 2019. */
const oldTable = (): SeenCell[][] =>
  [
    ['第二十条第（一）项'], ['信息内容', '⟦本年新制作数量⟧', '本年新公开数量', '对外公开总数量'], ['规章', '0', '0', '0'], ['规范性文件', '3', '3', '12'],
    ['第二十条第（五）项'], ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '12', '0', '208'], ['其他对外管理服务事项', '5', '0', '17'],
    ['第二十条第（六）项'], ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政处罚', '33', '1', '36'], ['行政强制', '4', '0', '5'],
    ['第二十条第（八）项'], ['信息内容', '上一年项目数量', '本年增/减'], ['行政事业性收费', '2', '0'],
    ['第二十条第（九）项'], ['信息内容', '采购项目数量', '采购总金额'], ['政府集中采购', '6', '81.5'],
  ].map((row) => row.map((text, i) => ({ text, rowspan: 1, colspan: i === row.length - 1 ? 5 - row.length : 1 })));

const rowsAndLabels: readonly Defect[] = [
  {
    rule: 'missing-row', name: '缺一行',
    plant: all(write({ three: `⟦${prose.three}⟧` }), label('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '⟦（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）⟧'), rowsOfThree(publication, (rows, at) => { stretch(rows, at, -1); rows.splice(at, 1); })),
    place: 'any',
  },
  { rule: 'duplicate-row', name: '同一行出现两次', plant: rowsOfThree(publication, (rows, at) => { stretch(rows, at, 1); rows.splice(at + 1, 0, (rows[at] ?? []).map((cell) => ({ ...cell, text: cell.text === publication ? `⟦${publication}⟧` : cell.text }))); }) },
  { rule: 'misplaced-row', name: '一行换了位置', plant: rowsOfThree(publication, (rows, at) => { const [row = []] = rows.splice(at, 1); for (const cell of row) if (cell.text === publication) cell.text = `⟦${publication}⟧`; rows.splice(at - 1, 0, row); }) },
  { rule: 'unknown-row', name: '格式里没有的行', plant: label(publication, '⟦3.要求上门拍照留念⟧') },
  { rule: 'nonstandard-label', name: '旧格式的行名', plant: label('行政规范性文件', '⟦规范性文件⟧') },
  { rule: 'nonstandard-label', name: '行名漏字', plant: label('2.其他法律行政法规禁止公开', '⟦2.其他法律法规禁止公开⟧') },
  { rule: 'nonstandard-label', name: '表头换了说法', plant: label('社会公益组织', '⟦社会组织⟧') },
  { rule: 'nonstandard-label', name: '表头漏字', plant: label('现行有效件数', '⟦现行有效件⟧') },
  {
    rule: 'unreadable-table', name: '几个数连在一起',
    plant: all(label('第二十条第（一）项', '⟦第二十条第（一）项⟧'), ({ arrangements }) => void arrangements.push((tables) => { for (const row of tables[0]) if (row.length === 4 && row[0]?.text !== '信息内容') row.splice(0, 4, { text: row.map(({ text }) => text).join(''), rowspan: 1, colspan: 4 }); })),
    except: ({ name }) => name.includes('repeated') || name.includes('entities') || name === 'HTML',
  },
  {
    rule: 'outdated-form', name: '表二是 2019 年的格式', plant: ({ arrangements }) => void arrangements.push((tables) => void tables[0].splice(0, Infinity, ...oldTable())),
    // Where merged cells are written out, two values become three: that is another defect.
    except: ({ name }) => name.includes('repeated'),
  },
];

const { two, three, four, five, six } = prose;
export const headingDefects: readonly Defect[] = [
  { rule: 'missing-section', name: '缺第二部分的标题', plant: write({ two: '⟦⟧' }), place: 'touch' },
  { rule: 'missing-section', name: '缺第三部分的标题', plant: write({ three: '⟦⟧' }), place: 'touch' },
  { rule: 'missing-section', name: '缺第四部分的标题', plant: write({ four: '⟦⟧' }), place: 'touch' },
  { rule: 'missing-section', name: '缺第五部分', plant: write({ five: '⟦⟧' }), place: 'touch' },
  { rule: 'missing-section', name: '缺第六部分', plant: write({ five: `${five}⟦⟧`, six: '' }), place: 'touch' },
  { rule: 'duplicate-section', name: '第五部分写了两次', plant: write({ six: `${six}\n\n⟦五、存在的主要问题及改进情况⟧\n\n同前。` }) },
  { rule: 'misplaced-section', name: '五、六颠倒', plant: write({ five: `⟦六、其他需要报告的事项⟧${six.slice(12)}`, six: `⟦五、存在的主要问题及改进情况⟧${five.slice(14)}` }), place: 'any' },
  { rule: 'nonstandard-heading', name: '2019 年的名称（二）', plant: write({ two: '⟦二、行政机关主动公开政府信息情况⟧' }) },
  { rule: 'nonstandard-heading', name: '2019 年的名称（四）', plant: write({ four: '⟦四、因政府信息公开工作被申请行政复议、提起行政诉讼情况⟧' }) },
  { rule: 'nonstandard-heading', name: '编号写成 3、', plant: write({ three: `⟦${three.replace('三、', '3、')}⟧` }) },
  { rule: 'nonstandard-heading', name: '标题漏字', plant: write({ six: six.replace('六、其他需要报告的事项', '⟦六、其他需要报告事项⟧') }) },
  { rule: 'empty-section', name: '第五部分只写「无」', plant: write({ five: '⟦五、存在的主要问题及改进情况⟧\n\n无。' }) },
  { rule: 'empty-section', name: '第六部分空着', plant: write({ six: '⟦六、其他需要报告的事项⟧\n\n溪口县水务局\n2025年1月16日' }), also: ['missing-fee-statement'] },
  { rule: 'missing-title', name: '没有标题', plant: write({ title: '⟦⟧' }), place: 'touch' },
  { rule: 'nonstandard-title', name: '标题错字', plant: write({ title: '⟦溪口县水务局2024年政府信息公开工作告年度报⟧' }) },
  { rule: 'nonstandard-title', name: '标题断成两行', plant: write({ title: '⟦溪口县水务局\n2024年政府信息公开工作年度报告⟧' }) },
  { rule: 'nonstandard-title', name: '年份写在机关前面', plant: write({ title: '⟦2024年溪口县水务局政府信息公开工作年度报告⟧' }) },
  { rule: 'nonstandard-title', name: '漏了「年度」', plant: write({ title: '⟦溪口县水务局2024年政府信息公开工作报告⟧' }) },
  { rule: 'nonstandard-title', name: '标题里有空格', plant: write({ title: '⟦溪口县水务局 2024 年政府信息公开工作年度报告⟧' }) },
  { rule: 'nonstandard-heading', name: '少了「主要」', plant: write({ five: five.replace('五、存在的主要问题及改进情况', '⟦五、存在的问题及改进情况⟧') }) },
  { rule: 'nonstandard-heading', name: '其它', plant: write({ six: six.replace('六、其他需要报告的事项', '⟦六、其它需要报告的事项⟧') }) },
  { rule: 'missing-table', name: '没有表二', plant: all(write({ two: `⟦${two}⟧` }), ({ arrangements }) => void arrangements.push((tables) => void tables[0].splice(0))) },
  { rule: 'missing-table', name: '没有表三', plant: all(write({ three: `⟦${three}⟧` }), ({ arrangements }) => void arrangements.push((tables) => void tables[1].splice(0))) },
  { rule: 'missing-table', name: '没有表四', plant: all(write({ four: `⟦${four}⟧` }), ({ arrangements }) => void arrangements.push((tables) => void tables[2].splice(0))) },
];

/** For every layout. */
export const tableDefects: readonly Defect[] = [...sums, ...cells, ...rowsAndLabels];
