/** `textDocument/foldingRange`: sections and tables. */
import type { FoldingRange } from 'vscode-languageserver';
import { FoldingRangeKind } from '../library';
import { folds } from '../../features/folding';
import type { ReadDocument, Session } from '../session';

export function serveFolding({ connection, guarded, reading }: Session): void {
  connection.onFoldingRanges(
    guarded.request('textDocument/foldingRange', ({ textDocument: { uri } }) => reading<FoldingRange[]>(uri, [], answerFolds)),
  );
}

function answerFolds({ report }: ReadDocument): FoldingRange[] {
  return folds(report).map(({ start, end }) => ({ startLine: start, endLine: end, kind: FoldingRangeKind.Region }));
}
