/** How a place of the text is marked that findings are about. */
import type { Finding, Severity } from '../../findings/finding';
import type { Message } from '../../text/message';
import type { Span } from '../../text/span';

export type Say = (message: Message) => string;

/** A finding with its number in the list. */
export interface Numbered extends Span {
  readonly number: number;
  readonly severity: Severity;
  readonly finding: Finding;
}

const ranks: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Attributes of the element that stands for `findings`; empty where there are none. */
export function markOf(findings: readonly Numbered[], more = ''): string {
  const worst = ranks.find((rank) => findings.some(({ severity }) => severity === rank));
  const classes = `${worst ? `mark ${worst}` : ''}${worst && more ? ' ' : ''}${more}`;
  return `${classes ? ` class="${classes}"` : ''}${worst ? ` data-at="${findings.map(({ number }) => number).join(' ')}" tabindex="0"` : ''}`;
}
