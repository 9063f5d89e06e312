/**
 * A county that does not exist, with a report of each of its units for each of two years, in every layout: consistent within
 * each report, from one year to the next, and up to the county's own report. Tests change single figures or words before
 * the texts are written.
 */
import { clean, type Figures, rowIds } from './figures';
import { layouts, report, type Layout } from './layouts';

export interface CountyUnit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parent?: string;
  readonly sums?: true;
}

/** One report before it is written. */
export interface Draft {
  readonly unit: string;
  readonly year: number;
  title: string;
  path: string;
  figures: Figures;
  /** Paragraphs of sections one and five. */
  one: string[];
  five: string[];
  six: string;
  /** The agency and the date at the end; empty for none. */
  signature: string;
  layout: Layout;
}

export interface County {
  readonly units: readonly CountyUnit[];
  readonly drafts: Draft[];
  draft(unit: string, year: number): Draft;
}

export const countyName = '澜原县';
export const countyYears = [2023, 2024] as const;

/** A county of `size` units besides its government, whose report is the sum of theirs. */
export function makeCounty(size: number, seed = 1): County {
  const random = randomFrom(seed);
  const government = `${countyName}人民政府`;
  const names = unitNames(size);
  const units: CountyUnit[] = [
    { name: government, aliases: [], sums: true },
    ...names.map((name) => ({ name, aliases: name.startsWith(countyName) ? [name.slice(countyName.length - 1)] : [], parent: government })),
  ];
  const drafts: Draft[] = [];
  names.forEach((name, index) => {
    let before: Figures | undefined;
    for (const year of countyYears) {
      before = unitFigures(random, before);
      drafts.push(draftOf({ unit: name, year, figures: before, index, random }));
    }
  });
  for (const year of countyYears) drafts.push(draftOf({ unit: government, year, figures: clean(), index: size, random }));
  const county: County = {
    units,
    drafts,
    draft: (unit, year) => {
      const found = drafts.find((draft) => draft.unit === unit && draft.year === year);
      if (!found) throw new Error(`no draft of ${unit} for ${year}`);
      return found;
    },
  };
  sumUp(county);
  return county;
}

/** Makes the government's figures the sums of the others' again. */
export function sumUp(county: County): void {
  const government = county.units[0]?.name ?? '';
  for (const year of countyYears) {
    const parts = county.drafts.filter((draft) => draft.year === year && draft.unit !== government).map(({ figures }) => figures);
    const add = (pick: (figures: Figures) => string) => String(parts.reduce((sum, figures) => sum + Number(pick(figures)), 0));
    const target = county.draft(government, year);
    const table2 = Object.fromEntries(
      Object.entries(clean().table2).map(([id, values]) => [
        id,
        values.map((_, i) =>
          id === '收费'
            ? parts
                .reduce((sum, figures) => sum + BigInt(Math.round(Number(figures.table2[id]?.[i]) * 10000)), 0n)
                .toString()
                .padStart(5, '0')
                .replace(/(\d{4})$/, '.$1')
            : add((figures) => figures.table2[id]?.[i] ?? '0'),
        ),
      ]),
    );
    target.figures = {
      table2,
      table3: Object.fromEntries(
        rowIds.map((id) => [id, Array.from({ length: 7 }, (_, i) => add((figures) => figures.table3[id]?.[i] ?? '0'))]),
      ),
      table4: Array.from({ length: 15 }, (_, i) => add((figures) => figures.table4[i] ?? '0')),
    };
  }
}

/** The text of a draft. */
export function write({ title, year, figures, layout, one, five, six, signature }: Draft): string {
  const value = (id: string) => figures.table3[id]?.[6] ?? '0';
  const [made, abolished, inForce] = figures.table2['规范'] ?? [];
  const [first = '', ...more] = one;
  const sections = [
    `（一）主动公开。${first}`,
    `（二）依申请公开。全年新收政府信息公开申请${value('新收')}件，上年结转${value('转入')}件，办结${value('办结')}件，结转下年度继续办理${value('转出')}件。`,
    `（三）政府信息管理。${more[0] ?? ''}本年制发行政规范性文件${made}件，废止${abolished}件，现行有效${inForce}件。`,
    `（四）政府信息公开平台建设。${more[1] ?? ''}`,
    `（五）监督保障。${more[2] ?? ''}工作考核合格，社会评议良好，没有责任追究情形。`,
  ];
  return report(layout, figures, {
    title,
    opening: `本报告依据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件编制，统计期限为${year}年1月1日至${year}年12月31日。`,
    one: `一、总体情况\n\n${sections.join('\n')}`,
    five: `五、存在的主要问题及改进情况\n\n${five.join('\n')}`,
    six: `六、其他需要报告的事项\n\n${six}${signature === '' ? '' : `\n\n${signature}`}`,
  });
}

/** Sets cells of a row of table three and its total. */
export function setRow(figures: Figures, id: string, change: (values: number[]) => void): void {
  const values = (figures.table3[id] ?? []).slice(0, 6).map(Number);
  change(values);
  figures.table3[id] = [...values, values.reduce((a, b) => a + b, 0)].map(String);
}

interface Seed {
  readonly unit: string;
  readonly year: number;
  readonly figures: Figures;
  readonly index: number;
  readonly random: Random;
}

function draftOf({ unit, year, figures, index, random }: Seed): Draft {
  const layout = layouts[index % layouts.length] as Layout;
  const title = `${unit}${year}年政府信息公开工作年度报告`;
  return {
    unit,
    year,
    title,
    figures,
    layout,
    path: `${year}/${title}.${/Markdown/.test(layout.name) ? 'md' : 'txt'}`,
    one: Array.from({ length: 4 }, () => paragraph(random, 4)),
    five: [
      `存在的主要问题：一是${clauses(random, 3)}。二是${clauses(random, 3)}。`,
      `改进情况：一是${clauses(random, 3)}。二是${clauses(random, 3)}。`,
    ],
    six: `${unit.endsWith('政府') ? '本机关' : '本机关'}${year}年没有发出收费通知，没有收取信息处理费。`,
    signature: `${unit}\n${year + 1}年1月${10 + (index % 20)}日`,
  };
}

/** Figures that balance, take over what `before` carried forward and continue its stock. */
function unitFigures(random: Random, before: Figures | undefined): Figures {
  const figures = clean();
  for (const id of rowIds) figures.table3[id] = Array<string>(7).fill('0');
  const carried = (before?.table3['转出'] ?? ['1', '0', '0', '0', '0', '0']).slice(0, 6).map(Number);
  const received = [random(30) + 5, random(4), random(2), random(2), random(2), random(2)];
  const forward = received.map((count) => (count > 1 ? random(2) : 0));
  const done = received.map((count, i) => count + (carried[i] as number) - (forward[i] as number));
  const granted = done.map((count) => Math.floor(count / 2));
  const unheld = done.map((count, i) => count - (granted[i] as number));
  for (const [id, values] of [
    ['新收', received],
    ['转入', carried],
    ['予以', granted],
    ['无法1', unheld],
    ['办结', done],
    ['转出', forward],
  ] as const)
    setRow(figures, id, (row) => row.splice(0, 6, ...values));
  const [made, abolished] = [random(3), random(2)];
  const last = Number(before?.table2['规范']?.[2] ?? 8);
  figures.table2 = {
    规章: ['0', '0', '0'],
    规范: [made, Math.min(abolished, last), last + made - Math.min(abolished, last)].map(String),
    许可: [String(100 + random(80))],
    处罚: [String(40 + random(30))],
    强制: [String(random(9))],
    收费: [`${20 + random(20)}.${String(random(9999)).padStart(4, '0')}`],
  };
  const cases = Array.from({ length: 15 }, () => 0);
  for (const group of [0, 5, 10]) {
    cases[group] = random(2);
    cases[group + 1] = random(2);
    cases[group + 4] = (cases[group] ?? 0) + (cases[group + 1] ?? 0);
  }
  figures.table4 = cases.map(String);
  return figures;
}

type Random = (below: number) => number;

/** Numbers from 0 to below, the same for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => `${clauses(random, 3)}。`).join('');
}

function clauses(random: Random, count: number): string {
  const pick = (words: readonly string[]) => words[random(words.length)] as string;
  return Array.from({ length: count }, () => `${pick(manners)}${pick(verbs)}${pick(topics)}${pick(objects)}`).join('，');
}

const manners =
  '按月 逐项 及时 分批 集中 主动 对照清单 会同股室 依托窗口 借助广播 通过公示栏 结合走访 围绕重点 利用集市 联合村组 邀请代表 面向企业 针对老人 依据方案 参照样本'.split(
    ' ',
  );
const verbs = '梳理 更新 核对 补充 公布 讲解 收集 整理 归档 完善 检查 修订 汇编 推送 张贴 登记 回访 评估 试行 调整'.split(' ');
const topics =
  '水价 路灯 学位 低保 医保 征地 拆迁 农机 种子 林权 茶园 渔业 桥梁 公交 垃圾 养老 托育 图书 文物 旅游 食品 药店 疫苗 供暖 燃气 消防 防汛 地灾 矿山 招聘 培训 社保 税费 招标 采购 审计 统计 信访 调解 户籍'.split(
    ' ',
  );
const objects = '目录 流程 标准 台账 问答 图解 清册 名单 进度 预案 细则 样表 条目 摘要 指引 说明 记录 卡片 短片 展板'.split(' ');

function unitNames(size: number): string[] {
  const places = '青石 柳沟 白塔 临川 沙河 丰乐 松岭 高坪 双桥 红岩 平安 新店'.split(' ');
  const bureaus =
    '水务局 教育局 财政局 民政局 司法局 审计局 统计局 林业局 交通运输局 农业农村局 自然资源局 市场监督管理局 卫生健康局 应急管理局 医疗保障局 公安局 发展和改革局 住房和城乡建设局 文化和旅游局 人力资源和社会保障局 生态环境局 退役军人事务局 行政审批局 城市管理局 商务局 工业和信息化局 科学技术局 信访局 乡村振兴局 机关事务管理局 政府办公室 气象局 地震局 档案馆 供销合作社 民族宗教事务局 国防动员办公室 金融办公室 投资促进中心 公共资源交易中心 融媒体中心 住房保障中心 公路管理站 水文站 畜牧站 渔业站'.split(
      ' ',
    );
  const names = [...places.map((place) => `${countyName}${place}镇人民政府`), ...bureaus.map((bureau) => `${countyName}${bureau}`)];
  for (let index = 1; names.length < size; index++) names.push(`${countyName}第${index}园区管委会`);
  return names.slice(0, size);
}
