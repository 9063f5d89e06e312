/** The sheets of a workbook that LibreOffice saved as one page: each below an anchor `table0`, `table1`, … with its name in the heading. */
import { attribute, contentOf, type Element, isElement, type Node } from '../../table/shown';

export interface SheetPart {
  readonly name: string;
  readonly nodes: readonly Node[];
}

/** The sheets with what stands on them; none where the page is no such workbook. */
export function sheetsOf(roots: readonly Node[]): SheetPart[] {
  const sheets: { name: string; nodes: Node[] }[] = [];
  const anchors = new Set<Element>();
  const tables: { readonly table: Element; readonly anchor: Element }[] = [];
  let open: Element | undefined;
  // Breadth never matters here: anchors and tables are taken in the order of the page.
  const walk = (nodes: readonly Node[], depth: number): void => {
    for (const node of nodes) {
      if (!isElement(node) || depth > 40) continue;
      if (node.tagName === 'a' && /^table\d+$/.test(attribute(node, 'name') ?? '')) {
        open = node;
        anchors.add(node);
      }
      if (node.tagName === 'table' && open) tables.push({ table: node, anchor: open });
      else walk(node.childNodes, depth + 1);
    }
  };
  walk(roots, 0);
  for (const anchor of anchors) {
    const emphasis = firstNamed(anchor, 'em');
    const nodes = tables.filter((one) => one.anchor === anchor).map(({ table }) => table);
    if (emphasis && nodes.length > 0) sheets.push({ name: contentOf(emphasis).trim(), nodes });
  }
  return sheets;
}

function firstNamed(element: Element, name: string): Element | undefined {
  for (const node of element.childNodes.filter(isElement)) {
    const found = node.tagName === name ? node : firstNamed(node, name);
    if (found) return found;
  }
  return undefined;
}
