/**
 * Where a place of a text is after tables of it were written anew: in its cell, at the same character of it. A place
 * between cells goes to the nearest cell on its line.
 */
import { parse } from '../../report/parse';
import type { Report, Table } from '../../report/report';
import type { TextEdit } from '../../text/edit';
import { lineAt } from '../../text/lines';
import { meet, type Span } from '../../text/span';

/**
 * The offset in `newText` that answers to `offset` in the text of `report`.
 * @param edits sorted and disjoint, as `normalize` gives them; `newText` is the text after them.
 */
export function mapOffset(report: Report, edits: readonly TextEdit[], newText: string, offset: number): number {
  let moved = 0;
  for (const edit of edits) {
    const { span, newText: written } = edit;
    if (offset < span.start) break;
    if (offset <= span.end)
      return (
        mapInside(report, edit, newText, offset) ??
        Math.min(newText.length, span.start + moved + Math.min(offset - span.start, written.length))
      );
    moved += written.length - (span.end - span.start);
  }
  return Math.min(newText.length, offset + moved);
}

/** A cell or label, told so that it can be found again in another writing of the same table. */
interface Anchor {
  readonly name: string;
  /** How often the same label has come before. */
  readonly turn: number;
  readonly span: Span;
  /** Where a place counts as being in it. */
  readonly place: Span;
}

/** The same place of the same cell in `newText`, if `edit` is one of a table. */
function mapInside({ tables, lines }: Report, { span }: TextEdit, newText: string, offset: number): number | undefined {
  const index = tables.findIndex((table) => meet(table.span, span));
  const table = tables[index];
  if (!table) return undefined;
  const anchors = anchorsOf(table);
  const line = lineAt(lines, offset);
  const beside = anchors.filter(({ place }) => lineAt(lines, place.start) <= line && line <= lineAt(lines, place.end));
  const anchor = nearest(beside.length > 0 ? beside : anchors, offset);
  const after = parse(newText).tables[index];
  if (!anchor || !after) return undefined;
  const alike = anchorsOf(after).filter(({ name }) => name === anchor.name);
  const found = alike[anchor.turn] ?? alike.at(-1);
  return found && found.span.start + Math.max(0, Math.min(offset - anchor.span.start, found.span.end - found.span.start));
}

/** The cells and labels of a table, in the order of the text. A merged cell that is written out in each column is one. */
function anchorsOf({ rows, labels }: Table): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { form, cells } of rows)
    for (const [i, { span, place }] of cells.entries()) anchors.push({ name: `cell ${form.id} ${i}`, turn: 0, span, place });
  const turns = new Map<string, number>();
  let before: string | undefined;
  for (const { form, span } of labels) {
    const name = `${form.kind} ${form.id}`;
    const turn = (turns.get(name) ?? -1) + (name === before ? 0 : 1);
    turns.set(name, turn);
    anchors.push({ name, turn, span, place: span });
    before = name;
  }
  return anchors;
}

/** The anchor in whose text `offset` stands, else in whose place, else the nearest. */
function nearest(anchors: readonly Anchor[], offset: number): Anchor | undefined {
  let best: Anchor | undefined;
  let least = Infinity;
  for (const anchor of anchors) {
    const { span, place } = anchor;
    const outside = Math.max(span.start - offset, offset - span.end, 0);
    const distance = outside > 0 && place.start <= offset && offset <= place.end ? 0.5 : outside;
    if (distance < least) {
      best = anchor;
      least = distance;
    }
  }
  return best;
}
