/**
 * A report with what is worked out of it when somebody first asks. A class, not an object with getters of its own: an engine keeps
 * the getters of such an object with its shape, and with them every report that was ever read, until it cleans up all of its memory.
 */
import type { Report } from './report';
import { compareFigures } from './sentences/agreement';
import { readFigures } from './sentences/figures';
import { readParagraphs, readSentences } from './sentences/prose';
import { explain } from './sums/culprits';
import { sumsOf } from './sums/sums';
import { agencyOf } from './title';

type Later = 'agency' | 'sums' | 'paragraphs' | 'sentences' | 'figures' | 'comparisons' | 'explanations';
/** What is read of a text at once. */
export type Read = Omit<Report, Later>;

export class WholeReport implements Report {
  readonly text: Report['text'];
  readonly lines: Report['lines'];
  readonly read: Report['read'];
  readonly recognized: Report['recognized'];
  readonly recognition: Report['recognition'];
  readonly title: Report['title'];
  readonly year: Report['year'];
  readonly sections: Report['sections'];
  readonly tables: Report['tables'];
  readonly prose: Report['prose'];
  readonly unfinished: Report['unfinished'];
  readonly pieces: Report['pieces'];
  #agency: Report['agency'] | undefined;
  #sums: Report['sums'] | undefined;
  #explanations: Report['explanations'] | undefined;
  #paragraphs: Report['paragraphs'] | undefined;
  #sentences: Report['sentences'] | undefined;
  #figures: Report['figures'] | undefined;
  #comparisons: Report['comparisons'] | undefined;

  constructor(read: Read) {
    this.text = read.text;
    this.lines = read.lines;
    this.read = read.read;
    this.recognized = read.recognized;
    this.recognition = read.recognition;
    this.title = read.title;
    this.year = read.year;
    this.sections = read.sections;
    this.tables = read.tables;
    this.prose = read.prose;
    this.unfinished = read.unfinished;
    this.pieces = read.pieces;
  }

  get agency(): Report['agency'] {
    return (this.#agency ??= this.recognized ? agencyOf(this.title, this.text) : 'unknown');
  }
  get sums(): Report['sums'] {
    return (this.#sums ??= sumsOf(this.tables));
  }
  get explanations(): Report['explanations'] {
    return (this.#explanations ??= explain(this.sums));
  }
  get paragraphs(): Report['paragraphs'] {
    return (this.#paragraphs ??= readParagraphs(this, this.pieces));
  }
  get sentences(): Report['sentences'] {
    return (this.#sentences ??= readSentences(this.paragraphs));
  }
  get figures(): Report['figures'] {
    return (this.#figures ??= readFigures(this));
  }
  get comparisons(): Report['comparisons'] {
    return (this.#comparisons ??= compareFigures(this));
  }
}
