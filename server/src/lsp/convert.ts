/**
 * From our values to those of the protocol. Positions count from 0 in UTF-16 units on both sides; spans are offsets.
 */
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DocumentSymbol,
  Range,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { DiagnosticSeverity, SymbolKind } from './library';
import type { Status as StatusOfText } from '../features/status';
import type { ReportSymbol } from '../features/symbols';
import type { Token } from '../features/tokens';
import { tokenModifiers, tokenTypes } from '../features/tokens';
import type { Report } from '../report/report';
import type { Finding, Severity } from '../findings/finding';
import type { TextEdit as Edit } from '../text/edit';
import { lineAt, rangeOf } from '../text/lines';
import type { LineIndex } from '../text/lines';
import { format } from '../text/message';
import type { Span } from '../text/span';
import type { Translate } from './language';
import type { Status } from './protocol';

export interface DiagnosticContext {
  readonly uri: string;
  readonly report: Pick<Report, 'lines'>;
  /** Base URI of the rules' pages. */
  readonly pages: string;
  readonly relatedInformation: boolean;
  readonly translate: Translate;
  /** The address of another report of the folder, by its path there. */
  readonly uriOf?: (path: string) => string | undefined;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const symbolKinds: Readonly<Record<ReportSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  table: SymbolKind.Struct,
  row: SymbolKind.Field,
};

/** A finding as diagnostic, with the link to its rule's page. The link is sent to every client: it asks nothing of them. */
export function toDiagnostic(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { uri, report, pages, relatedInformation, translate } = context;
  const diagnostic: Diagnostic = {
    range: toRange(report.lines, finding.span),
    severity: severities[finding.severity],
    source: 'nianbao',
    code: finding.code,
    codeDescription: { href: `${pages}/${finding.code}.md` },
    message: format(finding.message, translate),
  };
  // The cells that belong to it are highlighted; a list of them in every finding would bury the next one.
  const causes = (finding.causes ?? []).slice(0, 1).map(({ span, message }) => ({
    location: { uri, range: toRange(report.lines, span) },
    message: format(message, translate),
  }));
  const related = relatedInformation ? [...causes, ...relatedElsewhere(finding, context)] : [];
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** The places in other files that belong to a finding; of a long list the first few. */
function relatedElsewhere({ related = [] }: Finding, { uriOf, translate }: DiagnosticContext): DiagnosticRelatedInformation[] {
  const found = related.flatMap(({ span, message, elsewhere }) => {
    const uri = elsewhere && uriOf?.(elsewhere.path);
    return !elsewhere || uri === undefined
      ? []
      : [{ location: { uri, range: toRange(elsewhere.lines, span) }, message: format(message, translate) }];
  });
  return found.slice(0, mostElsewhere);
}

const mostElsewhere = 20;

export function toDocumentSymbol(lines: LineIndex, symbol: ReportSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: toRange(lines, symbol.span),
    selectionRange: toRange(lines, symbol.selection),
    children: symbol.children.map((child) => toDocumentSymbol(lines, child)),
  };
}

/** The tree as a list, for clients that know no nesting; each symbol names its parent. */
export function toSymbolInformation(lines: LineIndex, uri: string, symbol: ReportSymbol, parent?: string): SymbolInformation[] {
  const own: SymbolInformation = {
    name: symbol.name,
    kind: symbolKinds[symbol.kind],
    location: { uri, range: toRange(lines, symbol.span) },
    ...(parent === undefined ? {} : { containerName: parent }),
  };
  return [own, ...symbol.children.flatMap((child) => toSymbolInformation(lines, uri, child, symbol.name))];
}

/**
 * Tokens in the protocol's encoding: five numbers each, relative to the token before. Tokens over several lines are cut
 * at the lines' ends, because most clients show no others.
 */
export function toTokenData({ text, lines }: Pick<Report, 'text' | 'lines'>, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const { span, type, wrong } of tokens) {
    const end = lineAt(lines, span.end);
    for (let line = lineAt(lines, span.start); line <= end; line++) {
      const lineStart = lines.starts[line] ?? 0;
      const start = Math.max(span.start, lineStart);
      const length = lengthOnLine(text, start, Math.min(span.end, lines.starts[line + 1] ?? lines.length));
      if (length === 0) continue;
      const character = start - lineStart;
      data.push(
        line - lastLine,
        line === lastLine ? character - lastCharacter : character,
        length,
        tokenTypes.indexOf(type),
        wrong ? wrongBit : 0,
      );
      lastLine = line;
      lastCharacter = character;
    }
  }
  return data;
}

export function toStatusParams(uri: string, { why, ...counts }: StatusOfText, translate: Translate, left?: string): Status {
  return { uri, ...counts, why: format(why, translate), ...(left !== undefined && { left }) };
}

export function toRange(lines: LineIndex, span: Span): Range {
  return rangeOf(lines, span);
}

/** Edits of one version of a document. */
export function toWorkspaceEdit(
  { uri, version, report }: { readonly uri: string; readonly version: number | null; readonly report: Pick<Report, 'lines'> },
  edits: readonly Edit[],
): WorkspaceEdit {
  const changes = edits.map(({ span, newText }): TextEdit => ({ range: toRange(report.lines, span), newText }));
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** The last part of an address, as people read it; as it is where it is not rightly written. */
export function nameIn(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Modifiers are one bit each, in the order of the legend. */
const wrongBit = 1 << tokenModifiers.indexOf('nianbaoWrong');

/** Length of `text` from `start` to `end` without the line break at its end. */
function lengthOnLine(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text[last - 1] === '\n' || text[last - 1] === '\r')) last--;
  return last - start;
}
