/**
 * Reports as figures: what the three tables say, as text per cell so that a test can put anything into one. `clean()` is
 * a report in which every identity holds; tests change one thing in a copy.
 */
export interface Figures {
  /** Values by row, in the form's order of columns. */
  table2: Record<string, string[]>;
  table3: Record<string, string[]>;
  table4: string[];
}

/** A row of a table as people see it: cells with the width and height of merged ones. */
export interface SeenCell {
  text: string;
  colspan: number;
  rowspan: number;
}

const third: readonly [id: string, labels: readonly [string, number, number][]][] = [
  ['新收', [['一、本年新收政府信息公开申请数量', 3, 1]]],
  ['转入', [['二、上年结转政府信息公开申请数量', 3, 1]]],
  [
    '予以',
    [
      ['三、本年度办理结果', 1, 22],
      ['（一）予以公开', 2, 1],
    ],
  ],
  ['部分', [['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 2, 1]]],
  [
    '不予1',
    [
      ['（三）不予公开', 1, 8],
      ['1.属于国家秘密', 1, 1],
    ],
  ],
  ['不予2', [['2.其他法律行政法规禁止公开', 1, 1]]],
  ['不予3', [['3.危及“三安全一稳定”', 1, 1]]],
  ['不予4', [['4.保护第三方合法权益', 1, 1]]],
  ['不予5', [['5.属于三类内部事务信息', 1, 1]]],
  ['不予6', [['6.属于四类过程性信息', 1, 1]]],
  ['不予7', [['7.属于行政执法案卷', 1, 1]]],
  ['不予8', [['8.属于行政查询事项', 1, 1]]],
  [
    '无法1',
    [
      ['（四）无法提供', 1, 3],
      ['1.本机关不掌握相关政府信息', 1, 1],
    ],
  ],
  ['无法2', [['2.没有现成信息需要另行制作', 1, 1]]],
  ['无法3', [['3.补正后申请内容仍不明确', 1, 1]]],
  [
    '不处理1',
    [
      ['（五）不予处理', 1, 5],
      ['1.信访举报投诉类申请', 1, 1],
    ],
  ],
  ['不处理2', [['2.重复申请', 1, 1]]],
  ['不处理3', [['3.要求提供公开出版物', 1, 1]]],
  ['不处理4', [['4.无正当理由大量反复申请', 1, 1]]],
  ['不处理5', [['5.要求行政机关确认或重新出具已获取信息', 1, 1]]],
  [
    '其他1',
    [
      ['（六）其他处理', 1, 3],
      ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 1, 1],
    ],
  ],
  ['其他2', [['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', 1, 1]]],
  ['其他3', [['3.其他', 1, 1]]],
  ['办结', [['（七）总计', 2, 1]]],
  ['转出', [['四、结转下年度继续办理', 3, 1]]],
];

export const rowIds: readonly string[] = third.map(([id]) => id);

/** A report in which every identity holds. */
export function clean(): Figures {
  const table3: Record<string, string[]> = Object.fromEntries(rowIds.map((id) => [id, Array<string>(7).fill('0')]));
  const set = (id: string, ...values: number[]) => (table3[id] = [...values, values.reduce((a, b) => a + b, 0)].map(String));
  set('新收', 41, 7, 1, 2, 3, 1);
  set('转入', 4, 1, 0, 0, 0, 0);
  set('予以', 20, 3, 0, 1, 1, 0);
  set('部分', 6, 1, 0, 0, 0, 1);
  set('不予4', 2, 0, 0, 0, 0, 0);
  set('不予7', 1, 1, 0, 0, 0, 0);
  set('无法1', 8, 2, 1, 0, 1, 0);
  set('无法3', 1, 0, 0, 0, 0, 0);
  set('不处理2', 2, 0, 0, 0, 0, 0);
  set('其他3', 1, 0, 0, 1, 0, 0);
  set('办结', 41, 7, 1, 2, 2, 1);
  set('转出', 4, 1, 0, 0, 1, 0);
  return {
    table2: { 规章: ['0', '0', '0'], 规范: ['3', '1', '12'], 许可: ['208'], 处罚: ['36'], 强制: ['5'], 收费: ['18.8710'] },
    table3,
    table4: [2, 1, 0, 1, 4, 1, 0, 0, 0, 1, 0, 0, 1, 2, 3].map(String),
  };
}

/** The three tables as people see them. */
export function seen(figures: Figures): [SeenCell[][], SeenCell[][], SeenCell[][]] {
  return [seen2(figures.table2), seen3(figures.table3), seen4(figures.table4)];
}

function seen2(rows: Figures['table2']): SeenCell[][] {
  const one = (text: string): SeenCell[] => [cell(text, 4)];
  const head = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text) => cell(text));
  const single = (label: string, value = '') => [cell(label), cell(value, 3)];
  const triple = (label: string, values: string[] = []) => [cell(label), ...values.map((text) => cell(text))];
  return [
    one('第二十条第（一）项'),
    head,
    triple('规章', rows.规章),
    triple('行政规范性文件', rows.规范),
    one('第二十条第（五）项'),
    single('信息内容', '本年处理决定数量'),
    single('行政许可', rows.许可?.[0]),
    one('第二十条第（六）项'),
    single('信息内容', '本年处理决定数量'),
    single('行政处罚', rows.处罚?.[0]),
    single('行政强制', rows.强制?.[0]),
    one('第二十条第（八）项'),
    single('信息内容', '本年收费金额（单位：万元）'),
    single('行政事业性收费', rows.收费?.[0]),
  ];
}

function seen3(rows: Figures['table3']): SeenCell[][] {
  return [
    [cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), cell('申请人情况', 7)],
    [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => cell(text)),
    ...third.map(([id, labels]) => [
      ...labels.map(([text, colspan, rowspan]) => cell(text, colspan, rowspan)),
      ...(rows[id] ?? []).map((text) => cell(text)),
    ]),
  ];
}

function seen4(values: Figures['table4']): SeenCell[][] {
  const group = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    [cell('行政复议', 5), cell('行政诉讼', 10)],
    [...group.map((text) => cell(text, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
    [...group, ...group].map((text) => cell(text)),
    values.map((text) => cell(text)),
  ];
}

function cell(text: string, colspan = 1, rowspan = 1): SeenCell {
  return { text, colspan, rowspan };
}
