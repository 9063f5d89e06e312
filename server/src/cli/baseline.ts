/**
 * `check --baseline FILE`: findings that are known, in a file like `.nianbao-review.json`, and no longer told; with `--write-baseline`
 * what is found now goes into it. What was returned to a unit is told all the same.
 */
import { fingerprints, type Silenced } from '../features/silence/fingerprints';
import { type Decision, longestReviewFile, readReviewFile, withDecision } from '../features/silence/review-file';
import { byPlace } from '../text/span';
import { msg, type Message } from '../text/message';
import { isMissing, problemOf, writingProblemOf } from './failure';
import type { Io } from './io';
import type { Options } from './options';
import type { FileResult } from './printers/printer';

export interface Baseline {
  /** What is not to be told. */
  readonly decisions: readonly Decision[];
  /** Notes what is found in a file. */
  take(result: FileResult, silenced: readonly Silenced[]): void;
  /** Writes what was found, if that was asked for. */
  close(fail: (path: string, problem: Message) => void): void;
}

/** The baseline that `options` ask for; undefined if they ask for none. */
export function openBaseline(
  { baseline: path, writeBaseline }: Options,
  io: Io,
  say: (message: Message) => string,
): Baseline | { readonly problem: Message } | undefined {
  if (path === undefined) return undefined;
  let bytes: Uint8Array | undefined;
  try {
    bytes = io.readFile(path);
  } catch (error) {
    if (!isMissing(error)) return { problem: msg('{0}：{1}', path, say(problemOf(error))) };
    if (!writeBaseline) return { problem: msg('{0}：没有这个文件；要把现有的问题记进去，请加 {1}', path, '--write-baseline') };
  }
  const text = bytes && new TextDecoder().decode(bytes);
  const known = text === undefined || text.trim() === '' ? [] : readReviewFile(text);
  if (!known) return { problem: msg('{0}：不是 {1} 那样的文件，或是较新版本写的；没有改动它', path, '.nianbao-review.json') };
  const found: Decision[] = [];
  return {
    decisions: known.map((one) => (one.decision === 'accept' ? { ...one, decision: 'silence' } : one)),
    take({ report, findings }, silenced) {
      if (!writeBaseline) return;
      // Of findings that are alike, each is known by which of them it is: all are counted.
      const prints = fingerprints(report, [...findings, ...silenced.map(({ finding }) => finding)].sort(byPlace));
      for (const finding of findings) {
        const print = prints.get(finding);
        if (print) found.push({ ...print, decision: 'accept' });
      }
    },
    close(fail) {
      if (!writeBaseline) return;
      const returned = new Set(known.filter(({ decision }) => decision === 'return').map(({ fingerprint }) => fingerprint));
      const after = withDecision(text, ...found.filter(({ fingerprint }) => !returned.has(fingerprint))) ?? '';
      if (after.length > longestReviewFile) return fail(path, msg('问题太多，记不进一个文件；请分文件夹记'));
      try {
        io.writeFile(path, new TextEncoder().encode(after), bytes);
      } catch (error) {
        fail(path, writingProblemOf(error));
      }
    },
  };
}
