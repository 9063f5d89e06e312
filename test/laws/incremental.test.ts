/**
 * What is found after an edit, with all that is known from before it, is what a fresh check finds: after every edit of random
 * sessions, in every layout. NIANBAO_EDITS sets how many edits there are in all.
 */
import { describe, expect, it } from 'vitest';
import { checkInSteps, type Check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import type { Report, Row, Table } from '../../server/src/report/report';
import { workedOut } from '../../server/src/findings/finding';
import { rules } from '../../server/src/rules/index';
import { defaultOptions } from '../../server/src/rules/rule';
import { knownPieces } from '../../server/src/text/facts';
import { atOnce } from '../../server/src/text/steps';
import { clean } from '../kit/figures';
import { layouts, prose, report } from '../kit/layouts';
import { readPage } from '../kit/pages';

const edits = Number(process.env['NIANBAO_EDITS'] ?? 1500);
const pasted = [
  '共12条，其中网站5条，微信7条。',
  '2024共收到申请3件',
  '\n',
  '\r\n',
  '|',
  '件',
  '1',
  '、',
  '（二）主动公开。',
  'x件',
  '一、总体情况\n',
  '\t',
];

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The text after one edit: something inserted, deleted, copied to another place or written over, or lines changed as a whole. */
function edited(text: string, random: (below: number) => number): string {
  if (random(3) === 0) return withLinesChanged(text, random);
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + random(random(8) === 0 ? 400 : 6));
  const from = random(text.length + 1);
  const piece = random(3) === 0 ? text.slice(from, from + random(200)) : (pasted[random(pasted.length)] ?? '');
  const kind = random(3);
  if (kind === 0) return text.slice(0, at) + piece + text.slice(at);
  return kind === 1 ? text.slice(0, at) + text.slice(end) : text.slice(0, at) + piece + text.slice(end);
}

/** Lines joined, cut, left out, doubled, exchanged or written with other line ends; now and then all of them. */
function withLinesChanged(text: string, random: (below: number) => number): string {
  const lines = text.split(/(?<=\n)/);
  const at = random(lines.length);
  const line = lines[at] ?? '';
  const middle = random(line.length + 1);
  const several = lines.slice(at, at + 1 + random(12));
  const changes: readonly (() => readonly string[])[] = [
    () => lines.with(at, line.replace(/\r?\n$/, '')),
    () => lines.with(at, `${line.slice(0, middle)}\n${line.slice(middle)}`),
    () => lines.toSpliced(at, several.length),
    () => lines.toSpliced(random(lines.length), 0, ...several),
    () => lines.with(at, lines[(at + 1) % lines.length] ?? '').with((at + 1) % lines.length, line),
    () => lines.with(at, `## ${line}`),
    () => lines.with(at, line.replace(/^[#\s]*[一二三四五六]、/, '')),
    () => lines.map((each) => (random(20) === 0 ? each.replace(/\r?\n$/, '\r\n') : each)),
    () => (random(40) === 0 ? [] : lines),
  ];
  return (changes[random(changes.length)] as () => readonly string[])().join('');
}

/** A table, with the names of its forms in place of them. */
function toldOf({ form, span, caption, layout, rows, byId, duplicates, ragged, unknown, labels, doubt, missing }: Table): object {
  const row = ({ form: own, label, cells, span: at, copies }: Row) => ({
    row: own.id,
    label,
    span: at,
    copies,
    cells: cells.map(({ span: filled, place, kind, value }) => ({ filled, place, kind, value })),
  });
  return {
    form: [form.number, form.edition],
    span,
    caption,
    layout,
    rows: rows.map(row),
    byId: [...byId].map(([id, own]) => [id, rows.indexOf(own)]),
    duplicates: duplicates.map(row),
    ragged,
    unknown,
    labels: labels.map(({ span: at, form: own, joined }) => ({ at, kind: own.kind, id: own.id, joined })),
    doubt,
    missing: missing.map(({ id }) => id),
  };
}

/** All that a reading tells and the features ask for, and what is found. */
function told(read: Report, { findings, scan }: Pick<Check, 'findings' | 'scan'>): string {
  const { read: lines, recognized, title, year, sections, tables, unfinished, figures } = read;
  return JSON.stringify({
    grid: lines.grid,
    whole: lines.whole,
    recognized,
    title,
    year,
    sections,
    tables: tables.map(toldOf),
    unfinished,
    prose: read.prose.map(({ start, end, section }) => ({ start, end, section })),
    sentences: read.sentences.map(({ start, end, paragraph, section, fresh, tokens }) => ({
      start,
      end,
      paragraph,
      section,
      fresh,
      tokens,
    })),
    figures: figures.map(({ metric, value, span, reserve }) => ({ metric, value, span, reserve })),
    findings: findings.map(workedOut),
    places: [...scan.places].sort(([one], [other]) => (one < other ? -1 : 1)),
    occurring: [...scan.occurring].sort((a, b) => a - b),
    again: [scan.marks, scan.again, scan.stopsAgain],
    recognition: read.recognition,
    agency: read.agency,
  });
}

/** Also what is off unless the user wants it. */
const everything = Object.fromEntries(rules.filter(({ optional }) => optional).map(({ id }) => [id, 'hint' as const]));

/** Holds, after each of the texts that `next` gives from the last one, what is found with all that is known against a fresh check. */
function compare(first: string, count: number, next: (last: string, step: number) => string): void {
  const pieces = knownPieces();
  let text = first;
  let before: Check | undefined;
  for (let step = 0; step < count; step++) {
    text = next(text, step);
    const read = parse(text, false, pieces, before?.report.read);
    before = atOnce(checkInSteps(read, everything, defaultOptions, before));
    const now = told(read, before);
    const fresh = parse(text);
    // Not by `toBe` alone: what it prints of two long texts says nothing.
    expect(
      now === told(fresh, atOnce(checkInSteps(fresh, everything, defaultOptions))),
      `after the edits that lead to ${JSON.stringify(text)}`,
    ).toBe(true);
  }
}

describe('a check after an edit', () => {
  layouts.forEach((layout, seed) => {
    it(`finds what a fresh one does: ${layout.name}`, { timeout: 600_000 }, () => {
      const random = randomFrom(seed + 1);
      const first = report(layout, clean(), { one: prose.one, five: prose.five });
      const earlier = [first];
      compare(first, Math.ceil(edits / layouts.length), (last) => {
        // Now and then the last edits are taken back.
        const next = random(6) === 0 ? (earlier[random(earlier.length)] ?? first) : edited(last, random);
        earlier.push(next.length > 20_000 ? first : next);
        return earlier.at(-1) ?? first;
      });
    });
  });
});

/** Lines of prose as the pages of the rules have them, wrong and right ones. */
const lines = rules
  .flatMap(({ id }) => {
    const { wrong, right } = readPage(id);
    return [...wrong, ...right].flatMap((text) => text.replace(/[⟦⟧‸]/g, '').split(/\r?\n/));
  })
  .filter((line) => line.length > 12 && !/[|\t]/.test(line));
/** What is typed: a word that wakes a rule, a figure, a mark. */
const typed = [...rules.flatMap(({ wakes = [] }) => wakes), ...'0123456789年月日，。、（）《》“”：；% \n'];

describe('a check while one types in a report with what the pages have', () => {
  layouts.forEach((layout, seed) => {
    it(`finds what a fresh one does: ${layout.name}`, { timeout: 600_000 }, () => {
      const random = randomFrom(seed + 101);
      const some = () => Array.from({ length: 8 }, () => lines[random(lines.length)] ?? '').join('\n');
      let at = 0;
      const fresh = () => report(layout, clean(), { one: `${prose.one}\n${some()}`, five: `${prose.five}\n${some()}` });
      compare(fresh(), Math.ceil(edits / layouts.length), (last, step) => {
        if (step % 40 === 39) return fresh();
        // Mostly where the last key was, as one types.
        at = random(4) === 0 ? random(last.length + 1) : Math.min(at + 1, last.length);
        const words = random(3) === 0 ? '' : (typed[random(typed.length)] ?? '');
        return last.slice(0, at) + words + last.slice(at + random(words === '' ? 3 : 2));
      });
    });
  });
});
