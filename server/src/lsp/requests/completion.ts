/** Completion over the protocol. What is offered is decided by the feature; here it is only put into the client's terms. */
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat } from '../library';
import { type Figures, figuresOf } from '../../collection/figures';
import { complete, type CompletionOptions } from '../../features/completion/completion';
import { plain } from '../../features/new-report';
import type { Offer } from '../../features/completion/offer';
import type { SentencePiece } from '../../features/completion/stock-sentences';
import type { Report } from '../../report/report';
import { offsetAt, rangeOf } from '../../text/lines';
import { format } from '../../text/message';
import type { Translate } from '../language';
import type { Session } from '../session';
import { targetFor } from '../normalize-settings';

interface CompletionContext extends CompletionOptions {
  readonly report: Report;
  /** Whether the client knows places to be filled in. */
  readonly snippets: boolean;
  readonly translate: Translate;
}

const kinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  heading: CompletionItemKind.Module,
  row: CompletionItemKind.Field,
  table: CompletionItemKind.Struct,
  sentence: CompletionItemKind.Snippet,
  directive: CompletionItemKind.Snippet,
  rule: CompletionItemKind.EnumMember,
};

export function serveCompletion({ connection, guarded, support: { snippets }, translate, read, about, lastYear }: Session): void {
  connection.onCompletion(
    guarded.request('textDocument/completion', ({ textDocument: { uri }, position }) =>
      about<CompletionList | null>(uri, null, (document, known) => {
        if (!known.enable) return null;
        const { languageId } = document;
        const report = read.report(document);
        const before = lastYear.of(uri, report)?.report;
        const context: CompletionContext = {
          report,
          ...(before && { carried: carriedBy(before) }),
          target: targetFor(languageId, known.normalize),
          findings: () => read.check(document, known).findings,
          snippets,
          translate,
          ...(languageId === 'markdown' && { form: 'comment' }),
        };
        return completionList(context, position);
      }),
    ),
  );
}

/** What last year's report carried forward, by column; its figures are read when one is asked for. */
function carriedBy(before: Report): NonNullable<CompletionOptions['carried']> {
  let figures: Figures | undefined;
  return (column) => (figures ??= figuresOf(before))[`转出.${column}`]?.digits;
}

/** The answer to `textDocument/completion`. More characters can only rule out what is offered, but words of rules' names begin anywhere. */
function completionList(context: CompletionContext, position: Position): CompletionList {
  const offers = complete(context.report, offsetAt(context.report.lines, position), context);
  return { isIncomplete: offers.some(({ kind }) => kind === 'rule'), items: offers.map((offer, index) => toItem(context, offer, index)) };
}

function toItem({ report, snippets, translate }: CompletionContext, offer: Offer, index: number): CompletionItem {
  const { kind, label, shown, detail, documentation, filter, pieces, span } = offer;
  const asSnippet = snippets && pieces.some((piece) => typeof piece !== 'string');
  return {
    label: shown ? format(shown, translate) : label,
    kind: kinds[kind],
    detail: format(detail, translate),
    documentation: format(documentation, translate),
    sortText: String(index).padStart(3, '0'),
    filterText: filter,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(report.lines, span), newText: asSnippet ? snippet(pieces) : plain(pieces) },
  };
}

/** In the snippet syntax: `${1:0}` for each place, the end after all of them. */
function snippet(pieces: readonly SentencePiece[]): string {
  let stops = 0;
  const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  return pieces.map((piece) => (typeof piece === 'string' ? escape(piece) : `\${${++stops}:${escape(piece.stop)}}`)).join('');
}
