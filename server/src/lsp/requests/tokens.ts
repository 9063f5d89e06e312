/** `textDocument/semanticTokens/full`: headings, labels and figures of tables. */
import { tokens } from '../../features/tokens';
import { toTokenData } from '../convert';
import type { Session } from '../session';

export function serveTokens({ connection, guarded, support, encoding, reading }: Session): void {
  if (!support.tokens) return;
  connection.languages.semanticTokens.on(
    guarded.request('textDocument/semanticTokens/full', ({ textDocument: { uri } }) =>
      reading<{ data: number[] }>(uri, { data: [] }, ({ report, findings }) => ({
        data: encoding.tokensOut(uri, toTokenData(report, tokens(report, findings))),
      })),
    ),
  );
}
