/**
 * Finds the article in a web page: the smallest element that holds the headings of a report and its tables, and the title
 * above it. What stands around it (menus, places, counters, footers) is the page's and no part of the report.
 */
import { sections } from '../../report/form/form';
import { contentOf, type Element, isElement, isGone, type Node } from '../../table/shown';

export interface Article {
  /** The title, if it stands outside of the article itself. */
  readonly title: string | undefined;
  readonly nodes: readonly Node[];
  /** Whether words of the page stand outside. */
  readonly leavesWords: boolean;
}

const numbered = /^\s*(?:[一二三四五六]|[1-6])\s*[、.．]\s*\S{0,30}(?:情况|事项|公开|概述|措施|问题)/;
/** Headings whose numbers a list writes. */
const names = new Set(sections.flatMap(({ name, formerly }) => [name, formerly ?? name]));
const never = new Set('nav footer aside header form'.split(' '));
const deepest = 400;

/** @param roots the page's top nodes. */
export function findArticle(roots: readonly Node[]): Article {
  const body = bodyOf(roots);
  const paths = pathsOfMarks(body);
  const shared = wholeTable(outsideOfLists(commonPath(paths)));
  const root = shared.at(-1);
  const nodes = root?.tagName === 'table' ? [root] : (root?.childNodes ?? body);
  if (!root || root.tagName === 'body') return { title: undefined, nodes, leavesWords: false };
  const outside = wordsOutside(body, root);
  const isRepeated = outside.title !== undefined && firstWords(root).includes(outside.title.replace(/\s+/g, ''));
  return { title: isRepeated ? undefined : outside.title, nodes, leavesWords: outside.hasWords };
}

function bodyOf(roots: readonly Node[]): readonly Node[] {
  for (const node of roots) {
    if (!isElement(node)) continue;
    if (node.tagName === 'body') return [node];
    const inside = bodyOf(node.tagName === 'html' ? node.childNodes : []);
    if (inside.length > 0) return inside;
  }
  return [];
}

/** The elements around each heading of a report and each table that holds one of its words, the outermost first. */
function pathsOfMarks(body: readonly Node[]): Element[][] {
  const paths: Element[][] = [];
  const walk = (nodes: readonly Node[], path: readonly Element[]) => {
    if (path.length > deepest) return;
    for (const node of nodes) {
      if (!isElement(node) || isGone(node) || never.has(node.tagName) || node.tagName === 'a') continue;
      if (node.tagName === 'table' && isOfReport(node)) paths.push([...path]);
      else if (isLeaf(node) && isHeading(contentOf(node))) paths.push([...path]);
      else walk(node.childNodes, [...path, node]);
    }
  };
  walk(body, []);
  return paths;
}

function isHeading(words: string): boolean {
  return numbered.test(words) || names.has(words.trim());
}

function isOfReport(table: Element): boolean {
  const words = contentOf(table).replace(/\s+/g, '');
  // A table that lays out the whole page holds headings too: its cells are looked into.
  return (
    /本年新收|结转下年度|尚未审结|规范性文件|本年处理决定/.test(words) && !/[一二三四五六]、\S{0,12}(?:总体情况|问题|事项)/.test(words)
  );
}

/** Whether an element holds words and no other paragraphs. */
function isLeaf({ tagName, childNodes }: Element): boolean {
  return (
    !/^(?:body|table|tbody|tr|ul|ol)$/.test(tagName) &&
    !childNodes.some(
      (node) =>
        isElement(node) &&
        /^(?:div|p|table|ul|ol|section|article|h[1-6]|td|tr|tbody|center|blockquote|dl|font|ucapcontent|span)$/.test(node.tagName) &&
        (!/^(?:font|span|ucapcontent)$/.test(node.tagName) || !isLeaf(node)),
    )
  );
}

function commonPath(paths: readonly (readonly Element[])[]): readonly Element[] {
  const [first, ...others] = paths;
  if (!first) return [];
  let length = first.length;
  for (const path of others) {
    let same = 0;
    while (same < length && path[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length);
}

/** The path without the list whose item the only heading is: what stands below the heading stands below the list. */
function outsideOfLists(path: readonly Element[]): readonly Element[] {
  const inside = path.findLastIndex(({ tagName }) => !/^(?:li|ol|ul)$/.test(tagName));
  return path.slice(0, inside + 1);
}

/** The path up to a table that holds all of the report in its own cells, as a sheet saved as a page does: rows alone would be no table. */
function wholeTable(path: readonly Element[]): readonly Element[] {
  const at = path.findLastIndex(({ tagName }) => tagName === 'table');
  const isInRows = at >= 0 && path.slice(at + 1).every(({ tagName }) => /^(?:tbody|thead|tr)$/.test(tagName));
  return isInRows && !holdsTable(path[at] as Element) ? path.slice(0, at + 1) : path;
}

function holdsTable({ childNodes }: Element): boolean {
  return childNodes.some((node) => isElement(node) && (node.tagName === 'table' || holdsTable(node)));
}

function firstWords(root: Element): string {
  return contentOf(root).replace(/\s+/g, '').slice(0, 200);
}

/** The last title before the article, and whether there are other words. */
function wordsOutside(body: readonly Node[], article: Element): { readonly title: string | undefined; readonly hasWords: boolean } {
  let title: string | undefined;
  let hasWords = false;
  let passed = false;
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node === article) passed = true;
      else if (!isElement(node)) hasWords ||= 'value' in node && node.value.trim() !== '';
      else if (!isGone(node)) {
        const words = passed || !isLeaf(node) || node.tagName === 'a' ? '' : contentOf(node).replace(/\s+/g, ' ').trim();
        const isTitle = /^.{0,40}20\d\d\s*年.{0,10}政府信息公开.{0,6}报告$/.test(words);
        if (isTitle) title = words;
        else walk(node.childNodes);
      }
    }
  };
  walk(body);
  return { title, hasWords };
}
