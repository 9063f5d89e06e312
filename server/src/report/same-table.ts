/** Whether a table, or what else stands at a place, is the same before an edit and after it, moved as far as the edit moved it. */
import type { Change } from '../text/change';
import type { Span } from '../text/span';
import type { Cell, Label, RaggedRow, Row, SplitNumber, Table, UnknownRow } from './table';

/** Whether `after` is where `change`, which did not touch it, has put `before`. */
export function isPlaced(before: Span, after: Span, change: Change): boolean {
  const by = shiftOf(before, change);
  return by !== undefined && isShifted(before, after, by);
}

/** How far `change` moves what stands at a span of the earlier text; undefined where it touches it. */
export function shiftOf({ start, end }: Span, change: Change): number | undefined {
  if (end <= change.start) return 0;
  return start >= change.end - change.by ? change.by : undefined;
}

export function isSameTable(before: Table, after: Table, change: Change): boolean {
  const by = shiftOf(before.span, change);
  if (by === undefined) return false;
  if (before.identity === after.identity) return before.span.start + by === after.span.start;
  return (
    before.form === after.form &&
    before.layout === after.layout &&
    before.doubt === after.doubt &&
    isShifted(before.span, after.span, by) &&
    isShifted(before.caption, after.caption, by) &&
    areSame(before.rows, after.rows, by, isSameRow) &&
    areSame(before.duplicates, after.duplicates, by, isSameRow) &&
    areSame(before.ragged, after.ragged, by, isSameRaggedRow) &&
    areSame(before.unknown, after.unknown, by, isSameUnknownRow) &&
    areSame(before.labels, after.labels, by, isSameLabel) &&
    before.missing.length === after.missing.length &&
    before.missing.every((row, i) => row === after.missing[i])
  );
}

type Comparison<T> = (before: T, after: T, by: number) => boolean;

function areSame<T>(before: readonly T[], after: readonly T[], by: number, isSame: Comparison<T>): boolean {
  if (before.length !== after.length) return false;
  for (let i = 0; i < before.length; i++) if (!isSame(before[i] as T, after[i] as T, by)) return false;
  return true;
}

const isShifted: Comparison<Span> = (before, after, by) => before.start + by === after.start && before.end + by === after.end;

const isSameRow: Comparison<Row> = (before, after, by) =>
  before.form === after.form &&
  isShifted(before.span, after.span, by) &&
  (before.label && after.label ? isShifted(before.label, after.label, by) : before.label === after.label) &&
  areSame(before.cells, after.cells, by, isSameCell) &&
  areSame(before.copies ?? none, after.copies ?? none, by, isShifted);

const none: readonly Span[] = [];

const isSameCell: Comparison<Cell> = (before, after, by) =>
  before.kind === after.kind &&
  before.value === after.value &&
  isShifted(before.span, after.span, by) &&
  isShifted(before.place, after.place, by);

const isSameRaggedRow: Comparison<RaggedRow> = (before, after, by) =>
  before.form === after.form &&
  before.name === after.name &&
  before.expected === after.expected &&
  before.found === after.found &&
  isShifted(before.span, after.span, by) &&
  areSame(before.values, after.values, by, isShifted) &&
  (before.split && after.split ? isSameSplit(before.split, after.split, by) : before.split === after.split);

const isSameSplit: Comparison<SplitNumber> = (before, after, by) =>
  before.value === after.value && isShifted(before.first, after.first, by) && isShifted(before.second, after.second, by);

const isSameUnknownRow: Comparison<UnknownRow> = (before, after, by) =>
  before.instead === after.instead && isShifted(before.span, after.span, by);

const isSameLabel: Comparison<Label> = (before, after, by) =>
  before.form === after.form && before.joined === after.joined && isShifted(before.span, after.span, by);
