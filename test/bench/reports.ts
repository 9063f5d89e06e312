/**
 * Reports of any size for measuring: those of the kit with more prose. The same arguments give the same text; nothing in it
 * is meant to be found fault with, unless asked for.
 */
import { clean, type Figures } from '../kit/figures';
import { layouts, prose, report, type Layout } from '../kit/layouts';

export type BenchLayout = 'pipes' | 'tabs' | 'lines';
export const benchLayouts: readonly BenchLayout[] = ['pipes', 'tabs', 'lines'];

export interface Wish {
  readonly layout: BenchLayout;
  /** The text gets at least this size, by more prose, and exceeds it by less than a paragraph. */
  readonly size: number;
  /** What `size` counts: bytes in UTF-8 or UTF-16 units. */
  readonly unit: 'bytes' | 'characters';
  /** Reports of different seeds differ in figures and prose. */
  readonly seed: number;
  /** Makes the first total of table three wrong by one. */
  readonly wrong?: boolean;
}

/** A report as wished for. */
export function makeReport(wish: Wish): string {
  const { layout, size, unit, seed } = wish;
  const figures = figuresOf(seed);
  if (wish.wrong === true) figures.table3['新收']?.splice(6, 1, String(received(seed) + 1));
  const form = layoutNamed(names[layout]);
  const one = prose.one.replace('55件', `${received(seed)}件`).replace('办结54件', `办结${54 + (seed % 50)}件`);
  const more: string[] = [];
  let reached = sizeOf(report(form, figures, { one }), unit);
  for (let index = seed; reached < size; index++) {
    const paragraph = `\n${(paragraphs[index % paragraphs.length] as string).replace(/。$/, `，涉及${index + 3}个村居。`)}`;
    reached += sizeOf(paragraph, unit);
    more.push(paragraph);
  }
  const half = Math.ceil(more.length / 2);
  return report(form, figures, { one: one + more.slice(0, half).join(''), five: prose.five + more.slice(half).join('') });
}

const names: Readonly<Record<BenchLayout, string>> = {
  pipes: 'row per line, pipes, no filler',
  tabs: 'tabs, merged cells blank',
  lines: 'one cell per line, blank lines between',
};

function layoutNamed(name: string): Layout {
  const layout = layouts.find((candidate) => candidate.name === name);
  if (layout === undefined) throw new Error(`the kit has no layout “${name}”`);
  return layout;
}

function sizeOf(text: string, unit: Wish['unit']): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}

/** Requests received in the report of a seed. */
function received(seed: number): number {
  return 55 + (seed % 50);
}

/** The kit's figures with some more requests by natural persons, all granted. */
function figuresOf(seed: number): Figures {
  const figures = clean();
  for (const id of ['新收', '予以', '办结']) {
    const row = figures.table3[id] ?? [];
    for (const column of [0, 6]) row[column] = String(Number(row[column]) + (seed % 50));
  }
  return figures;
}

/** Prose as reports have it: sentences with and without figures, none of which speaks of the tables. No two come out alike. */
const paragraphs: readonly string[] = [
  '围绕群众关心的供水保障、河道治理和农田灌溉，及时公布工程进展、资金安排和验收结果，对涉及面广的事项同步发布图文解读，全年制作解读材料24篇，回应留言37条。',
  '健全信息发布“先审后发”制度，由业务科室、办公室和分管领导逐级审核，重点检查表述、数据和个人信息，做到公开内容准确、完整、安全。',
  '加强门户网站和政务新媒体管理，按季度开展自查，及时清理失效链接和过期栏目，改版后的专栏分为政策文件、工程建设、水旱灾害防御和便民服务4类。',
  '12月，组织全局23名信息员参加业务培训，讲解条例条文和办理流程，结合典型案例说明答复文书的写法，进一步提高规范办理的能力。',
  '对照年度要点逐项分解任务，明确责任科室和完成时限，实行台账管理、对账销号，定期通报进展，重要事项提交局长办公会议研究。',
  '在办事大厅设置政府信息查阅点，配备电脑和查阅指南，安排专人引导，方便老年人和外来务工人员查询水费标准、报装流程和停水公告。',
  '推进基层政务公开标准化，修订公开事项目录，细化公开内容、时限、主体和渠道，并按照实际需要把目录延伸到乡镇水利站和村级管水员。',
];
