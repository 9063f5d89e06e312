/**
 * The scan of a report's prose after an edit, from that before it: of the stretch that has changed it is made anew, all else stands where
 * it stood or as far on as the edit has moved it.
 *
 *     before    12   40  51   97        where 公开 stands
 *     after     12   40  58   104       51 stood in the stretch, where 58 is found now; what stood behind it moved by 7
 */
import { firstPlaceFrom } from '../../text/span';
import type { Report } from '../report';
import type { Since } from '../since';
import { type ProseScan, type Scanner, scanProse } from './prose-scan';
import { proseIn } from '../part';

export function scanAgain(before: ProseScan, report: Report, scanner: Scanner, { stretch, change }: Since): ProseScan {
  const was = stretch?.before ?? { start: change.start, end: change.end - change.by };
  const { text, prose } = report;
  const fresh = scanProse(stretch ? proseIn(report, stretch.after) : { text, prose: [] }, scanner);
  const joined = (old: readonly number[], own: readonly number[], stride = 1): readonly number[] => {
    const from = firstPlaceFrom(old, was.start, stride);
    const to = firstPlaceFrom(old, was.end, stride);
    if (own.length === 0 && to === from && (change.by === 0 || from === old.length)) return old;
    const all = old.slice(0, from);
    for (const place of own) all.push(place);
    for (let i = to; i < old.length; i++) all.push((old[i] as number) + change.by);
    return all;
  };
  const places = new Map<string, readonly number[]>();
  for (const [word, old] of before.places) {
    const now = joined(old, fresh.places.get(word) ?? nothing);
    if (now.length > 0) places.set(word, now);
  }
  for (const [word, own] of fresh.places) if (!places.has(word)) places.set(word, own);
  return {
    text,
    prose,
    places,
    occurring: [...new Set([...before.occurring, ...fresh.occurring])].filter((index) => places.has(scanner.words[index] as string)),
    marks: joined(before.marks, fresh.marks),
    again: joined(before.again, fresh.again, 4),
    stopsAgain: joined(before.stopsAgain, fresh.stopsAgain),
    workedOut: new Map(),
  };
}

const nothing: readonly number[] = [];
