/**
 * Two lists of blocks that hold parts of the same sections, as one: the sentences of a section stand on one sheet, its table with the
 * heading once more on another. The heading stays once, what stands below it on both comes together.
 */
import { parse } from '../report/parse';
import { compose } from './compose';
import type { Block, Paragraph } from './document';
import { captionIn } from './rows';

interface Part {
  /** Number of the section; 0 above the first heading. */
  readonly section: number;
  readonly heading: Paragraph | undefined;
  readonly blocks: Block[];
}

/** `more` put into `blocks` section by section; undefined where both say something of the same kind in one section. */
export function joinedBySections(blocks: readonly Block[], more: readonly Block[]): readonly Block[] | undefined {
  const parts = partsOf(blocks.flatMap(withCaptionAbove));
  const added = partsOf(more.flatMap(withCaptionAbove));
  for (const own of added) {
    const same = parts.find(({ section }) => section === own.section);
    if (!same) {
      const next = parts.findIndex(({ section }) => section > own.section);
      parts.splice(next < 0 ? parts.length : next, 0, own);
    } else if (own.section === 0) same.blocks.push(...own.blocks.filter((block) => !isTitle(block)));
    else if (saysTheSameKind(same.blocks, own.blocks)) return undefined;
    else same.blocks.push(...own.blocks);
  }
  return parts.flatMap(({ heading, blocks: below }) => (heading ? [heading, ...below] : below));
}

/** A table whose first row is the heading, apart from it. */
function withCaptionAbove(block: Block): Block[] {
  const caption = block.kind === 'table' ? captionIn(block) : undefined;
  if (block.kind !== 'table' || !caption) return [block];
  const { text, origin, runs } = caption;
  return [
    { kind: 'paragraph', text, ...(origin && { origin }), ...(runs && { runs }) },
    { ...block, rows: block.rows.slice(1) },
  ];
}

function isTitle(block: Block): boolean {
  return block.kind === 'paragraph' && /年度报告\s*$/.test(block.text);
}

function saysTheSameKind(a: readonly Block[], b: readonly Block[]): boolean {
  const hasTable = (blocks: readonly Block[]) => blocks.some(({ kind }) => kind === 'table');
  const hasSentence = (blocks: readonly Block[]) => blocks.some((block) => block.kind === 'paragraph' && /[。；]/.test(block.text));
  return (hasTable(a) && hasTable(b)) || (hasSentence(a) && hasSentence(b));
}

function partsOf(blocks: readonly Block[]): Part[] {
  const { text, pieces } = compose(blocks);
  const headings = new Map(parse(text).sections.map(({ heading, form }) => [heading.start, form.number]));
  const starts = pieces.filter(({ inTable }) => !inTable).map(({ start }) => start);
  const parts: Part[] = [];
  let paragraph = 0;
  for (const block of blocks) {
    const section = block.kind === 'paragraph' ? headings.get(starts[paragraph++] ?? -1) : undefined;
    if (section !== undefined && block.kind === 'paragraph') parts.push({ section, heading: block, blocks: [] });
    else if (parts.length === 0) parts.push({ section: 0, heading: undefined, blocks: [block] });
    else (parts.at(-1) as Part).blocks.push(block);
  }
  return parts;
}
