/**
 * What a page of a PDF draws, as far as reading goes: characters with their places, and straight lines. Taken from the page's
 * drawing instructions, which hold each character by itself: text as the library joins it may run over the edge of a cell.
 * All places in points, y downwards from the top of the page as it is shown. Which of it is seen, `seen` tells.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Marks, PageContent } from './content';
import type { Matrix } from './matrix';
import { type LayerFilter, type Operators, Reader, type Sources } from './reader';
import { seenOf } from './seen';
import type { Font } from './state';

interface Annotation {
  readonly id: string;
  readonly subtype: unknown;
}

/** What people fill in; the other annotations of a page (stamps, marks, comments) lie over its text. */
const content: ReadonlySet<unknown> = new Set(['Widget', 'FreeText']);

export async function readPage(page: PDFPageProxy, ops: Operators, isShown: LayerFilter): Promise<PageContent> {
  const view = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks: Marks = { glyphs: [], rules: [], areas: [], pictures: [], figures: 0, unknown: 0 };
  const annotations = fnArray.includes(ops['beginAnnotation'] as number) ? ((await page.getAnnotations()) as Annotation[]) : [];
  const own = new Set(annotations.filter(({ subtype }) => content.has(subtype)).map(({ id }) => id));
  const sources: Sources = { font: (name) => fontOf(page, name), isShown, isContent: (id) => own.has(String(id)) };
  const reader = new Reader(marks, ops, view.transform as unknown as Matrix, sources);
  for (let i = 0; i < fnArray.length; i++) reader.run(fnArray[i] as number, (argsArray[i] ?? []) as unknown[]);
  reader.end();
  return seenOf(marks, view.width, view.height);
}

function fontOf(page: PDFPageProxy, name: string): Font | undefined {
  try {
    return page.commonObjs.get(name) as Font;
  } catch {
    return undefined;
  }
}
