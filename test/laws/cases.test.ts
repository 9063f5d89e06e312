/**
 * Inputs from outside with what is right, where they lie beside the project (`cases.json`): programs' output, published
 * reports, sentences, texts that are no reports. Every clean text has a twin with one figure off, which must be found:
 * silence by understanding nothing is no success. Skipped where there are none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { normalize } from '../../server/src/features/normalize/normalize';
import type { Finding } from '../../server/src/findings/finding';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import { defaultOptions } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edit';
import { format } from '../../server/src/text/message';

interface Case {
  readonly file: string;
  readonly report?: boolean;
  /** Rules that must find something, `a|b`: either. */
  readonly want?: readonly string[];
  readonly not?: readonly string[];
  /** No error, no warning. */
  readonly silent?: boolean;
  readonly normalize?: unknown;
  readonly notText?: string;
  /** The words that the finding wanted must touch. */
  readonly at?: string;
}

const folder = '../shared/cases';
const list = join(folder, 'cases.json');
const all: readonly Case[] = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Case[]) : [];
const cases = all.filter(({ file }) => /\.(?:txt|md|html)$/.test(file));

/** Rules on tables, figures, numbers, dates and placeholders must say more than a hint. */
const strong = /figure|sum|total|requests|number|date|placeholder|cell|row|table|outcome|percentage/;
const isLoud = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '');
}

/** The totals of the tables and the figures of sentences that are held against a cell, each with another number in its place. */
function twins(report: Report): string[] {
  const { text, sums, comparisons } = report;
  const totals = sums.flatMap(({ stated }) => stated).filter(({ cell }) => cell.value !== undefined && cell.value < 1e6);
  const spans = [...totals.slice(0, 3).map(({ cell }) => cell.span), ...comparisons.slice(0, 3).map(({ figure }) => figure.span)];
  return spans
    .filter(({ start, end }) => /^\d+$/.test(text.slice(start, end)))
    .map((span) => applyEdits(text, [{ span, newText: String(Number(text.slice(span.start, span.end)) + 7) }]));
}

describe.skipIf(cases.length === 0)('inputs from outside', () => {
  it.each(cases.map((one) => [one.file, one] as const))('%s', (file, one) => {
    const report = parse(read(file));
    const findings = check(report, {}, { ...defaultOptions, fileName: basename(file) });
    const said = findings
      .map(({ code, span, message }) => `${code} ${report.text.slice(span.start, span.end)} ${format(message)}`)
      .join('\n');
    if (one.report !== undefined) expect(report.recognized, format(report.recognition.reason)).toBe(one.report);
    const left = [...findings];
    for (const wanted of one.want ?? []) {
      const ids = wanted.split('|');
      const at = left.findIndex((finding) => ids.includes(finding.code) && (!strong.test(finding.code) || isLoud(finding)));
      expect(at, `${wanted} in\n${said}`).toBeGreaterThanOrEqual(0);
      left.splice(at, 1);
    }
    const unwanted = (one.not ?? []).flatMap((ids) => ids.split('|'));
    expect(
      findings.filter(({ code }) => unwanted.includes(code)).map(({ code }) => code),
      said,
    ).toEqual([]);
    if (one.silent)
      expect(
        findings.filter(isLoud).map(({ code }) => code),
        said,
      ).toEqual([]);
    if (one.notText !== undefined) expect(said).not.toContain(one.notText);
    if (one.at !== undefined) {
      const ids = (one.want ?? []).flatMap((wanted) => wanted.split('|'));
      const touched = findings.filter(({ code }) => ids.includes(code)).map(({ span }) => report.text.slice(span.start, span.end));
      for (const words of touched) expect(words.includes(one.at) || one.at.includes(words), `${words} for ${one.at}`).toBe(true);
    }
    if (one.normalize !== undefined) expect(normalize(report, { target: 'markdown' }).refused).toEqual([]);
  });

  it.each(cases.filter(({ silent }) => silent).map(({ file }) => [file]))('%s: one figure off is found', (file) => {
    const report = parse(read(file));
    const others = twins(report);
    expect(others.length).toBeGreaterThan(0);
    const before = check(report).filter(isLoud).length;
    for (const twin of others) expect(check(parse(twin)).filter(isLoud).length).toBeGreaterThan(before);
  });
});
