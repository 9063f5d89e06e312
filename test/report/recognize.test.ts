import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';

const opening = '本报告根据《中华人民共和国政府信息公开条例》编制，统计期限为2024年1月1日至2024年12月31日。\n';
const sixHeadings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const under = (line: string) => sixHeadings.map((heading) => `${heading}\n${line}\n`).join('');
const requests = (cells: string) =>
  ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（七）总计', '四、结转下年度继续办理']
    .map((row) => `${row}${cells}\n`)
    .join('');

describe('texts that look like reports', () => {
  it.each([
    ['a notice on writing reports', `关于编制2024年政府信息公开工作年度报告的通知\n各科室：\n请按下列部分编写。\n${under('另附说明。')}`],
    [
      'key points of the year',
      '2025年石桥区政务公开工作要点\n一、总体要求\n提升质效。\n二、主动公开\n三、依申请公开\n四、政府信息管理\n五、平台建设\n六、监督保障\n',
    ],
    ['a circular on an inspection', `关于2024年政府信息公开工作年度报告检查情况的通报\n各乡镇，县直各单位：\n${under('3家单位有差错。')}`],
    ['an evaluation by others', `石桥县2024年政务公开第三方评估报告\n${under('平均得分88分。')}`],
    ['an explanation of a report', `《石桥县2024年政府信息公开工作年度报告》解读\n${under('见报告原文。')}`],
    ['a speech', `在政府信息公开年报部署会上的讲话\n同志们：\n${under('要写实。')}`],
    ['an outline for a training', `## 年报编制培训提纲\n${under('要写具体，不要写空话，要如实填报。')}`],
    [
      'the report of a university',
      `石桥大学2023—2024学年信息公开工作年度报告\n按照《高等学校信息公开办法》编制本报告。\n${under('略有进展。')}`,
    ],
    [
      'the report of a village',
      '石桥村2024年村务公开工作年度报告\n一、总体情况\n公开12期。\n二、主动公开情况\n三、存在的主要问题及改进情况\n不够及时。\n',
    ],
    ['the report of a party body', '中共石桥县委2024年党务公开工作年度报告\n一、总体情况\n二、主动公开情况\n三、依申请公开情况\n'],
    [
      'a summary of the year',
      '2024年，我局政务公开稳步推进，现将工作总结如下：\n一、总体情况\n（一）主动公开。公开60条。\n（二）依申请公开。都已答复。\n',
    ],
    ['a report of a quarter', '石桥县政务公开2024年第二季度通报\n一、主动公开情况\n公开512条。\n二、依申请公开情况\n收到申请3件。\n'],
    ['statistics over years', `| 项目 | 2021年 | 2022年 | 2023年 |\n|---|---|---|---|\n${requests(' | 3 | 4 | 5 |')}`],
    ['rows with three columns', `| 项目 | 自然人 | 法人 | 总计 |\n|---|---|---|---|\n${requests(' | 3 | 4 | 7 |')}`],
    [
      'the page of a program',
      `# 年报解析\n\n\`\`\`bash\nnpm i parser\n\`\`\`\n\n| 申请人情况 |\n|---|\n${requests(' | 3 | 0 | 0 | 0 | 0 | 0 | 3 |')}`,
    ],
    [
      'a table of contents of reports',
      '甲局2024年政府信息公开工作年度报告\n乙局2024年政府信息公开工作年度报告\n丙局2024年政府信息公开工作年度报告\n丁局2024年政府信息公开工作年度报告\n',
    ],
    ['rows that are explained', `| 行 | 说明 |\n|---|---|\n${requests(' | 当年收到的 |')}`],
    ['a check list', `# 年报自查清单\n${sixHeadings.map((heading) => `- [ ] ${heading}\n`).join('')}`],
    ['a guide', '石桥县政府信息公开指南\n一、主动公开\n二、依申请公开\n三、政府信息公开工作年度报告\n每年1月31日前公布。\n'],
  ])('%s is none', (_, text) => {
    expect(parse(text).recognition.report, format(parse(text).recognition.reason)).toBe(false);
  });
});

describe('reports in odd dress', () => {
  it.each([
    ['calls itself 年报', '本年报根据《中华人民共和国政府信息公开条例》编制。\n一、总体情况\n公开信息8条。\n'],
    ['has lost its headings', `${opening}（一）主动公开情况：发布信息35条。\n（二）依申请公开情况：没有收到申请。\n`],
    ['is a hospital’s', '石桥县医院2024年政府信息公开工作年度报告\n一、主动公开情况\n公开35条。\n二、依申请公开情况\n没有收到申请。\n'],
    ['has a dash for 一', `${opening}—、总体情况\n公开8条。\n`],
    [
      'follows a covering letter',
      `石桥县水务局文件\n石水发〔2025〕3号\n石桥县水务局关于报送2024年政府信息公开工作年度报告的报告\n${opening}${under('如实报告。')}`,
    ],
    ['is table three alone', requests(' | 3 | 0 | 0 | 0 | 0 | 0 | 3 |')],
    [
      'is the beginning of section one',
      '一、总体情况\n2024年，我街道落实《中华人民共和国政府信息公开条例》。\n（一）主动公开。公开8条。\n（二）依申请公开。没有。\n',
    ],
  ])('%s', (_, text) => {
    expect(parse(text).recognition.report, format(parse(text).recognition.reason)).toBe(true);
  });

  it('says in one sentence what it decided by', () => {
    expect(format(parse('关于做好2024年政府信息公开工作年度报告工作的通知\n一、总体情况\n').recognition.reason)).toBe(
      '开头写着「关于做好2024年政府信息公开工作年度报告工作的通知」，是通知，不是年报',
    );
  });
});

describe('reports whose lines have run together', () => {
  const body = [
    '（一）主动公开。公开信息12条。',
    '信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 1 0 5',
    '一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1 三、本年度办理结果 （一）予以公开 4 0 0 0 0 0 4 （七）总计 4 0 0 0 0 0 4 四、结转下年度继续办理 0 0 0 0 0 0 0',
    '没有复议和诉讼。',
    '问题是公开不够及时，今后逐月检查。',
    '没有收取信息处理费。',
  ];
  const text = `石桥县水务局2024年政府信息公开工作年度报告 ${opening.trim()} ${sixHeadings.map((heading, i) => `${heading} ${body[i] ?? ''}`).join(' ')}`;

  it('are read heading by heading, row by row', () => {
    const report = parse(text);
    expect(report.title?.text).toBe('石桥县水务局2024年政府信息公开工作年度报告');
    expect(report.sections.map(({ form }) => form.number)).toEqual([1, 2, 3, 4, 5, 6]);
    const third = report.tables.find(({ form }) => form.number === 3);
    expect(third?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      [3, 0, 0, 0, 0, 0, 3],
      [1, 0, 0, 0, 0, 0, 1],
      [4, 0, 0, 0, 0, 0, 4],
      [4, 0, 0, 0, 0, 0, 4],
      [0, 0, 0, 0, 0, 0, 0],
    ]);
    for (const { heading } of report.sections) expect(sixHeadings).toContain(text.slice(heading.start, heading.end));
  });

  it('are not cut where the sections are only listed', () => {
    expect(parse(`${opening}本报告包括：${sixHeadings.join(' ')}。\n一、总体情况\n公开8条。\n`).sections).toHaveLength(1);
  });
});
