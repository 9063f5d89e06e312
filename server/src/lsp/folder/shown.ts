/** What is told of a file of the folder: its own findings and those between files, less what was silenced or decided. */
import { withBetween } from '../../features/check-between';
import { review } from '../../features/silence/fingerprints';
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { hashOf } from '../../text/hash';
import type { FolderFile } from './folder-file';

export interface Shown {
  readonly findings: readonly Finding[];
  /** Those and the ones that are not shown. */
  readonly all: readonly Finding[];
  /** How many are not shown because it was decided so beside the text. */
  readonly silenced: number;
  /** The same for the same findings at the same places. */
  readonly id: string;
}

/** @param report gives the report, asked for only where it is needed. */
export function shownOf(file: FolderFile, between: readonly Finding[], report: () => Report): Shown {
  const { own, settings } = file;
  const all = between.length === 0 ? own : withBetween(report(), own, between, settings);
  const { decisions } = settings;
  const { findings, silenced } = decisions.length === 0 ? { findings: all, silenced: [] } : review(report(), all, decisions);
  return { findings, all, silenced: silenced.length, id: findings.length === 0 ? 'none' : idOf(file, findings) };
}

function idOf({ lines }: FolderFile, findings: readonly Finding[]): string {
  const told = findings.map(({ code, severity, span, message, related = [] }) => [
    code,
    severity,
    span.start,
    span.end,
    message,
    related.flatMap(({ elsewhere, span: other }) => (elsewhere ? [elsewhere.path, other.start] : [])),
  ]);
  return hashOf(JSON.stringify([lines.length, lines.starts.length, told]));
}
