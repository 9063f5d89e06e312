/**
 * What a planted defect is, and the ways to plant one: into a figure, a row or a label of the tables, into a sentence, a
 * heading, a paragraph. The defects themselves are data: `table-defects.ts`, `text-defects.ts`. Marks ⟦…⟧ stand where the
 * finding must stand.
 */
import type { Draft, DraftName, Parts } from './drafts';
import type { Layout, prose } from './layouts';

export type Plant = (draft: Draft) => void;

export interface Defect {
  readonly rule: string;
  readonly name: string;
  readonly plant: Plant;
  /** The same place without a defect, where nothing must be found. */
  readonly right?: Plant;
  /** Other rules that see the same defect. */
  readonly also?: readonly string[];
  /** The drafts that it is planted in; by default those of `text-defects.ts` go into all that state figures. */
  readonly drafts?: readonly DraftName[];
  /** Layouts in which the defect cannot be seen, or is another. */
  readonly except?: (layout: Layout) => boolean;
  /** Why it is not found. */
  readonly missed?: string;
  /**
   * `exact`: the finding covers what is marked, white space at its ends aside. `touch`: it shares a character or an end with
   * it, or the gap around it. `any`: one of the marks is enough, exactly.
   */
  readonly place?: 'exact' | 'touch' | 'any';
}

/** Does one thing after the other. */
export const all =
  (...plants: readonly Plant[]): Plant =>
  (draft) =>
    plants.forEach((plant) => plant(draft));

/** A value of table two or three; columns count from 0. */
export const value =
  (row: string, column: number, text: string): Plant =>
  ({ figures }) => {
    const values = figures.table3[row] ?? figures.table2[row];
    if (!values) throw new Error(`no row ${row}`);
    values[column] = text;
  };

/** A value of table four, counted from 0. */
export const outcome =
  (index: number, text: string): Plant =>
  ({ figures }) => {
    figures.table4[index] = text;
  };

/** Writes `to` for a label or head of the tables. */
export const label =
  (from: string, to: string): Plant =>
  ({ arrangements }) => {
    arrangements.push((tables) => {
      const cells = tables.flat(2).filter(({ text }) => text === from);
      if (cells.length === 0) throw new Error(`no label ${from}`);
      for (const cell of cells) cell.text = to;
    });
  };

/** Changes the rows of table three as people see them: `at` is the row with the label that is given. */
export const rowsOfThree =
  (labelOfRow: string, change: (rows: { text: string; colspan: number; rowspan: number }[][], at: number) => void): Plant =>
  ({ arrangements }) => {
    arrangements.push(([, three]) => {
      const at = three.findIndex((row) => row.some(({ text }) => text === labelOfRow));
      if (at < 0) throw new Error(`no row ${labelOfRow}`);
      change(three, at);
    });
  };

/** Writes `to` for the first `from` of a part. */
export const swap =
  (part: keyof typeof prose, from: string | RegExp, to: string): Plant =>
  ({ parts }) => {
    const text = parts[part];
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${String(from)} is not in ${part}`);
    parts[part] = changed;
  };

/** Sets whole parts. */
export const write =
  (texts: Partial<Parts> | ((parts: Parts) => Partial<Parts>)): Plant =>
  ({ parts }) =>
    void Object.assign(parts, typeof texts === 'function' ? texts(parts) : texts);

const aspects = {
  publishing: '主动公开',
  requests: '依申请公开',
  management: '信息管理',
  platform: '平台',
  supervision: '监督保障',
} as const;

/** Adds a sentence to the paragraph about one of the five aspects. */
export const say =
  (aspect: keyof typeof aspects, sentence: string): Plant =>
  ({ parts }) => {
    const lines = parts.one.split('\n');
    const at = lines.findIndex((line) => line.slice(0, 14).includes(aspects[aspect]));
    if (at < 0) throw new Error(`no paragraph on ${aspect}`);
    lines[at] += sentence;
    parts.one = lines.join('\n');
  };

/** The same sentence with its figure wrong and right. */
export const said = (aspect: keyof typeof aspects, wrong: string, right: string): Pick<Defect, 'plant' | 'right'> => ({
  plant: say(aspect, wrong),
  right: say(aspect, right),
});

/** `{year}`, `{last}` and `{next}` in a text, by the draft's year. */
export const dated =
  (plant: (fill: (text: string) => string) => Plant): Plant =>
  (draft) => {
    const year = Number(/\d{4}/.exec(draft.parts.title.replace(/[⟦⟧]/g, ''))?.[0]);
    plant((text) =>
      text
        .replaceAll('{year}', String(year))
        .replaceAll('{last}', String(year - 1))
        .replaceAll('{next}', String(year + 1)),
    )(draft);
  };
