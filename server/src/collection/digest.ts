/**
 * What is kept of a report for what is done with several: whose and of which year it is, its figures, its words as they are
 * compared. Plain data, a small part of the report's size; can be written as JSON and read again.
 */
import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { agencyKey } from './agency-name';
import { type Figures, figuresOf } from './figures';
import { type Paragraph, paragraphsOf } from './masked';
import { signedOn } from './signed-on';
import { isWritten } from './written';

export interface Digest {
  readonly recognized: boolean;
  /** Whether nianbao wrote the text: then it is no report, whatever it holds. */
  readonly written: boolean;
  /** The agency in the title as names are compared; empty if the title has none. */
  readonly agency: string;
  readonly year: number | undefined;
  /** Where findings about the whole report sit: the title, or the first heading or line. */
  readonly head: Span;
  /** The form that its tables follow: the earlier one if any does. */
  readonly edition: 2019 | 2021;
  /** The date under the report, as 2025-01-20. */
  readonly signed: string | undefined;
  readonly headings: readonly { readonly section: number; readonly span: Span }[];
  readonly figures: Figures;
  readonly paragraphs: readonly Paragraph[];
  /** Whether it says that documents lapsed or went to another agency, which no column of table two counts. */
  readonly lapses: boolean;
}

export interface DigestGround {
  /** The names of the unit of a title's agency, as the roster has them. */
  readonly namesOf?: (agency: string) => readonly string[];
  /** Whether a table cannot be relied on: its figures are then not known. */
  readonly isUnread?: (table: Span) => boolean;
}

/** The digest of `report`. */
export function digestOf(report: Report, { namesOf = (agency) => [agency], isUnread }: DigestGround = {}): Digest {
  const { title, sections, tables, text } = report;
  const agency = agencyKey(title?.agency ?? '');
  const written = isWritten(text);
  const recognized = report.recognized && !written;
  const kept = {
    signed: recognized ? signedOn(report) : undefined,
    figures: recognized ? figuresOf(report, isUnread) : {},
    paragraphs: recognized ? paragraphsOf(report, agency === '' ? [] : [agency, ...namesOf(agency)]) : [],
    lapses: recognized && report.prose.some(({ start, end }) => lapse.test(text.slice(start, end))),
  };
  return {
    recognized,
    written,
    agency,
    year: report.year,
    head: title?.span ?? sections[0]?.heading ?? firstLine(text),
    edition: tables.some(({ form }) => form.edition === 2019) ? 2019 : 2021,
    headings: sections.map(({ form, heading }) => ({ section: form.number, span: heading })),
    ...kept,
  };
}

const documents = '(?:文件|规章)';
const gone = '(?:失效|划[转入出]|移交|承接|机构改革)';
/** A sentence in which documents lapse or go to another agency. */
const lapse = new RegExp(`${documents}[^。]{0,40}${gone}|${gone}[^。]{0,40}${documents}`);

function firstLine(text: string): Span {
  const start = Math.max(0, text.search(/\S/));
  const end = text.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : start + end };
}
