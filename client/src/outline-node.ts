/** The items of the view 年报提纲 as the server sends them, and which of them is at the cursor. Knows nothing of VS Code. */
import type { Position } from 'vscode-languageclient';
import type { OutlineNode } from '../../server/src/lsp/protocol';

export type Node = OutlineNode;

/** The innermost of `nodes` on whose lines the cursor stands. */
export function nodeAt(nodes: readonly Node[], cursor: Position): Node | undefined {
  let found: Node | undefined;
  for (let inner = onLine(nodes, cursor); inner; inner = onLine(inner.children, cursor)) found = inner;
  return found;
}

/** A section ends where the next heading begins, so two may share a line: the one that begins on it is meant. */
function onLine(nodes: readonly Node[], { line, character }: Position): Node | undefined {
  let best: Node | undefined;
  let start: Position | undefined;
  for (const node of nodes) {
    if (!node.extent || line < node.extent.start.line || node.extent.end.line < line) continue;
    const own = node.extent.start;
    if (start && (own.line < start.line || (own.line === start.line && (own.character <= start.character || own.character > character))))
      continue;
    best = node;
    start = own;
  }
  return best;
}
