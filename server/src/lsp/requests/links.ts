/**
 * Go to definition and find references over the protocol: the ways between the figures of sentences and the cells of
 * tables, in the client's terms. All places are in the document that is asked about.
 */
import type { Location, LocationLink, Position } from 'vscode-languageserver';
import { definition, references } from '../../features/links';
import { offsetAt } from '../../text/lines';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveLinks({ connection, guarded, support, reading }: Session): void {
  connection.onDefinition(
    guarded.request('textDocument/definition', ({ textDocument: { uri }, position }) =>
      reading<LocationLink[] | Location[] | null>(uri, null, (document) => answerDefinition(document, position, support.definitionLinks)),
    ),
  );
  connection.onReferences(
    guarded.request('textDocument/references', ({ textDocument: { uri }, position, context }) =>
      reading<Location[]>(uri, [], (document) => answerReferences(document, position, context?.includeDeclaration === true)),
    ),
  );
}

/**
 * `textDocument/definition`.
 * @param links whether the client takes links, which tell the origin and the row; others get bare places.
 */
function answerDefinition({ uri, report }: ReadDocument, position: Position, links: boolean): LocationLink[] | Location[] | null {
  const found = definition(report, offsetAt(report.lines, position));
  if (!found) return null;
  const { origin, targets } = found;
  if (!links) return targets.map(({ span }) => ({ uri, range: toRange(report.lines, span) }));
  return targets.map(({ span, extent }) => ({
    originSelectionRange: toRange(report.lines, origin),
    targetUri: uri,
    targetRange: toRange(report.lines, extent),
    targetSelectionRange: toRange(report.lines, span),
  }));
}

/** `textDocument/references`. */
function answerReferences({ uri, report }: ReadDocument, position: Position, includeDeclaration: boolean): Location[] {
  return references(report, offsetAt(report.lines, position), includeDeclaration).map((span) => ({
    uri,
    range: toRange(report.lines, span),
  }));
}
