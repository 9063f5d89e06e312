/**
 * Edits of a text as a unified diff, for `patch -p1` and `git apply`. What has changed is known from the edits, so nothing
 * is searched for. Lines end at \n, as for those programs; a \r before it belongs to the line.
 */
import type { TextEdit } from '../text/edit';
import { type LineIndex, lineAt } from '../text/lines';

/** Lines of the old text that give way to others. */
interface Change {
  /** The first line of the old text that goes, and the first that stays behind it; from 0. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Unchanged lines around a change. */
const context = 3;

/**
 * The diff between `text` and `text` with `edits` made; empty if there is none.
 * @param path from the folder in which the diff is to be applied; an absolute one is written as it is.
 * @param edits sorted and disjoint.
 */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const old = linesOf(text);
  const changes = changesOf(text, old, edits);
  if (changes.length === 0) return '';
  const relative = !/^(?:[/\\]|[A-Za-z]:)/.test(path);
  let diff = `--- ${quoted(relative ? `a/${path}` : path)}\n+++ ${quoted(relative ? `b/${path}` : path)}\n`;
  let shift = 0;
  for (const hunk of hunksOf(changes)) {
    const first = hunk[0] as Change;
    const last = hunk.at(-1) as Change;
    const from = Math.max(0, first.start - context);
    const to = Math.min(old.length, last.end + context);
    let body = '';
    let at = from;
    let growth = 0;
    for (const { start, end, lines } of hunk) {
      body += marked(' ', old.slice(at, start)) + marked('-', old.slice(start, end)) + marked('+', lines);
      at = end;
      growth += lines.length - (end - start);
    }
    body += marked(' ', old.slice(at, to));
    diff += `@@ -${rangeOf(from, to - from)} +${rangeOf(from + shift, to - from + growth)} @@\n${body}`;
    shift += growth;
  }
  return diff;
}

/** The lines of `text`, each with its end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The lines that `edits` change, those next to each other together, without lines that stay the same. */
function changesOf(text: string, old: readonly string[], edits: readonly TextEdit[]): Change[] {
  const index = indexOf(old);
  const startOf = (line: number): number => index.starts[line] ?? text.length;
  const changes: Change[] = [];
  for (let next = 0; next < edits.length;) {
    const start = lineAt(index, (edits[next] as TextEdit).span.start);
    let done = startOf(start);
    let end = start;
    let written = '';
    for (; next < edits.length; next++) {
      const { span, newText } = edits[next] as TextEdit;
      if (end > start && lineAt(index, span.start) >= end) break;
      written += text.slice(done, span.start) + newText;
      done = span.end;
      end = Math.max(end, lineAt(index, span.end) + 1);
    }
    const change = trimmed({ start, end: Math.min(end, old.length), lines: linesOf(written + text.slice(done, startOf(end))) }, old);
    if (change.end > change.start || change.lines.length > 0) changes.push(change);
  }
  return changes;
}

function indexOf(old: readonly string[]): LineIndex {
  const starts = [0];
  let length = 0;
  for (const line of old) {
    length += line.length;
    if (line.endsWith('\n')) starts.push(length);
  }
  return { starts, length };
}

/** `change` without the lines at its ends that stay the same. */
function trimmed({ start, end, lines }: Change, old: readonly string[]): Change {
  let from = 0;
  while (start + from < end && from < lines.length && old[start + from] === lines[from]) from++;
  let behind = 0;
  while (end - behind > start + from && lines.length - behind > from && old[end - behind - 1] === lines[lines.length - behind - 1])
    behind++;
  return { start: start + from, end: end - behind, lines: lines.slice(from, lines.length - behind) };
}

/** Changes whose contexts meet, together. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.start - (last.at(-1) as Change).end <= 2 * context) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function marked(sign: string, lines: readonly string[]): string {
  return lines.map((line) => sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}

/** Lines count from 1; of no lines, the line before them is named. */
function rangeOf(start: number, count: number): string {
  return count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`;
}

/** A path as in the heads of diffs: in quotes if it holds what would end it; a tab behind it if it holds blanks. */
function quoted(path: string): string {
  if (!/[\u0000-\u001f"\\\u007f]/.test(path)) return path.includes(' ') ? `${path}\t` : path;
  return `"${path.replace(/["\\]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`;
}
