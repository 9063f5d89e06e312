/**
 * Several files of one unit and year: those with the same figures are one submission, whatever the kind of file. Of different
 * ones the later version counts: by what the file's name says (已改, 定稿, 修改稿, v2), then by the date under the report, then
 * by the file's time.
 */
import { compare } from './decimal';
import { places } from './figures';
import { readFileName } from './file-name';
import type { Doubles, Reason, Submission } from './submission';

export interface Chosen extends Doubles {
  /** Further files of the submission that counts. */
  readonly copies: readonly Submission[];
}

/** Which of `group` counts; `group` is not empty. */
export function chooseVersion(group: readonly Submission[]): Chosen {
  const submissions: Submission[][] = [];
  for (const one of group) {
    const same = submissions.find(([first]) => first && haveSameFigures(first, one));
    if (same) same.push(one);
    else submissions.push([one]);
  }
  const ordered = submissions.map((same) => [...same].sort(later)).sort(([a], [b]) => later(a as Submission, b as Submission));
  const [[kept, ...copies], ...rest] = ordered as [[Submission, ...Submission[]], ...[Submission, ...Submission[]][]];
  return { kept, copies, left: rest.flatMap((same) => same.map((submission) => ({ submission, reason: reasonFor(kept, submission) }))) };
}

/** Whether no figure that stands in both differs, and some do stand in both; of reports without any, whether they say the same. */
export function haveSameFigures(a: Submission, b: Submission): boolean {
  let shared = 0;
  for (const { key } of places) {
    const one = a.digest.figures[key];
    const other = b.digest.figures[key];
    if (!one || !other) continue;
    if (one.digits === undefined && other.digits === undefined) continue;
    if (one.digits === undefined || other.digits === undefined || compare(one.digits, other.digits) !== 0) return false;
    shared++;
  }
  if (shared > 0) return true;
  const words = ({ digest }: Submission) => digest.paragraphs.map(({ masked }) => masked).join('\n');
  return words(a) === words(b);
}

/** Sorts the later version to the front. */
function later(a: Submission, b: Submission): number {
  const [one, other] = [a, b].map(({ path }) => readFileName(path).version.rank) as [number, number];
  if (one !== other) return other - one;
  const [signed, signedToo] = [a.digest.signed ?? '', b.digest.signed ?? ''];
  if (signed !== signedToo && signed !== '' && signedToo !== '') return signed < signedToo ? 1 : -1;
  if (a.modified !== undefined && b.modified !== undefined && a.modified !== b.modified) return b.modified - a.modified;
  return a.path < b.path ? 1 : -1;
}

function reasonFor(kept: Submission, other: Submission): Reason {
  const [own, its] = [kept, other].map(({ path }) => readFileName(path).version) as [
    ReturnType<typeof readFileName>['version'],
    ReturnType<typeof readFileName>['version'],
  ];
  if (own.rank !== its.rank) return { by: 'name', words: own.rank > 0 || its.words === '' ? own.words : its.words };
  const { signed } = kept.digest;
  if (signed !== undefined && other.digest.signed !== undefined && signed !== other.digest.signed)
    return { by: 'signature', words: signed };
  return {
    by: kept.modified !== undefined && other.modified !== undefined && kept.modified !== other.modified ? 'time' : 'path',
    words: '',
  };
}
