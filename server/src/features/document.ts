/**
 * Checks a document that was opened as text: what is found in the text, less what the reading cannot answer for. Where nobody
 * can tell which figure belongs to which cell, the table is told once and nothing in it is judged; and a workbook of tables
 * alone lacks no sections, nor must its sheets stand in their order.
 */
import type { OpenedDocument } from '../documents/open';
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import { msg } from '../text/message';
import { byPlace, type Span } from '../text/span';
import type { Severities } from './check';

/** `findings` of `report`, which was read from `document`, as they hold for the document. */
export function findingsOfDocument(
  { kind, doubtful, pieces, shown }: Pick<OpenedDocument, 'kind' | 'doubtful' | 'pieces' | 'shown'>,
  report: Report,
  found: readonly Finding[],
  severities: Severities = {},
): readonly Finding[] {
  const findings = found.flatMap((finding) =>
    finding.code === 'missing-table' ? shownInstead(finding, report, { shown, severities }) : [finding],
  );
  const hasUnreadPages = shown.some(({ what }) => what === 'page');
  const told = hasUnreadPages ? findings.filter(({ code }) => !ofAbsence.has(code)) : ofKind(kind, findings, report, pieces);
  const severity = severities['unreadable-table'] ?? 'error';
  const unread = doubtful.flatMap((region) => documentPlaceOf(region, report) ?? []);
  if (unread.length === 0) return told;
  const isUnread = (span: Span) => unread.some(({ start, end }) => start <= span.start && span.start <= end);
  const isAbout = ({ span, code }: Finding) => unread.some(({ caption }) => caption.start === span.start && ofTables.has(code));
  const kept = told.filter(
    (finding) => !isUnread(finding.span) && !isAbout(finding) && !(finding.related ?? []).some((other) => isUnread(other.span)),
  );
  if (severity === 'off') return kept;
  const captions = new Map(unread.map(({ caption, table }) => [caption.start, { caption, table }]));
  const own = [...captions.values()].map(({ caption, table }): Finding => ({
    code: 'unreadable-table',
    severity,
    span: caption,
    message: table.doubt ?? msg('这张表读不准，没有校对其中的数字；请对照原件或用 Word 版'),
  }));
  return [...kept, ...own].sort(byPlace);
}

/** A table that is missing where a picture stands is most likely in it: there, and not to be read. */
function shownInstead(
  finding: Finding,
  { sections }: Report,
  { shown, severities }: Pick<OpenedDocument, 'shown'> & { readonly severities: Severities },
): Finding[] {
  const section = sections.find(({ heading }) => heading.start === finding.span.start);
  const picture = shown.find(({ at }) => section && section.heading.start <= at && at <= section.body.end);
  const severity = severities['unreadable-table'] ?? 'error';
  if (!picture) return [finding];
  if (severity === 'off') return [];
  return [{ code: 'unreadable-table', severity, span: finding.span, message: notRead[picture.what] }];
}

function ofKind(
  kind: OpenedDocument['kind'],
  findings: readonly Finding[],
  report: Report,
  pieces: OpenedDocument['pieces'],
): readonly Finding[] {
  return kind === 'xlsx' ? findings.filter(({ code }) => !isOfSheets(code, report, pieces)) : findings;
}

/** What asks for something that may stand on a page that was not read. */
const ofAbsence = new Set([
  'missing-title',
  'missing-section',
  'missing-row',
  'missing-aspect',
  'missing-fee-statement',
  'missing-accountability',
  'empty-section',
  'thin-problems',
  'truncated-sentence',
  'misplaced-row',
]);

const notRead = {
  picture: msg('这里的表是图片，其中的数读不出来，都没有核对；请换成能编辑的表格'),
  object: msg('这里的表是嵌入的对象（如 Excel 表），没有读，其中的数都没有核对；请换成 Word 自己的表格'),
  page: msg('这里的表在扫描的页里，其中的数读不出来，都没有核对；请换成电子版'),
} as const;

/** Whether a rule asks for what a workbook need not have: sentences beside tables, sheets in the order of the sections. */
function isOfSheets(code: string, { sections }: Report, pieces: OpenedDocument['pieces']): boolean {
  if (code === 'missing-section') return !sections.some(({ form }) => form.table === undefined);
  return code === 'misplaced-section' && new Set(pieces.map(({ origin }) => origin.sheet)).size > 1;
}

/** What is said of a whole table, at its caption or heading. */
const ofTables = new Set([
  'missing-table',
  'missing-row',
  'blank-cell',
  'unreadable-table',
  'outdated-form',
  'misplaced-row',
  'nonstandard-label',
]);

/** A region in doubt with the caption or heading at which it is told; undefined outside of the sections that hold tables. */
function documentPlaceOf(
  region: OpenedDocument['doubtful'][number],
  { tables, sections }: Report,
): ({ readonly caption: Span } & OpenedDocument['doubtful'][number]) | undefined {
  const table = tables.find(({ span }) => span.start < region.end && region.start < span.end);
  const section = sections.findLast(({ heading }) => heading.start <= region.start);
  if (table)
    return {
      ...region,
      start: Math.min(region.start, table.span.start),
      end: Math.max(region.end, table.span.end),
      caption: section?.form.table === undefined ? table.caption : section.heading,
    };
  return section?.form.table === undefined ? undefined : { ...region, caption: section.heading };
}
