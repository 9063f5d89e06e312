/**
 * Reads the figures that the sentences of a report state: which number (or which words, such as 未收到) says what, and with
 * which cells of the tables it has to agree. Words and phrases are data (`phrases.ts`); here they are only laid around each
 * number. What cannot be told for sure is kept with a reserve and compared with nothing.
 *
 * One pass: sentences without a number and without a word of the tables are never looked at; in the others each number is
 * judged by the words between the marks around it.
 */
import type { Figure } from './figure';
import type { Sentence } from './sentence';
import type { Report } from '../report';
import { ownNames } from './own-names';
import { readSentence } from './sentence-reading';
import type { Memory } from './sentence-state';
import type { Topic } from './vocabulary';

const sectionTopics: readonly (Topic | undefined)[] = [undefined, undefined, undefined, 'requests', 'cases', undefined, undefined];

/** The figures of `report` in the order of the text. */
export function readFigures(report: Report): readonly Figure[] {
  const figures: Figure[] = [];
  const memory: Memory = { topic: undefined, total: undefined, noun: '规范', act: '', mentions: false };
  let before = { section: -1, paragraph: -1 };
  const scene = { text: report.text, year: report.year, whole: isWhole(report), isOwn: ownNames(agencyOf(report)) };
  for (const sentence of report.sentences) {
    if (sentence.section !== before.section || sentence.fresh) memory.topic = sectionTopics[sentence.section];
    if (sentence.section !== before.section || sentence.paragraph !== before.paragraph) {
      memory.total = undefined;
      memory.mentions = sentence.section === 3 || sentence.section === 4 || memory.topic === 'requests';
      memory.noun = '规范';
    }
    before = sentence;
    if (isTelling(sentence, memory)) readSentence(sentence, memory, scene, figures);
    else if (sentence.topic) {
      memory.topic = sentence.topic;
      if (sentence.topic === 'requests') memory.mentions = true;
    }
  }
  return reserveScopes(figures);
}

/** The first subject of section one, by which a text without a title speaks of itself: 2025年，市水务局认真落实…. */
const subject =
  /^\s*(?:（一）[^。\n]{0,20}[。\n]\s*)?(?:20\d\d年(?:度|以来)?[，,]?)?([一-鿿]{2,16}?(?:局|委|办|厅|镇|乡|苏木|街道办事处|街道|政府|管委会|管理区|中心|办公室))(?=坚持|认真|深入|严格|按照|在|以|全面|紧|积极|高度|始终|围绕|持续|切实|共|不断|进一步)/;

function agencyOf({ title, sections, text }: Report): string | undefined {
  if (title?.agency) return title.agency;
  const first = sections[0]?.form.number === 1 ? sections[0].body : undefined;
  return first && subject.exec(text.slice(first.start, first.start + 60))?.[1];
}

/** Whether a sentence can state a figure, so that its words are worth reading. */
function isTelling(sentence: Sentence, { topic }: Memory): boolean {
  const isStating = sentence.hasNumber || sentence.hasNone;
  return isStating && (sentence.hasWord || (sentence.hasVerb && topic !== undefined && topic !== 'other' && topic !== 'documents'));
}

/** Where one sentence of a paragraph speaks of a part of the whole (本级, 各部门), no total of requests there is compared. */
function reserveScopes(figures: readonly Figure[]): readonly Figure[] {
  let split: Set<number> | undefined;
  for (const { reserve, form, paragraph } of figures)
    if (reserve === 'scope' && form.topic === 'requests') (split ??= new Set()).add(paragraph);
  if (!split) return figures;
  const isSplit = ({ paragraph, form, reserve }: Figure): boolean =>
    split.has(paragraph) && form.topic === 'requests' && reserve === undefined;
  return figures.map((figure) => (isSplit(figure) ? { ...figure, reserve: 'scope' } : figure));
}

/** Whether the government of a county or more reports, by its title or the words that announce its report. */
function isWhole({ title, text, sections, agency: kind }: Report): boolean {
  if (kind === 'township') return false;
  const agency = title?.agency ?? '';
  if (agency !== '') return /(?:政府|[省市县区旗州盟])$/.test(agency);
  const opening = text.slice(0, (sections[0]?.body.start ?? 0) + 300);
  return /人民政府20\d\d年/.test(opening) || /[我全][市县区旗州]/.test(opening);
}
