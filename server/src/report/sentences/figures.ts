/**
 * Reads the figures that the sentences of a report state: which number (or which words, such as 未收到) says what, and with
 * which cells of the tables it has to agree. Words and phrases are data (`phrases.ts`); here they are only laid around each
 * number. What cannot be told for sure is kept with a reserve and compared with nothing.
 *
 * One pass: sentences without a number and without a word of the tables are never looked at; in the others each number is
 * judged by the words between the marks around it.
 */
import type { Span } from '../../text/span';
import type { MetricForm } from './metrics';
import type { Sentence } from './prose';
import type { Report } from '../report';
import { readSentence } from './sentence-figures';
import type { Topic } from './vocabulary';

/** Why a figure is not held against the tables. */
export type Reserve =
  /** 余, 多, 约, 近: equals nothing. */
  | 'approximate'
  /** Another year, or a change against one. */
  | 'year'
  /** Another scope than the tables': 本级, 各部门, 全县 in a department's report. */
  | 'scope'
  /** Only those that came by one channel. */
  | 'channel'
  /** A part that no cell counts: 其中受理…, 延期答复…. */
  | 'part'
  /** Of another matter: 公文 by attribute, decisions as published. */
  | 'matter'
  /** A bare 行政许可17件: counts only beside others of its kind. Settled within the sentence. */
  | 'list';

/** A cell of the tables by the ids of its row and column, added or taken away. */
export interface Addend {
  /** Id of the row; with `*` all rows of the group of that id. */
  readonly row: string;
  /** Id of the column, or 法人 for its five columns. */
  readonly column: string;
  readonly sign: 1 | -1;
}

export interface Figure {
  /** Id in `metrics`. */
  readonly metric: string;
  readonly form: MetricForm;
  readonly value: number;
  /** Measure word, '' if none stands. */
  readonly unit: string;
  readonly decimals: number;
  /** The number without its measure word, or the words that say none or all. */
  readonly span: Span;
  /** `number`: a number stands there. `none`: words that say zero. `all`: words that say as many as the total before. */
  readonly said: 'number' | 'none' | 'all';
  /** The phrase of `phrases.ts` that fitted; '' for words. */
  readonly phrase: string;
  readonly reserve: Reserve | undefined;
  /** Each a sum of cells; the figure agrees if it equals one of them. */
  readonly readings: readonly (readonly Addend[])[];
  readonly severity: 'error' | 'warning';
  /** Also accepted in place of `value`: what the wording leaves open, such as 新制定5件，修改4件 for 9. */
  readonly also: readonly number[];
  /** Of 结转 with a year: that year and where it stands. */
  readonly carriedTo: { readonly year: number; readonly span: Span } | undefined;
  readonly sentence: Span;
  readonly paragraph: number;
  /** Behind 其中 or in brackets: part of a total named before. */
  readonly inner: boolean;
}

/** What was said before in the same paragraph. */
export interface Memory {
  topic: Topic | undefined;
  paragraph: number;
  section: number;
  /** The last total of requests. */
  total: Figure | undefined;
  /** Document and act named last. */
  noun: string;
  act: string;
  /** Whether the paragraph speaks of requests or of open information. */
  mentions: boolean;
}

const sectionTopics: readonly (Topic | undefined)[] = [undefined, undefined, undefined, 'requests', 'cases', undefined, undefined];

/** The figures of `report` in the order of the text. */
export function readFigures(report: Report): readonly Figure[] {
  const figures: Figure[] = [];
  const memory: Memory = { topic: undefined, paragraph: -1, section: -1, total: undefined, noun: '规范', act: '', mentions: false };
  const scene = { text: report.text, year: report.year, whole: isWhole(report) };
  for (const sentence of report.sentences) {
    if (sentence.section !== memory.section || sentence.fresh) memory.topic = sectionTopics[sentence.section];
    if (sentence.section !== memory.section || sentence.paragraph !== memory.paragraph) {
      memory.total = undefined;
      memory.mentions = sentence.section === 3 || sentence.section === 4 || memory.topic === 'requests';
      memory.noun = '规范';
    }
    memory.section = sentence.section;
    memory.paragraph = sentence.paragraph;
    if (isTelling(sentence, memory)) figures.push(...readSentence(sentence, memory, scene));
    else if (sentence.topic) {
      memory.topic = sentence.topic;
      if (sentence.topic === 'requests') memory.mentions = true;
    }
  }
  return reserveScopes(figures);
}

/** Whether a sentence can state a figure, so that its words are worth reading. */
function isTelling(sentence: Sentence, { topic }: Memory): boolean {
  if (!sentence.hasWord) return sentence.hasNumber && sentence.hasVerb && topic !== undefined && topic !== 'other' && topic !== 'documents';
  return sentence.hasNumber || sentence.hasNone;
}

/** Where one sentence of a paragraph speaks of a part of the whole (本级, 各部门), no total of requests there is compared. */
function reserveScopes(figures: readonly Figure[]): readonly Figure[] {
  const split = new Set(
    figures.filter(({ reserve, form }) => reserve === 'scope' && form.topic === 'requests').map(({ paragraph }) => paragraph),
  );
  return split.size === 0
    ? figures
    : figures.map((figure) =>
        split.has(figure.paragraph) && figure.form.topic === 'requests' && !figure.reserve ? { ...figure, reserve: 'scope' } : figure,
      );
}

/** Whether the government of a county or more reports, by its title or the words that announce its report. */
function isWhole({ title, text, sections, agency: kind }: Report): boolean {
  if (kind === 'township') return false;
  const agency = title?.agency ?? '';
  if (agency !== '') return /(?:政府|[省市县区旗州盟])$/.test(agency);
  const opening = text.slice(0, (sections[0]?.body.start ?? 0) + 300);
  return /人民政府20\d\d年/.test(opening) || /[我全][市县区旗州]/.test(opening);
}
