/**
 * Faults between the reports of a county, each at another unit, planted so that every report stays right in itself: what is
 * found can only be found by holding reports against each other.
 */
import { type County, countyYears, type Draft, setRow, sumUp } from './county';

export interface Fault {
  readonly code: string;
  /** The report that the finding is about. */
  readonly unit: string;
  /** What the finding's place holds; undefined where any words will do. */
  readonly at: string | undefined;
}

const [lastYear, year] = countyYears;

/** Plants 30 faults in a county of 60 units or more. */
export function plantFaults(county: County): Fault[] {
  const units = county.units.slice(1).map(({ name }) => name);
  const government = county.units[0]?.name ?? '';
  const faults: Fault[] = [];
  let next = 0;
  /** The next unit's two reports. */
  const take = () => {
    const unit = units[next++] ?? '';
    return { unit, now: county.draft(unit, year), before: county.draft(unit, lastYear) };
  };
  for (const [column, by] of [
    [0, 1],
    [0, 2],
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 2],
  ] as const) {
    const { unit, now } = take();
    for (const id of ['转入', '予以', '办结']) setRow(now.figures, id, (row) => void (row[column] = (row[column] ?? 0) + by));
    faults.push({ code: 'broken-carryover', unit, at: now.figures.table3['转入']?.[column] });
  }
  for (const by of [1, 5, -1, 12]) {
    const { unit, now } = take();
    const row = now.figures.table2['规范'] ?? [];
    row[2] = String(Number(row[2]) + by);
    faults.push({ code: 'broken-inventory', unit, at: row[2] });
  }
  for (const [row, value] of [
    ['许可', '4125'],
    ['处罚', '0'],
    ['收费', '302145.2210'],
  ] as const) {
    const { unit, now } = take();
    now.figures.table2[row] = [value];
    faults.push({ code: 'sudden-jump', unit, at: value });
  }
  const { unit: busy, now: many, before: few } = take();
  for (const [draft, more] of [
    [many, 900],
    [few, 40],
  ] as const)
    for (const id of ['新收', '予以', '办结']) setRow(draft.figures, id, (row) => void (row[0] = (row[0] ?? 0) + more));
  faults.push({ code: 'sudden-jump', unit: busy, at: many.figures.table3['新收']?.[6] });
  for (const part of [0, 1, 2]) {
    const { unit, now, before } = take();
    now.one[part] = before.one[part] ?? '';
    faults.push({ code: 'copied-text', unit, at: now.one[part] });
  }
  for (const slips of [0, 1]) {
    const { unit, now, before } = take();
    now.five = before.five.map((words) => (slips === 0 ? words : words.replace('存在的主要问题', '主要问题')));
    faults.push(...now.five.map((at) => ({ code: 'copied-text', unit, at })));
  }
  const [one, other] = [take(), take()];
  other.now.one[0] = one.now.one[0] ?? '';
  faults.push({ code: 'copied-text', unit: one.unit, at: one.now.one[0] }, { code: 'copied-text', unit: other.unit, at: other.now.one[0] });
  sumUp(county);
  faults.push(...plantDoubles(county, take().now, take().now));
  faults.push(...plantWrongSums(county.draft(government, year)));
  return faults;
}

/** Hands in a second report for two units: a later version that counts, and an earlier one that does not. */
function plantDoubles(county: County, first: Draft, second: Draft): Fault[] {
  const changed = (draft: Draft): Draft => ({
    ...draft,
    figures: { ...draft.figures, table2: { ...draft.figures.table2, 许可: [String(Number(draft.figures.table2['许可']?.[0]) + 1)] } },
  });
  const early = { ...changed(first), path: first.path.replace('.', '（初稿）.') };
  const old = { ...changed(second), signature: second.signature.replace('1月', '1月1日\n').replace(/\n\d+日$/, '') };
  old.path = second.path.replace('/', '/旧/');
  county.drafts.push(early, old);
  return [
    { code: 'duplicate-report', unit: first.unit, at: first.title },
    { code: 'duplicate-report', unit: second.unit, at: second.title },
  ];
}

/** Makes the sum differ from its parts in five cells, right in itself. */
function plantWrongSums({ unit, figures }: Draft): Fault[] {
  const add = (value: string | undefined, by: number) => String(Number(value) + by);
  const { table2, table4 } = figures;
  table2['处罚'] = [add(table2['处罚']?.[0], 7)];
  table2['收费'] = [(Number(table2['收费']?.[0]) + 0.0001).toFixed(4)];
  for (const id of ['新收', '予以', '办结']) setRow(figures, id, (row) => void (row[3] = (row[3] ?? 0) + 3));
  for (const cell of [0, 4]) table4[cell] = add(table4[cell], -1);
  const wrong = [table2['处罚'][0], table2['收费'][0], figures.table3['新收']?.[3], figures.table3['予以']?.[3], table4[0]];
  return wrong.map((at) => ({ code: 'wrong-subordinate-sum', unit, at }));
}
