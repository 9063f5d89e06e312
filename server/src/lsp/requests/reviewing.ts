/**
 * `nianbao/decide` and `nianbao/threads`: what a reviewer decides about a finding, as the text of the file beside the report in which
 * decisions stand, and what was decided so far. The server writes nothing itself.
 */
import { threadsOf } from '../../features/folder/threads';
import { fingerprints } from '../../features/silence/fingerprints';
import { type Decision, readReviewFile, withDecision, withoutDecisions } from '../../features/silence/review-file';
import type { Finding } from '../../findings/finding';
import { catalogue } from '../../rules/index';
import { lineAt } from '../../text/lines';
import { format } from '../../text/message';
import { toRange } from '../convert';
import { addressKey } from '../folder/address';
import { answer } from '../own';
import type { DecideAnswer, DecideParams, MarkParams, ReviewThread, ThreadsAnswer } from '../protocol';
import type { ReadDocument, Session } from '../session';

export function serveReviewing(session: Session): void {
  answer(session, 'nianbao/decide', async ({ uri, finding, decision, reason }) => {
    const file = await session.reviewFileFor(uri, true);
    if (!file) return {};
    return session.reading<DecideAnswer>(uri, {}, (document) => {
      const text =
        decision === 'clear' ? cleared(file.text, finding) : decided(document, file.text, { finding, decision, reason: reason ?? '' });
      if (text === 'gone') return {};
      return { file: { uri: file.uri, ...(text !== undefined && { text }) } };
    });
  });
  answer(session, 'nianbao/mark', (asked) => marked(session, asked));
  answer(session, 'nianbao/threads', ({ uri }) =>
    session.reading<ThreadsAnswer>(uri, { threads: [], open: [] }, (document, { decisions, units }) => ({
      threads: threadsOf(document.report, document.all, decisions).map(
        ({ fingerprint, span, about, decision, became, reason }): ReviewThread => ({
          fingerprint,
          range: toRange(document.report.lines, span),
          words: 'message' in about ? format(about.message, document.translate) : stoodThere(document, about),
          ...(decision && decision !== 'silence' && { decision }),
          ...(became && { became }),
          ...(reason !== undefined && { reason }),
        }),
      ),
      open: isReviewed(decisions, units) ? document.findings.map(({ span }) => toRange(document.report.lines, span)) : [],
    })),
  );
}

/** Whether reports are reviewed here: there is a roster, or reviewers have decided. */
export function isReviewed(decisions: readonly Decision[], units: unknown): boolean {
  return units !== undefined || decisions.some(({ decision }) => decision !== 'silence');
}

function stoodThere({ translate }: ReadDocument, { rule, text = '' }: Decision): string {
  const title = translate(catalogue.find(({ id }) => id === rule)?.title ?? rule);
  return text === '' ? title : `${title}（${text}）`;
}

type Asked = Required<Pick<DecideParams, 'finding' | 'reason'>> & { readonly decision: Exclude<DecideParams['decision'], 'clear'> };

/** The file's text with the decision; undefined where the file cannot be read, `gone` where there is no such finding. */
function decided({ report, all, findings }: ReadDocument, text: string | undefined, asked: Asked): string | undefined | 'gone' {
  const { finding: wanted, decision, reason } = asked;
  const prints = fingerprints(report, all);
  const onLines = (): Finding | undefined => {
    if (!('range' in wanted)) return undefined;
    const { start, end } = wanted.range;
    const there = findings.filter(
      ({ span }) => lineAt(report.lines, span.start) <= end.line && lineAt(report.lines, span.end) >= start.line,
    );
    return weights.flatMap((weight) => there.find(({ severity }) => severity === weight) ?? [])[0];
  };
  const finding =
    'rule' in wanted
      ? findings.filter(({ code }) => code === wanted.rule)[wanted.turn]
      : (onLines() ?? all.find((one) => 'fingerprint' in wanted && prints.get(one)?.fingerprint === wanted.fingerprint));
  const print = finding && prints.get(finding);
  // What was said of the finding before it was changed is known by its own name.
  const old =
    'fingerprint' in wanted ? (readReviewFile(text ?? '') ?? []).find((one) => one.fingerprint === wanted.fingerprint) : undefined;
  const known = print ?? old;
  if (!known) return 'gone';
  const { fingerprint, rule, place, text: words, unit, year } = known;
  return withDecision(text, {
    fingerprint,
    rule,
    ...(place !== undefined && { place }),
    ...(words !== undefined && { text: words }),
    ...(unit !== undefined && { unit }),
    ...(year !== undefined && { year }),
    decision,
    ...(reason !== '' && { reason }),
  });
}

const weights: readonly Finding['severity'][] = ['error', 'warning', 'information', 'hint'];

/** The decisions on a whole report, whether it is open or not. */
async function marked(session: Session, { uri, decision, reason = '' }: MarkParams): Promise<DecideAnswer> {
  const { index } = session;
  const known = index.file(addressKey(uri));
  const place = await session.reviewFileFor(uri, true);
  if (!known || !place) return {};
  const report = index.reportOf(known);
  const { findings: told, all } = index.shown(known);
  const findings = told.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const { text } = place;
  const old = readReviewFile(text ?? '') ?? [];
  const unit = report.title?.agency;
  if (decision === 'clear') {
    const own = old.filter(
      (one) => one.unit === unit && one.year === report.year && (one.decision === 'return' || one.decision === 'accept'),
    );
    const after = withoutDecisions(
      text,
      own.map(({ fingerprint }) => fingerprint),
    );
    return own.length === 0 && after !== undefined ? {} : { file: { uri: place.uri, ...(after !== undefined && { text: after }) } };
  }
  const prints = fingerprints(report, all);
  const decisions = findings.flatMap((finding) => {
    const print = prints.get(finding);
    return print ? [{ ...print, decision, ...(reason !== '' && { reason }) }] : [];
  });
  if (decisions.length === 0) return {};
  const after = withDecision(text, ...decisions);
  return { file: { uri: place.uri, ...(after !== undefined && { text: after }) } };
}

function cleared(text: string | undefined, finding: DecideParams['finding']): string | undefined | 'gone' {
  return 'fingerprint' in finding ? withoutDecisions(text, [finding.fingerprint]) : 'gone';
}
