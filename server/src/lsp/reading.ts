/**
 * The requests that help to read and work on tables: hover, hints behind totals, lenses over tables, what belongs
 * together, folds, selection ranges, symbols of the workspace, the tree of the outline, where the cursor is. Each answer
 * is one feature's value put into the protocol's words.
 */
import type {
  CodeLens,
  DocumentHighlight,
  FoldingRange,
  Hover as HoverAnswer,
  InlayHint,
  Range,
  SelectionRange,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { DocumentHighlightKind, FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import { folds } from '../features/folding';
import { cursorText, selectionText, sumOfSelection } from '../features/status-bar';
import { highlights } from '../features/highlights';
import { hover } from '../features/hover/hover';
import { inlayHints } from '../features/inlay-hints';
import { lenses } from '../features/lenses';
import { tableAt } from '../features/locate';
import { outline } from '../features/outline/outline';
import type { OutlineItem } from '../features/outline/outline-items';
import { recompute, recomputeEdits } from '../features/actions/recompute';
import { selectionRanges } from '../features/selection-ranges';
import { matchesQuery, workspaceSymbols } from '../features/workspace-symbols';
import type { Report } from '../report/report';
import type { Finding } from '../findings/finding';
import type { TextEdit as Edit } from '../text/edit';
import { offsetAt, type Position, positionAt } from '../text/lines';
import { format } from '../text/message';
import type { Span } from '../text/span';
import { toRange } from './convert';
import type { Translate } from './language';

/** A document as these answers need it. */
export interface ReadDocument {
  readonly uri: string;
  readonly version: number;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly translate: Translate;
}

/** An item of the outline as it is sent: spans as ranges, words in the reader's language. */
export interface OutlineNode extends Pick<OutlineItem, 'id' | 'kind' | 'state' | 'severity' | 'counts' | 'actions'> {
  readonly label: string;
  readonly description?: string;
  readonly range?: Range;
  readonly extent?: Range;
  readonly edit?: WorkspaceEdit;
  readonly children: readonly OutlineNode[];
}

/** What `nianbao/cursor` answers: where the cursor is, and what the selected figures add up to. */
export interface CursorAnswer {
  readonly place?: string;
  readonly sum?: string;
}

const highlightKinds = {
  total: DocumentHighlightKind.Write,
  part: DocumentHighlightKind.Read,
  mention: DocumentHighlightKind.Text,
} as const;

export function answerHover({ report, findings, translate }: ReadDocument, position: Position): HoverAnswer | null {
  const found = hover(report, offsetAt(report.lines, position), findings);
  if (!found) return null;
  const value = found.markdown.map((lines) => lines.map((line) => format(line, translate)).join('  \n')).join('\n\n');
  return { contents: { kind: 'markdown', value }, range: toRange(report.lines, found.span) };
}

export function answerHighlights({ report }: ReadDocument, position: Position): DocumentHighlight[] {
  return highlights(report, offsetAt(report.lines, position)).map(({ span, kind }) => ({
    range: toRange(report.lines, span),
    kind: highlightKinds[kind],
  }));
}

export function answerFolds({ report }: ReadDocument): FoldingRange[] {
  return folds(report).map(({ start, end }) => ({ startLine: start, endLine: end, kind: FoldingRangeKind.Region }));
}

export function answerSelectionRanges({ report }: ReadDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const spans = selectionRanges(report, offsetAt(report.lines, position));
    const nested = [...spans]
      .reverse()
      .reduce<SelectionRange | undefined>((parent, span) => ({ range: toRange(report.lines, span), ...(parent && { parent }) }), undefined);
    return nested ?? { range: { start: position, end: position } };
  });
}

export function answerInlayHints({ report, translate }: ReadDocument, range: Range): InlayHint[] {
  const from = offsetAt(report.lines, range.start);
  const to = offsetAt(report.lines, range.end);
  return inlayHints(report)
    .filter(({ offset }) => from <= offset && offset <= to)
    .map(({ offset, label, tooltip }) => ({
      position: positionAt(report.lines, offset),
      label,
      paddingLeft: true,
      tooltip: tooltip.map((line) => format(line, translate)).join('\n'),
    }));
}

export function answerLenses({ uri, report, translate }: ReadDocument): CodeLens[] {
  return lenses(report).map(({ span, title, command, target }) => ({
    range: toRange(report.lines, { start: span.start, end: span.start }),
    command: { title: format(title, translate), command: command ?? '', arguments: [uri, toRange(report.lines, target)] },
  }));
}

/** The edit that recomputes the totals of the table at `position`, or of all tables; null where all are right. */
export function answerRecompute({ uri, version, report }: ReadDocument, position: Position | undefined): WorkspaceEdit | null {
  const table = position && tableAt(report, offsetAt(report.lines, position));
  const edits = recomputeEdits(report, recompute(report, table ? { kind: 'table', table } : { kind: 'report' }));
  return edits.length === 0 ? null : editOf(uri, version, report, edits);
}

function editOf(uri: string, version: number, report: Report, edits: readonly Edit[]): WorkspaceEdit {
  return {
    documentChanges: [
      {
        textDocument: { uri, version },
        edits: edits.map(({ span, newText }): TextEdit => ({ range: toRange(report.lines, span), newText })),
      },
    ],
  };
}

export function answerOutline({ uri, version, report, findings, translate }: ReadDocument): OutlineNode[] {
  const range = (span: Span): Range => toRange(report.lines, span);
  const node = ({
    label,
    description,
    span,
    extent,
    fix,
    children,
    id,
    kind,
    state,
    severity,
    counts,
    actions,
  }: OutlineItem): OutlineNode => ({
    id,
    kind,
    state,
    counts,
    actions,
    ...(severity && { severity }),
    label: format(label, translate),
    ...(description && { description: format(description, translate) }),
    ...(span && { range: range(span) }),
    ...(extent && { extent: range(extent) }),
    ...(fix && { edit: editOf(uri, version, report, fix.edits) }),
    children: children.map(node),
  });
  return outline(report, findings).map(node);
}

export function answerCursor({ report, translate }: ReadDocument, selections: readonly Range[]): CursorAnswer {
  const first = selections[0];
  if (!first || !report.recognized) return {};
  const place = cursorText(report, offsetAt(report.lines, first.end));
  const sum = sumOfSelection(
    report,
    selections.map(({ start, end }) => ({ start: offsetAt(report.lines, start), end: offsetAt(report.lines, end) })),
  );
  return { ...(place && { place: format(place, translate) }), ...(sum && { sum: format(selectionText(sum), translate) }) };
}

/** Symbols of one document that fit `query`. */
export function answerWorkspaceSymbols({ uri, report }: ReadDocument, query: string): WorkspaceSymbol[] {
  const fallback = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return workspaceSymbols(report, fallback)
    .filter(({ name }) => matchesQuery(name, query))
    .map(({ name, kind, span }) => ({
      name,
      kind: kind === 'report' ? SymbolKind.File : SymbolKind.Struct,
      location: { uri, range: toRange(report.lines, span) },
    }));
}
