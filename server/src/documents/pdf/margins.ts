/** Page numbers and running heads: lines in the margins that count pages, or stand at the same place on several. */
import type { TextLine } from './lines';

/** Points that a margin has at least, on paper of any size. */
const narrowest = 60;

export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

const number = /^[\s\-—–－―·•.〇~]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/／、]?\s*共?\s*\d{1,4}\s*页?)?[\s\-—–－―·•.~]*$/;
/** What a browser prints in the margins. */
const printed = /^(?:https?|file):\/\/\S+.*\d+\/\d+$|^\d{4}\/\d{1,2}\/\d{1,2}[ ,]+\d{1,2}:\d\d/;

/** The lines of each page that belong to its text. */
export function withoutMargins(pages: readonly PageLines[]): TextLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const line of page.lines) if (isInMargin(line, page.height)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return pages.map(({ height, lines }) =>
    lines.filter((line) => {
      if (!isInMargin(line, height)) return true;
      if (number.test(line.text) || printed.test(line.text)) return false;
      return (counts.get(keyOf(line)) ?? 0) < Math.max(2, Math.ceil(pages.length / 3));
    }),
  );
}

function isInMargin({ y }: TextLine, height: number): boolean {
  return y < Math.max(height * 0.09, narrowest) || y > height - Math.max(height * 0.1, narrowest);
}

/** The words and the place, whatever number stands in them. */
function keyOf({ text, y }: TextLine): string {
  return `${text.replace(/\d+/g, '#')} ${Math.round(y / 6)}`;
}
