/** A sentence while its figures are read: what has been found of it so far, and what governs the numbers that follow. */
import type { Addend, SentenceFigure, Reserve } from './figure';
import type { Item } from './join-tokens';
import { type MetricForm, metrics } from './metrics';
import type { Scene } from './scene';
import type { Topic } from './vocabulary';

/** What was said before in the same paragraph. */
export interface Memory {
  topic: Topic | undefined;
  /** The last total of requests. */
  total: SentenceFigure | undefined;
  /** Document and act named last. */
  noun: string;
  act: string;
  /** Whether the paragraph speaks of requests or of open information. */
  mentions: boolean;
}

export interface SentenceState {
  readonly items: readonly Item[];
  readonly memory: Memory;
  readonly scene: Scene;
  readonly found: SentenceFigure[];
  /** Whether 全市, 全县 or the like has been read in a report that is not a whole government's. */
  wide: boolean;
  /** Behind 其中 or in brackets. */
  inner: boolean;
  /** Another agency, channel or time, or one that is not known, of which the numbers are until another subject comes. */
  governs: Reserve | undefined;
  /** The number read last that no phrase fits, with the clause it stands in: the next clause may tell what it is. */
  hanging: { readonly at: number; readonly from: number } | undefined;
}

/** What is told of a figure by its words alone. */
export type Said = Pick<SentenceFigure, 'value' | 'unit' | 'decimals' | 'span' | 'said' | 'phrase' | 'carriedTo'>;

/** A metric as figures are read: its id, its form, and the readings that are accepted for it, parsed when the first figure has it. */
interface Metric {
  readonly metric: string;
  readonly form: MetricForm;
  readings: readonly (readonly Addend[])[] | undefined;
}

/** The metrics by their ids, and by those with `*` behind them: what they are the whole sentence settles. */
const known = new Map<string, Metric>();
for (const [metric, form] of Object.entries(metrics)) {
  const own = { metric, form, readings: undefined };
  known.set(metric, own).set(`${metric}*`, own);
}

/** The form of the metric `id`; undefined if there is none. */
export function formOf(id: string): MetricForm | undefined {
  return known.get(id)?.form;
}

/** The accepted readings of a metric. */
export function readingsOf(metric: string): readonly (readonly Addend[])[] {
  const own = known.get(metric);
  return own ? parsedReadings(own) : [];
}

function parsedReadings(own: Metric): readonly (readonly Addend[])[] {
  return (own.readings ??= own.form.readings.map(parseReading));
}

function parseReading(reading: string): Addend[] {
  return [...reading.matchAll(/([+-]?)([^.+-]+)\.([^.+-]+)/g)].map(([, sign, row, column]) => ({
    row: row as string,
    column: column as string,
    sign: sign === '-' ? -1 : 1,
  }));
}

/** Keeps a figure of metric `id`. */
export function add({ memory, found, inner }: SentenceState, id: string, by: Said, reserve: Reserve | undefined): void {
  const own = known.get(id);
  if (!own) return;
  const { metric, form } = own;
  const isCase = form.topic === 'reviews' || form.topic === 'lawsuits' || form.topic === 'cases';
  // Cases are surely those of open information only if the paragraph speaks of it; what is put on a website may be of other years.
  const { value, unit, decimals, span, said, phrase, carriedTo } = by;
  const unsure = (isCase && !memory.mentions) || phrase.includes('发布');
  const figure: SentenceFigure = {
    metric,
    form,
    value,
    unit,
    decimals,
    span,
    said,
    phrase,
    carriedTo,
    reserve,
    readings: parsedReadings(own),
    severity: unsure ? 'warning' : form.severity,
    also: nothing,
    inner,
  };
  found.push(figure);
  if (form.total && reserve === undefined) memory.total = figure;
}

const nothing: readonly never[] = [];

/** Words that say a number without one: zero, or as many as something else. */
export function words(value: number, said: 'none' | 'all', start: number, end: number): Said {
  return { value, unit: '', decimals: 0, span: { start, end }, said, phrase: '', carriedTo: undefined };
}
