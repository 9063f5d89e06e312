/** What the page shows of a file: plain values, in the reader's words. */
import { configName } from '../features/choices/settings';
import { placeOf } from '../documents/place';
import { reviewFileName } from '../features/silence/review-file';
import { type Finding, fixOf } from '../findings/finding';
import { catalogue } from '../rules/index';
import { positionAt } from '../text/lines';
import { msg } from '../text/message';
import type { Say } from '../features/paper/marks';
import type { CopyKind, FileState, ShownFile, ShownFinding } from './messages';
import { normalizing, type OpenedFile, type UnreadableFile, whyUnchecked } from './opened-file';

interface Found {
  /** All that is found in the file, and between it and others. */
  readonly findings: readonly Finding[];
  /** How much more was found of which people decided not to see it. */
  readonly silenced: number;
}

export function shownFile(file: OpenedFile | UnreadableFile, { findings, silenced }: Found, say: Say): ShownFile {
  const { id, name } = file;
  if ('problem' in file) return { id, name, ...nothing, state: 'unreadable', problem: say(file.problem) };
  const { report, draft, document } = file;
  if (!report.recognized) return unrecognized(file, say);
  return {
    id,
    name,
    state: stateOf(findings),
    title: report.title?.text ?? '',
    findings: findings.map((finding) => shownFinding(file, finding, say)),
    notes: [...notesOf(file, say), ...(silenced > 0 ? [say(msg('另有 {0} 处，按 {1} 里的决定不再显示', silenced, reviewFileName))] : [])],
    safe: findings.filter(({ fix }) => fix?.safe === true).length,
    // What is read of a document is in the standard form already.
    normalizable: document ? 0 : normalizing(file).length,
    changed: draft.text !== draft.first,
    copies: copiesOf(file),
  };
}

function unrecognized(file: OpenedFile, say: Say): ShownFile {
  const { id, name, draft } = file;
  const why = whyUnchecked(file, draft.text);
  const problem = why && (why === 'off' ? msg('{0} 关闭了检查，没有校对', configName) : msg('是 nianbao 生成的，没有校对'));
  return {
    id,
    name,
    ...nothing,
    state: 'not-a-report',
    notes: notesOf(file, say),
    changed: draft.text !== draft.first,
    ...(problem && { problem: say(problem) }),
  };
}

const nothing = { title: '', findings: [], notes: [], safe: 0, normalizable: 0, changed: false, copies: [] } as const;

function stateOf(findings: readonly Finding[]): FileState {
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  return findings.some(({ severity }) => severity === 'warning') ? 'warnings' : 'clean';
}

function notesOf({ document }: OpenedFile, say: Say): readonly string[] {
  return document?.notes.map(say) ?? [];
}

/** Text and Word files are saved as what they are; of what else was read or pasted, a copy of another kind is made. */
function copiesOf({ document, isPasted }: OpenedFile): readonly CopyKind[] {
  return [...(isPasted || (document && document.kind !== 'docx') ? [] : (['same'] as const)), 'docx', 'html', 'md', 'txt'];
}

const titles: ReadonlyMap<string, string> = new Map(catalogue.map(({ id, title }) => [id, title]));

function shownFinding(file: OpenedFile, finding: Finding, say: Say): ShownFinding {
  const { code, severity, message, span, related = [] } = finding;
  const fix = fixOf(finding);
  const title = titles.get(code);
  return {
    code,
    severity,
    message: say(message),
    rule: title === undefined ? code : say(msg(title)),
    place: placeWords(file, span, say),
    start: span.start,
    end: span.end,
    related: related.filter(({ elsewhere }) => elsewhere === undefined).map((one) => ({ start: one.span.start, end: one.span.end })),
    elsewhere: related.flatMap(({ elsewhere, message: words, span: { start } }) =>
      elsewhere ? [{ name: elsewhere.path, message: say(words), start }] : [],
    ),
    ...(fix && { fix: { title: say(fix.title), safe: fix.safe } }),
  };
}

function placeWords({ document, report }: OpenedFile, span: Finding['span'], say: Say): string {
  const words = placeOf(document ?? { pieces: [] }, report, span)
    .map(say)
    .join(' · ');
  if (document) return words;
  const line = say(msg('第{0}行', positionAt(report.lines, span.start).line + 1));
  return words === '' ? line : `${words} · ${line}`;
}
