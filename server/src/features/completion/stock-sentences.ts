/**
 * The sentences that reports have in common, in plain official wording, with the report's own figures where its tables
 * already say them. What nobody can know is left as ××, which placeholder-text reports until it is written.
 */
import { type HeadForm, type RowForm, table3, table4 } from '../../report/form/form';
import { toFill } from '../../findings/wording';
import type { Report } from '../../report/report';
import { addUp } from '../../report/sums/sums';

/** A place to be filled in, with what stands there until then. */
export interface Stop {
  readonly stop: string;
}

/** Text and places to be filled in, in their order. */
export type SentencePiece = string | Stop;

export interface Sentence {
  /** Short name for a list. */
  readonly name: string;
  /** Words by which it is looked for. */
  readonly words: string;
  /** Numbers of the sections in which it belongs; 0 above the first. */
  readonly sections: readonly number[];
  readonly pieces: readonly SentencePiece[];
}

/** What the sentences are made from. */
export interface Facts {
  readonly year: number | undefined;
  /** The number in a cell, by the ids of row and column; undefined where there is none or it cannot be read. */
  readonly figure: (row: string, column: string) => number | undefined;
}

const unknown = '××';

/** What `report` says of itself. */
export function factsOf({ year, tables }: Report): Facts {
  return {
    year,
    figure(row, column) {
      for (const table of tables) {
        const found = table.byId.get(row);
        if (found) return found.cells[found.form.columns.indexOf(column)]?.value;
      }
      return undefined;
    },
  };
}

/** The facts of a report in which nothing happened. */
export function noFacts(year: number): Facts {
  return { year, figure: () => 0 };
}

/** The sentences that do not contradict `facts`, the likelier of two first. */
export function sentencesFor(facts: Facts): readonly Sentence[] {
  return [basis(facts), ...requests(facts), ...documents(facts), ...disputes(facts), oversight(), ...fees(facts), ...others()];
}

/** On what the report rests and which time it covers. */
export function basis({ year }: Facts): Sentence {
  const own: SentencePiece = year === undefined ? { stop: '20××' } : String(year);
  const text =
    '本报告依据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制，所列数据的统计期限自';
  return {
    name: '编制依据和统计期限',
    words: '编制依据 统计期限',
    sections: [0, 1],
    pieces: [text, own, '年1月1日起至', own, '年12月31日止。'],
  };
}

/** Requests received and processed: as numbers, and as none where none is possible. */
export function requests(facts: Facts): Sentence[] {
  const { figure } = facts;
  const total = (row: string) => figure(row, '总计');
  const received = total('新收');
  const counted: Sentence = {
    name: '收到和办理申请若干件',
    words: '收到申请 新收 上年结转 办结 依申请公开',
    sections: [1, 3],
    pieces: [
      opening(facts),
      '本机关新收政府信息公开申请',
      count(received),
      '件，上年结转',
      count(total('转入')),
      '件，办结',
      count(total('办结')),
      '件，结转下年度继续办理',
      count(total('转出')),
      '件。',
    ],
  };
  const people = figure('新收', '自然人');
  const applicants: Sentence = {
    name: '申请人情况',
    words: '自然人 法人 收到申请',
    sections: [1, 3],
    pieces: [
      opening(facts),
      '本机关新收政府信息公开申请',
      count(received),
      '件，其中自然人申请',
      count(people),
      '件，法人或其他组织申请',
      count(received !== undefined && people !== undefined ? received - people : undefined),
      '件。',
    ],
  };
  const groups = outcomes.flatMap(({ name, rows }, i): SentencePiece[] => [
    `${i === 0 ? '' : '，'}${name}`,
    count(addUp(rows.map(total))),
    '件',
  ]);
  const results: Sentence = {
    name: '办理结果',
    words: '办理结果 办结 答复 予以公开',
    sections: [1, 3],
    pieces: [opening(facts), '本机关办结的政府信息公开申请中，', ...groups, '。'],
  };
  const carried = total('转入');
  const none: Sentence = {
    name: '未收到申请',
    words: '未收到申请 没有收到 依申请公开',
    sections: [1, 3],
    pieces: [opening(facts), `本机关未收到政府信息公开申请${(carried ?? 0) === 0 ? '，也没有上年结转的申请' : ''}。`],
  };
  if (received === undefined) return [counted, none, applicants, results];
  return received === 0 ? [none, counted] : [counted, applicants, results];
}

/** Normative documents made and abolished. */
export function documents(facts: Facts): Sentence[] {
  const [made, abolished, valid] = ['制发', '废止', '有效'].map((column) => facts.figure('规范', column));
  const counted: Sentence = {
    name: '制发、废止和现行有效的规范性文件',
    words: '规范性文件 制发 废止 现行有效 政府信息管理',
    sections: [1, 2],
    pieces: [opening(facts), '本机关制发行政规范性文件', count(made), '件，废止', count(abolished), '件，现行有效', count(valid), '件。'],
  };
  if ((made ?? 0) + (abolished ?? 0) > 0) return [counted];
  const none: Sentence = {
    name: '未制发规范性文件',
    words: '未制发 未废止 规范性文件 政府信息管理',
    sections: [1, 2],
    pieces: [opening(facts), '本机关未制发、废止行政规范性文件。'],
  };
  return made === 0 ? [none, counted] : [counted, none];
}

/** Review and litigation. */
export function disputes(facts: Facts): Sentence[] {
  const review = facts.figure('复议', '总计');
  const suits = addUp(['直诉', '复诉'].map((row) => facts.figure(row, '总计')));
  const [reviewName, suitsName] = disputeNames;
  const counted: Sentence = {
    name: '发生行政复议、行政诉讼若干件',
    words: '行政复议 行政诉讼 引起',
    sections: [1, 4],
    pieces: [opening(facts), `因政府信息公开引起的${reviewName}`, count(review), `件、${suitsName}`, count(suits), '件。'],
  };
  if ((review ?? 0) + (suits ?? 0) > 0) return [counted];
  const none: Sentence = {
    name: '未发生行政复议、行政诉讼',
    words: '未发生 没有 行政复议 行政诉讼',
    sections: [1, 4],
    pieces: [opening(facts), `本机关未发生因政府信息公开引起的${reviewName}、${suitsName}。`],
  };
  return review === 0 && suits === 0 ? [none, counted] : [counted, none];
}

/** Assessment, public appraisal and accountability: 条例 art. 50. */
export function oversight(): Sentence {
  return {
    name: '工作考核、社会评议和责任追究',
    words: '工作考核 社会评议 责任追究 监督保障',
    sections: [1],
    pieces: ['工作考核结果：', { stop: toFill }, '；社会评议结果：', { stop: toFill }, '；责任追究结果：', { stop: toFill }, '。'],
  };
}

/** The fee of 国办函〔2020〕109号, in its variants. */
export function fees(facts: Facts): Sentence[] {
  const overdue = facts.figure('其他2', '总计');
  const none: Sentence[] = [
    {
      name: '未收取信息处理费',
      words: '未收取 没有收取 信息处理费 收费',
      sections: [6],
      pieces: [opening(facts), '本机关未收取信息处理费。'],
    },
    {
      name: '未发收费通知、未收取信息处理费',
      words: '未发出收费通知 未收取 信息处理费',
      sections: [6],
      pieces: [opening(facts), '本机关未发出信息处理费收费通知，未收取信息处理费。'],
    },
  ];
  const collected: Sentence = {
    name: '收取信息处理费若干元',
    words: '收取 收费 信息处理费',
    sections: [6],
    pieces: [opening(facts), '本机关发出信息处理费收费通知', { stop: unknown }, '件，收取信息处理费', { stop: unknown }, '元。'],
  };
  const unpaid: Sentence = {
    name: '已发收费通知、申请人逾期未缴纳',
    words: '收费通知 逾期未缴纳 信息处理费',
    sections: [6],
    pieces: [
      opening(facts),
      '本机关发出信息处理费收费通知',
      count(overdue || undefined),
      '件，申请人逾期未缴纳费用，不再处理其申请，未收取信息处理费。',
    ],
  };
  if (overdue === undefined) return [...none, collected, unpaid];
  return overdue === 0 ? [...none, collected] : [unpaid, collected, ...none.slice(0, 1)];
}

function others(): Sentence[] {
  return [{ name: '没有其他事项', words: '没有其他 需要报告的事项', sections: [6], pieces: ['除上述事项外，没有其他需要报告的事项。'] }];
}

/** The groups of outcomes as the form names them, with the ids of their rows. */
const outcomes: readonly { readonly name: string; readonly rows: readonly string[] }[] = (() => {
  const named = (form: RowForm | HeadForm) => form.label.replace(/\(.*$/, '');
  const added = table3.identities.find(({ over }) => over === 'rows')?.parts ?? [];
  const groups = new Map<string, string[]>();
  for (const id of added) {
    const row = table3.rows.find((form) => form.id === id);
    if (!row) continue;
    const head = table3.heads.find((form) => form.rows?.includes(id) && form.rows.every((other) => added.includes(other)));
    const name = named(head ?? row);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups].map(([name, rows]) => ({ name, rows }));
})();

/** 行政复议 and 行政诉讼 as the form names them. */
const disputeNames = [table4.rows.find(({ id }) => id === '复议')?.label, table4.heads.find(({ rows }) => rows?.includes('直诉'))?.label];

function opening({ year }: Facts): string {
  return year === undefined ? '本年度，' : `${year}年，`;
}

function count(value: number | undefined): Stop {
  return { stop: value === undefined ? unknown : String(value) };
}
