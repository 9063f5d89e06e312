/**
 * The tables of a text, those between two headings at a time: no table goes on behind a heading. After an edit those of a section
 * whose lines it did not touch are the same, and stand where the edit has moved them.
 *
 *     二、…              the same objects
 *     三、…              ← read again
 *     四、…              moved
 */
import type { Reread } from '../../table/lines-again';
import { atOnce, pause, type Steps } from '../../text/steps';
import type { FoundHeading } from '../heading';
import type { SectionTables, Table } from '../table';
import type { Ground } from './draft';
import { movedTable } from './moved-table';
import { placeTable } from './place';
import { readDraftsInSteps } from './read-drafts';

/** The tables of an earlier version of the text, and how its lines have changed. */
export interface TablesBefore extends Reread {
  readonly sections: readonly SectionTables[];
}

/** So many lines behind a section may be looked at by whoever reads its last label. */
const lookedAhead = 20;

/** The tables of the form in the order of the text. */
export function readTables(ground: Ground, headings: readonly FoundHeading[]): readonly Table[] {
  return atOnce(readTablesInSteps(ground, headings)).flatMap(({ tables }) => tables);
}

export function* readTablesInSteps(
  ground: Ground,
  headings: readonly FoundHeading[],
  before?: TablesBefore,
): Steps<readonly SectionTables[]> {
  const known = before && keptTables(before);
  const sections: SectionTables[] = [];
  for (const section of sectionsBetween(headings, ground.grid.length)) {
    const kept = known?.(section);
    if (kept) {
      sections.push({ ...section, tables: kept });
      continue;
    }
    const tables: Table[] = [];
    for (const draft of yield* readDraftsInSteps(ground, section)) {
      const table = placeTable(draft, ground);
      if (table) tables.push(table);
      yield pause;
    }
    sections.push({ from: section.from, to: section.to, tables });
  }
  return sections;
}

/** The grid lines between headings, those above the first one included. */
function* sectionsBetween(headings: readonly FoundHeading[], length: number): Generator<Omit<SectionTables, 'tables'>> {
  let from = 0;
  for (const heading of headings) {
    yield { from, to: heading.from };
    from = heading.index + 1;
  }
  yield { from, to: length };
}

/** Tells the tables of a section where no line of it, nor any that is looked at ahead, was read again. */
function keptTables({ sections, change, anew, down }: TablesBefore) {
  const known = new Map(sections.map((section) => [section.from, section]));
  return ({ from, to }: Omit<SectionTables, 'tables'>): readonly Table[] | undefined => {
    if (to + lookedAhead <= anew.first) {
      const same = known.get(from);
      return same?.to === to ? same.tables : undefined;
    }
    if (from < anew.end) return undefined;
    const same = known.get(from - down);
    return same?.to === to - down ? same.tables.map((table) => movedTable(table, change.by)) : undefined;
  };
}
