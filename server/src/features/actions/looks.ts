/**
 * Entries of the light bulb that change nothing but lead somewhere: to what only the writer can type, and to the columns of a row whose
 * values do not fit them. For clients that can select a place and show a hover.
 */
import type { Finding } from '../../findings/finding';
import { withColumns } from '../../findings/ragged-columns';
import { type Message, msg } from '../../text/message';
import { meet, type Span } from '../../text/span';
import type { Known } from './action';

export interface Look {
  readonly title: Message;
  /** `selection`: the span is selected, to be typed over. `hover`: what is shown over the beginning of the span. */
  readonly shows: 'selection' | 'hover';
  readonly span: Span;
  readonly finding: Finding;
}

/** Those for the findings at `span`, in their order. */
export function looksAt({ report, findings }: Known, span: Span): readonly Look[] {
  if (!report.recognized) return [];
  return findings
    .filter((finding) => meet(finding.span, span))
    .flatMap((finding): Look[] => {
      const { toType } = finding;
      if (toType) return [{ title: toType.title, shows: 'selection', span: toType.span, finding }];
      const row = report.tables.flatMap((table) =>
        table.ragged.filter((ragged) => ragged.span === finding.span && withColumns(report, table, ragged) !== undefined),
      )[0];
      return row ? [{ title: msg('看这一行各个数对着哪一栏'), shows: 'hover', span: finding.span, finding }] : [];
    });
}
