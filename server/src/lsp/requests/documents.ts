/**
 * `nianbao/readDocument`: a Word file, workbook, PDF or web page as it is read, with what is found in it; `nianbao/export`: the
 * report of an open document written in another way. Files are read and written by the client, wherever they lie.
 */
import { placeOf } from '../../documents/place';
import { documentSource } from '../../documents/source';
import { fromBase64, toBase64 } from '../base64';
import { writeExport } from '../../documents/writing/write';
import { exportBlocks } from '../../features/convert';
import { findingsOfDocument } from '../../features/document';
import { mendWordFile } from '../../features/mend-document';
import { paperHtml } from '../../features/paper/paper';
import { checkUnsilenced } from '../../features/silence/silence';
import type { Finding } from '../../findings/finding';
import { parse } from '../../report/parse';
import type { Report } from '../../report/report';
import { format, msg, type Message } from '../../text/message';
import { nameIn, toDiagnostic } from '../convert';
import { answer } from '../own';
import type { DocumentAnswer, DocumentParams, MendAnswer, MendParams } from '../protocol';
import type { Session } from '../session';

export function serveOfficeFiles(session: Session): void {
  const { about, read } = session;
  answer(session, 'nianbao/readDocument', (params) => readDocument(session, params));
  answer(session, 'nianbao/mendDocument', (params) => mendDocument(session, params));
  answer(session, 'nianbao/export', async ({ uri, kind }) => {
    const report = await about(uri, undefined, (document) => read.report(document));
    if (!report) return {};
    return { content: toBase64(await writeExport(exportBlocks(report), kind, report.title?.text ?? nameIn(uri))) };
  });
}

async function readDocument({ settingsOf, translate, pages }: Session, { uri, content }: DocumentParams): Promise<DocumentAnswer> {
  const say = (message: Message): string => format(message, translate);
  const name = nameIn(uri);
  const source = await documentSource(name, fromBase64(content));
  if ('problem' in source) return { problem: say(source.problem) };
  const { text, document } = source;
  const { enable, severities, rules } = await settingsOf(uri);
  const report = parse(text);
  const found = enable ? checkUnsilenced(report, severities, { ...rules, fileName: name }) : [];
  const findings = document ? findingsOfDocument(document, report, found, severities) : found;
  // The lines of the text are nobody's; where it stands in the file must be said in words.
  const placed = (finding: Finding): Finding => {
    const place = document ? placeOf(document, report, finding.span).map(say).join(' · ') : '';
    return place === '' ? finding : { ...finding, message: msg('{0}（{1}）', say(finding.message), place) };
  };
  return {
    text,
    report: report.recognized,
    html: paperHtml(report, findings, say),
    notes: document?.notes.map(say) ?? [],
    findings: findings.map((finding) => toDiagnostic(placed(finding), { uri, report, pages, translate, relatedInformation: false })),
  };
}

async function mendDocument({ settingsOf, translate }: Session, { uri, content, ...how }: MendParams): Promise<MendAnswer> {
  const name = nameIn(uri);
  const source = await documentSource(name, fromBase64(content));
  if ('problem' in source) return { problem: format(source.problem, translate) };
  const { text, document, bytes } = source;
  if (!document) return {};
  const { severities, rules } = await settingsOf(uri);
  const check = (of: Report): readonly Finding[] =>
    findingsOfDocument(document, of, checkUnsilenced(of, severities, { ...rules, fileName: name }), severities);
  const report = parse(text);
  const findings = check(report);
  const by = { author: '年报校对', date: new Date().toISOString().replace(/\.\d+/, '') };
  const comments = how.comments
    ? findings.map(({ span, message }) => ({ offset: span.start, text: format(message, translate), ...by }))
    : [];
  const mended = await mendWordFile({ document, bytes }, { report, findings, check }, 'safe', {
    ...(how.tracked && { track: by }),
    comments,
  });
  if (!mended) return {};
  if ('problem' in mended) return { problem: format(mended.problem, translate) };
  return { content: toBase64(mended.bytes), changes: mended.changes.length, left: mended.left.length, comments: comments.length };
}
