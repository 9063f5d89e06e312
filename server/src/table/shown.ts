/**
 * What an element of a parsed page shows: its text, and whether it is seen at all, begins a line, or is no part of the text
 * beside it. Goes by the element and its own style; style sheets are not read.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { isHan } from '../text/characters';
import { Code } from '../text/code';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** All that an element shows, white space as it is written. */
export function contentOf(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (!isElement(node)) text += 'value' in node ? node.value : '';
    else if (isGone(node) || isUnseen(node)) continue;
    else if (node.tagName === 'br') text += ' ';
    // What is raised, lowered or struck out is no part of the number beside it.
    else if (isBlock(node) || isApart(node)) text += ` ${contentOf(node)} `;
    else text += contentOf(node);
  }
  return text;
}

/** White space as it is shown: one space, and none where a line of the source ends between two Chinese characters. */
export function collapsed(text: string): string {
  const plain = text.replace(/\u200b|\u200c|\u200d|\u00ad|\ufeff/g, '').trim();
  return plain.replace(/\s+/g, (run, at: number) =>
    /^[ \t]*[\r\n]/.test(run) && !run.includes('\u00a0') && isWide(plain.charCodeAt(at - 1)) && isWide(plain.charCodeAt(at + run.length))
      ? ''
      : ' ',
  );
}

/** A Chinese character or a mark between such. */
function isWide(code: number): boolean {
  return (code > Code.wideSpace && code < 0x303f) || isHan(code) || (code >= 0xff00 && code <= 0xffef);
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

const blocks = new Set(
  'html body address article aside blockquote caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const never = new Set('head title style script template noscript xml select textarea button object svg math del'.split(' '));
const apart = new Set('sup sub s strike'.split(' '));

export function isBlock({ tagName }: Element): boolean {
  return blocks.has(tagName);
}

/** Whether it takes no place: what a program keeps for itself, what was deleted, what is hidden. */
export function isGone(element: Element): boolean {
  return (
    never.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    /(?:^|;)\s*display\s*:\s*none/i.test(attribute(element, 'style') ?? '')
  );
}

/** Whether it takes its place and is not seen. */
export function isUnseen(element: Element): boolean {
  return /(?:^|;)\s*(?:visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attribute(element, 'style') ?? '');
}

function isApart(element: Element): boolean {
  return (
    apart.has(element.tagName) ||
    /(?:^|;)\s*(?:vertical-align\s*:\s*(?:super|sub)|text-decoration(?:-line)?\s*:[^;]*line-through)/i.test(
      attribute(element, 'style') ?? '',
    )
  );
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function numberIn(element: Element, name: string): number | undefined {
  const number = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}
