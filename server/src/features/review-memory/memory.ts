/**
 * `.nianbao-review.json`, what reviewers decided about findings, kept beside the reports: read and validated. A decision knows
 * its finding by unit, year, rule, place and words, so that it holds for a renamed file and a new version too. A file that
 * is damaged or of a later version is told and left as it is; nobody writes over it.
 *
 *     { "version": 1, "decisions": [
 *       { "unit": "云川县水务局", "year": 2024, "code": "sudden-jump", "place": "表二/许可/决定", "words": [],
 *         "decision": "dismissed", "reason": "审批事项下放", "by": "李", "at": "2025-01-20" } ] }
 */
import { agencyKey } from '../../collection/agency-name';
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { msg, type Message } from '../../text/message';
import { identityOf } from '../finding-identity';

/** The name of the file. */
export const memoryName = '.nianbao-review.json';

/** `dismissed` and `silenced` are not shown again; `accepted` and `returned` are. */
export type Verdict = 'accepted' | 'dismissed' | 'returned' | 'silenced';

export interface Decision {
  readonly unit: string;
  readonly year: number;
  readonly code: string;
  readonly place?: string | undefined;
  readonly words: readonly (string | number)[];
  readonly decision: Verdict;
  readonly reason?: string;
  readonly by?: string;
  /** The day or moment, in a form that sorts by time. */
  readonly at?: string;
}

export type ReadMemory = { readonly decisions: readonly Decision[] } | { readonly problem: Message };

const verdicts: readonly string[] = ['accepted', 'dismissed', 'returned', 'silenced'] satisfies readonly Verdict[];

/** The decisions in `text`, or why they cannot be read. What two people wrote about one finding stands there twice. */
export function readMemory(text: string): ReadMemory {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: msg('读不出来，没有采用其中的审核决定；文件没有改动，请检查或恢复备份') };
  }
  const { version, decisions } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof version === 'number' && version > 1)
    return { problem: msg('是较新版本的 nianbao 写的，没有采用其中的审核决定；文件没有改动，请升级') };
  if (version !== 1 || !Array.isArray(decisions))
    return { problem: msg('读不出来，没有采用其中的审核决定；文件没有改动，请检查或恢复备份') };
  return { decisions: decisions.filter(isDecision) };
}

function isDecision(value: unknown): value is Decision {
  if (typeof value !== 'object' || value === null) return false;
  const { unit, year, code, words, decision } = value as Record<string, unknown>;
  return (
    typeof unit === 'string' &&
    typeof year === 'number' &&
    typeof code === 'string' &&
    Array.isArray(words) &&
    verdicts.includes(String(decision))
  );
}

/** The findings of `report` that are still shown, and how many the decisions take away. Of several about one, the latest counts. */
export function withoutDismissed(
  report: Report,
  findings: readonly Finding[],
  decisions: readonly Decision[],
): { readonly findings: readonly Finding[]; readonly silenced: number } {
  const unit = agencyKey(report.title?.agency ?? '');
  const latest = new Map<string, Decision>();
  for (const decision of decisions) {
    if (agencyKey(decision.unit) !== unit || decision.year !== report.year) continue;
    const key = keyOf(decision.code, decision.place, decision.words);
    const known = latest.get(key);
    if (!known || (known.at ?? '') <= (decision.at ?? '')) latest.set(key, decision);
  }
  if (latest.size === 0) return { findings, silenced: 0 };
  const kept = findings.filter((finding) => {
    const { place, words } = identityOf(report, finding);
    const decision = latest.get(keyOf(finding.code, place, words))?.decision;
    return decision !== 'dismissed' && decision !== 'silenced';
  });
  return { findings: kept, silenced: findings.length - kept.length };
}

function keyOf(code: string, place: string | undefined, words: readonly (string | number)[]): string {
  return JSON.stringify([code, place ?? '', ...words]);
}
