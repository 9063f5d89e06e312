/**
 * What a piece of text in a cell is: a label of the form, a value, a part of a label, prose. An ordered list of readers, tried
 * in turn; the first that knows the piece tells the builder. What lies before and behind the piece counts as far as the
 * builder and the grid know it.
 */
import type { GridCell, GridLine } from '../../table/grid';
import { splitWords } from '../../table/spaces';
import { hasHan, hasSpace, isDigit, isDigits } from '../../text/characters';
import { type DraftReading, type LabelPiece, longestWord } from './draft-reading';
import { partsOf, settled } from './label-parts';
import { labelTail } from './label-tail';
import { matchExactly, matchLoosely, type Meaning } from './labels';
import { isDivided, isMark, isPageFurniture, isSentence, isValue, longestLabel, pieceOf } from './pieces';
import type { CellPlace, Pending } from './draft-builder';
import { endsInFigure, type Glued, splitGlued } from './glued';
import { isGroupPart } from './group-parts';

/** Tells the builder what a piece is; false if it is nothing that this reader knows. */
type PieceReader = (reading: DraftReading, at: LabelPiece) => boolean;

/** Longest half of a label that is broken in the middle: 结果 / 纠正. */
const longestHalf = 3;

export function readPiece(reading: DraftReading, at: LabelPiece): void {
  // Words of the form are nothing else but where they are so short that they may be half of some.
  if (at.piece.length > longestHalf && readLabel(reading, at)) return;
  for (const read of pieceReaders) if (read(reading, at)) return;
}

/** A page's number, title or address among the lines of a table. */
const passPage: PieceReader = (reading, { piece, index, column }) =>
  reading.builder.draft !== undefined && isPageFurniture(piece) && reading.isLine({ index, column });

/** A piece of a group's label, one or two characters, between whole rows. */
const passGroupPart: PieceReader = (reading, at) => {
  const { builder } = reading;
  if (builder.draft?.number !== 3 || at.piece.length > 2 || !isBare(reading, at) || !hasHan(at.piece) || !isGroupPart(at.piece))
    return false;
  if (beginsNewRow(reading, at)) return false;
  return builder.row ? builder.filled >= builder.width() : builder.draft.rows.length > 0;
};

/** Whether the piece is the whole label of a row that is still to come, its first figure on the next line: 其他 / 0. */
function beginsNewRow({ builder, grid, text }: DraftReading, { piece, index }: LabelPiece): boolean {
  const meaning = builder.choose(matchExactly(piece), piece);
  const next = grid[index + 1];
  const [cell] = next?.cells ?? [];
  return (
    meaning?.form.kind === 'row' &&
    !builder.hasRow(meaning.form.id) &&
    next?.kind === 'bare' &&
    cell !== undefined &&
    isValue(pieceOf(text, cell))
  );
}

/** What stands in a column that the form does not have: units, numbers of rows. */
const readAdded: PieceReader = ({ added }, { piece, index }) => added.holds(piece, index);

const readDigits: PieceReader = ({ builder }, { piece, cell, index }) => {
  const first = piece.charCodeAt(0);
  if (first < 48 || first > 57 || !isDigits(piece)) return false;
  builder.value(cell, index);
  return true;
};

/** All values of a row in one merged cell, set apart by blanks. */
const readTogether: PieceReader = (reading, { piece, cell, index, column }) => {
  const { builder, text } = reading;
  const line = reading.grid[index] as GridLine;
  if (!builder.draft || cell.shown !== undefined || line.kind === 'bare' || line.kind === 'spaces') return false;
  if (!hasSpace(piece) || !/^\S+(?:\s+\S+)+$/.test(piece)) return false;
  // Blanks may stand between the thousands of one number.
  if (builder.width() === 1 && !piece.includes(';') && /\s\d{3}$/.test(piece)) return false;
  if (!builder.expectsValue() || line.cells.some((other, i) => i > column && other.end > other.start)) return false;
  const words = splitWords(text, cell.start, cell.end, 1);
  if (words.length < 2 || !words.every((word) => isValue(pieceOf(text, word)))) return false;
  builder.valuesTogether(words, index);
  return true;
};

/** Half of a head of table four. */
const readHalfHead: PieceReader = (reading, at) =>
  reading.builder.draft?.number === 4 &&
  at.piece.length <= longestHalf &&
  hasHan(at.piece) &&
  (readJoined(reading, at) || awaitsRest(reading, at, 'column'));

/** A short label. */
const readShortLabel: PieceReader = (reading, at) => at.piece.length <= longestHalf && readLabel(reading, at);

const readLabel: PieceReader = (reading, at) => {
  if (at.piece.length > longestLabel) return false;
  const meanings = matchExactly(at.piece);
  if (meanings.length === 0) return false;
  const meaning = reading.builder.choose(meanings, at.piece);
  if (meaning) reading.label(meaning, at);
  else if (!reading.builder.draft) reading.keepWeak(meanings, at);
  return true;
};

/** The head of a column that the form does not have. */
const readAddedHead: PieceReader = ({ builder, added }, { piece }) => (builder.draft?.rows.length ?? 0) === 0 && added.names(piece);

/** Several labels joined in one cell: groups and the row or column in them, a row with a column, heads run together. */
const readParts: PieceReader = (reading, at) => {
  const { builder } = reading;
  const found = partsOf(at.piece, builder.draft?.number) ?? (builder.draft ? partsOf(at.piece) : undefined);
  if (!found) return false;
  const parts = settled(found);
  const rows = parts.filter(({ form }) => form.kind === 'row');
  const columns = parts.filter(({ form }) => form.kind === 'column');
  const [row, column] = [rows[0], columns[0]];
  if (row && column && rows.length === 1 && columns.length === 1) builder.target(row, column, at);
  else if (row && (row.table !== 4 ? rows.length > 1 || row !== parts.at(-1) || !builder.draft : columns.length > 0)) return false;
  else for (const part of parts) builder.label(part, at, true);
  return true;
};

const readOnlyLabels: PieceReader = (reading, at) => isDivided(at.piece) && readWords(reading, at, true);

/** What follows is read only within a table. */
const passOutside: PieceReader = ({ builder }) => !builder.draft;

/** A label with figures glued to it: the first of the row's, or all of them run together. Its beginning may stand on the lines before. */
const readGlued: PieceReader = (reading, at) => {
  const { builder } = reading;
  const { cell } = at;
  const found = cell.shown === undefined && endsInFigure(at.piece) ? gluedAt(reading, at) : undefined;
  if (!found) return false;
  const { glued, place, meaning } = found;
  const wanted = meaning.form.kind === 'row' ? meaning.form.columns.length : 0;
  const following = reading.valuesBehind(at);
  if (following + 1 > wanted && wanted > 1) return false;
  const start = cell.end - glued.figure.length;
  reading.label(meaning, { ...place, cell: { ...place.cell, end: start, to: start } });
  if (following === 0 && wanted > 1) builder.doubt('glued');
  builder.value({ start, end: cell.end, from: start, to: Math.max(cell.to, cell.end) }, at.index);
  return true;
};

/** The rest of the open row's label with the first of its figures glued to it. */
const readGluedRest: PieceReader = ({ builder }, { piece, cell, index }) => {
  const isOpen = cell.shown === undefined && builder.filled === 0 && builder.row?.form !== undefined;
  const rest = isOpen && isDigit(piece.charCodeAt(piece.length - 1)) ? /^(.*[^\d.])(\d+)$/.exec(piece) : null;
  if (!rest) return false;
  const middle = cell.end - (rest[2] as string).length;
  if (!builder.continuesLabel(rest[1] as string, { ...cell, end: middle, to: middle })) return false;
  builder.value({ start: middle, end: cell.end, from: middle, to: Math.max(cell.to, cell.end) }, index);
  return true;
};

/** The row's label that ends right before the figures at the end of a piece, alone or with the words before it. */
function gluedAt(reading: DraftReading, at: LabelPiece): { glued: Glued; place: CellPlace; meaning: Meaning } | undefined {
  const { builder } = reading;
  const whole = (before: string): Glued | undefined => splitGlued(before + at.piece);
  const joined = builder.pendingBefore(at.index);
  const way = [
    { before: '', place: at as CellPlace },
    ...joined.map(({ piece, ...pending }) => ({ before: piece, place: from(pending, at) })),
  ];
  for (const { before, place } of way) {
    const glued = whole(before);
    const meaning = glued && builder.choose(glued.meanings, glued.label);
    if (glued && meaning?.form.kind === 'row' && (!builder.draft || meaning.table === builder.draft.number))
      return { glued, place, meaning };
  }
  return undefined;
}

/** The place of words that begin where `pending` does. */
function from(pending: Omit<Pending, 'piece'>, at: CellPlace): CellPlace {
  return { cell: { ...at.cell, start: pending.span.start }, index: pending.line, column: pending.column };
}

const readTail: PieceReader = (reading, at) => {
  const { piece, cell } = at;
  const tail = reading.builder.draft?.number === 3 && piece.length <= 2 * longestLabel ? labelTail(piece) : undefined;
  if (!tail) return false;
  reading.label(tail.meaning, { ...at, cell: cell.shown === undefined ? { ...cell, start: cell.start + tail.at } : cell });
  return true;
};

const readProse: PieceReader = (reading, at) => {
  if (at.piece.length <= longestLabel && !(isBare(reading, at) && isSentence(at.piece))) return false;
  reading.builder.prose();
  return true;
};

/** Half of the next row's label, behind a row that has values. */
const readHalfLabel: PieceReader = (reading, at) =>
  (reading.builder.row?.cells.length ?? 0) > 0 &&
  at.piece.length <= longestHalf &&
  hasHan(at.piece) &&
  !isValue(at.piece) &&
  awaitsRest(reading, at, 'row');

/** What programs write where a merged cell goes on or a column does not apply. */
const readFiller: PieceReader = ({ builder }, { piece, cell, index }) => {
  if (!builder.row || piece.length > 4 || !/^(?:nan|null|none|n\/a)$/i.test(piece)) return false;
  builder.value(cell, index);
  return true;
};

/** Words among the values of a row or of table four, as many cells as are wanted with what follows: 无数据, 同上. */
const readWordAmongValues: PieceReader = (reading, at) => {
  const { builder, added } = reading;
  const wanted = builder.wanted();
  if (wanted === undefined || wanted === 0 || added.holdsNotes || at.piece.length > longestWord || isValue(at.piece)) return false;
  // A broken label of the next row is no value.
  if (/^[(（]?[\d一二三四五六七八九十]{1,2}[.．、)）]./.test(at.piece)) return false;
  if (hasHan(at.piece) && builder.draft && matchLoosely(at.piece, builder.draft.number)) return false;
  if (reading.cellsBehind(at, wanted) !== wanted - 1) return false;
  builder.value(at.cell, at.index);
  return true;
};

const readRestOfLabel: PieceReader = ({ builder }, { piece, cell }) => builder.continuesLabel(piece, cell);

const readValue: PieceReader = ({ builder }, { piece, cell, index }) => {
  if (!isValue(piece) || !builder.expectsValue()) return false;
  builder.value(cell, index);
  return true;
};

/** Whether the words before and these together are a label: 补正后申请内容 / 仍不明确. */
const readJoined: PieceReader = (reading, at) => {
  const { builder } = reading;
  for (const pending of builder.pendingBefore(at.index)) {
    const whole = pending.piece + at.piece;
    const meaning = builder.choose(matchExactly(whole), whole);
    if (!meaning) continue;
    reading.label(meaning, from(pending, at));
    return true;
  }
  return false;
};

/** A label that is broken or slightly wrong, with a value behind it. */
const readLooseLabel: PieceReader = (reading, at) => {
  const { builder } = reading;
  const meaning = builder.draft && reading.isFollowedByValue(at) ? matchLoosely(at.piece, builder.draft.number) : undefined;
  if (!meaning || (meaning.form.kind === 'row' && builder.hasRow(meaning.form.id))) return false;
  reading.label(meaning, at);
  return true;
};

const readSomeLabels: PieceReader = (reading, at) => isDivided(at.piece) && readWords(reading, at);

/** Words that stand where a value should. */
const readWordAsValue: PieceReader = (reading, at) => {
  const { builder, added } = reading;
  if (!builder.row || isBare(reading, at) || added.holdsNotes || at.piece.length > longestWord || builder.filled >= builder.width())
    return false;
  if (at.column === firstFilled(reading.lineOf(at)) && reading.isFollowedByValue(at)) return false;
  builder.value(at.cell, at.index);
  return true;
};

const passMark: PieceReader = (_, { piece }) => isMark(piece);

/** Words that no value follows end the row: a note under the table. */
const endRow: PieceReader = (reading, at) => {
  if (!isBare(reading, at) || reading.builder.filled === 0 || reading.isFollowedByValue(at)) return false;
  reading.builder.closeRow();
  return true;
};

const keepWords: PieceReader = ({ builder }, { piece, cell, index, column }) => {
  builder.await({ span: { start: cell.start, end: cell.end }, piece, line: index, column });
  return true;
};

const pieceReaders: readonly PieceReader[] = [
  passPage,
  passGroupPart,
  readAdded,
  readDigits,
  readTogether,
  readHalfHead,
  readShortLabel,
  readAddedHead,
  readOnlyLabels,
  readParts,
  readGlued,
  passOutside,
  readGluedRest,
  readTail,
  readProse,
  readHalfLabel,
  readFiller,
  readRestOfLabel,
  readWordAmongValues,
  readValue,
  readJoined,
  readLooseLabel,
  readSomeLabels,
  readWordAsValue,
  passMark,
  endRow,
  keepWords,
];

/**
 * Several labels in one cell, set apart by spaces: 自然人 法人或其他组织 总计.
 * @param all whether every word must be one.
 */
export function readWords(reading: DraftReading, { cell, index, column }: LabelPiece, all = false): boolean {
  const { text, builder } = reading;
  if (cell.shown !== undefined) return false;
  const words = splitWords(text, cell.start, cell.end, 1).filter((word) => !isMark(pieceOf(text, word)));
  const isKnown = (word: GridCell): boolean => matchExactly(pieceOf(text, word)).length > 0 || partsOf(pieceOf(text, word)) !== undefined;
  if (words.length === 0 || (all && !words.every(isKnown))) return false;
  const known = all ? words.length : words.filter(isKnown).length;
  if (known === 0 || known < words.length / 2) return false;
  for (const word of words) {
    const piece = pieceOf(text, word);
    const meaning = builder.choose(matchExactly(piece), piece);
    if (meaning) reading.label(meaning, { cell: word, index, column });
    else readParts(reading, { piece, cell: word, index, column });
  }
  return true;
}

/** Keeps half of a head of table four, or of the next row's label, whose other half comes next: 结果 / 纠正, 行政 / 强制. */
function awaitsRest(reading: DraftReading, at: LabelPiece, kind: 'column' | 'row'): boolean {
  const { text, grid, builder } = reading;
  const next: GridCell | undefined = reading.lineOf(at).cells[at.column + 1] ?? grid[at.index + 1]?.cells[0];
  if (!next || !hasHan(pieceOf(text, next))) return false;
  const whole = matchExactly(at.piece + pieceOf(text, next));
  if (!whole.some((meaning) => meaning.table === builder.draft?.number && meaning.form.kind === kind)) return false;
  return keepWords(reading, at);
}

function isBare(reading: DraftReading, at: LabelPiece): boolean {
  return reading.lineOf(at).kind === 'bare';
}

function firstFilled(line: GridLine): number {
  return line.cells.findIndex((cell) => cell.end > cell.start);
}
