/**
 * The section headings as an order: those that stand as the form has them, those that come again, and those that stand
 * out of place. Of all ways to call headings misplaced the one that blames fewest is taken, and of those the one that
 * blames what comes later: in 一 二 四 三 五 六 it is 三.
 */
import type { Report, Section } from '../report/report';

export interface SectionOrder {
  /** One heading for each section, in the order of the text and of the form. */
  readonly kept: readonly Section[];
  /** Headings whose section already had one. */
  readonly repeated: readonly Section[];
  readonly misplaced: readonly Section[];
}

/** The headings of `report`, each of them in one of the three lists. */
export function orderOf(report: Report): SectionOrder {
  if (isRising(report.sections)) return { kept: report.sections, repeated: nothing, misplaced: nothing };
  const firsts: Section[] = [];
  const repeated: Section[] = [];
  for (const section of report.sections) {
    (firsts.some(({ form }) => form === section.form) ? repeated : firsts).push(section);
  }
  const kept = longestRising(firsts);
  return { kept, repeated, misplaced: firsts.filter((section) => !kept.includes(section)) };
}

const nothing: readonly never[] = [];

/** Whether the numbers of `sections` rise. */
export function isRising(sections: readonly Section[]): boolean {
  return sections.every((section, i) => numberOf(section) > numberOf(sections[i - 1]));
}

/** Whether no heading beside that of `section` is out of order: where two are exchanged, what stands under them is that of the other. */
export function isInPlace({ sections }: Report, section: Section): boolean {
  const at = sections.indexOf(section);
  const number = numberOf(section);
  const before = sections[at - 1];
  const after = sections[at + 1];
  return (before === undefined || numberOf(before) < number) && (after === undefined || numberOf(after) > number);
}

/** The longest choice of `sections` (six at most) whose numbers rise; of several the one that begins and goes on earliest. */
function longestRising(sections: readonly Section[]): Section[] {
  const lengths = sections.map(() => 1);
  for (let i = sections.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < sections.length; k++) {
      if (numberOf(sections[k]) > numberOf(sections[i])) lengths[i] = Math.max(lengths[i] as number, 1 + (lengths[k] as number));
    }
  }
  const result: Section[] = [];
  let wanted = Math.max(0, ...lengths);
  sections.forEach((section, i) => {
    if (lengths[i] !== wanted || numberOf(section) <= numberOf(result.at(-1))) return;
    result.push(section);
    wanted--;
  });
  return result;
}

function numberOf(section: Section | undefined): number {
  return section?.form.number ?? 0;
}
