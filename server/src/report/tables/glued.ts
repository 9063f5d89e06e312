/** A label and the figure that stands right behind it, as some programs take them out of a page: 1.属于国家秘密15. */
import { matchExactly, type Meaning } from './labels';

export interface Glued {
  readonly label: string;
  readonly figure: string;
  readonly meanings: readonly Meaning[];
}

const longest = 64;

/** The label of a row and the figure in `piece`; undefined if it is not made of them. */
export function splitGlued(piece: string): Glued | undefined {
  if (piece.length > longest || !endsInFigure(piece)) return undefined;
  let at = piece.length;
  while (at > 0 && isFigure(piece.charCodeAt(at - 1))) at--;
  if (at < 2) return undefined;
  const label = piece.slice(0, at).trimEnd();
  const meanings = matchExactly(label).filter(({ form }) => form.kind === 'row');
  return meanings.length > 0 ? { label, figure: piece.slice(at), meanings } : undefined;
}

/** Whether a figure stands at the end of `piece`. */
export function endsInFigure(piece: string): boolean {
  return isFigure(piece.charCodeAt(piece.length - 1));
}

function isFigure(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46;
}
