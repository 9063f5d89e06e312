/**
 * The return note (退回意见) to a unit: what is to be mended in its report, numbered, in plain and polite words without names of
 * rules, each point with its place, what stands there and what would be right, and what it is based on. Chinese, whatever
 * the reader's language: it goes to the unit.
 */
import { writtenMark } from '../../collection/written';
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { hashOf } from '../../text/hash';
import { format } from '../../text/message';
import { fingerprints } from '../silence/fingerprints';
import type { Decision } from '../silence/review-file';
import { placeWords } from './place-words';

export interface NotePoint {
  /** Where: 表三“总计”栏第3行（予以公开）. */
  readonly place: string;
  /** What stands there and what would be right. */
  readonly words: string;
  /** 国办公开办函〔2021〕30号, or 本工具的建议; empty if the page of the rule names none. */
  readonly basis: string;
  /** What the reviewer said of it. */
  readonly remark?: string;
}

export interface ReturnNote {
  readonly unit: string;
  readonly year: number;
  /** Has to be mended. */
  readonly points: readonly NotePoint[];
  /** Is to be looked at. */
  readonly hints: readonly NotePoint[];
}

export interface NoteGround {
  readonly unit: string;
  readonly year: number;
  readonly report: Report;
  /** What is found in the report, without what was dismissed. */
  readonly findings: readonly Finding[];
  /** The Markdown page of a rule. */
  pageOf(ruleId: string): string | undefined;
  /** What was decided beside the text: what was returned has to be mended, whatever it weighs, and brings the reviewer's words. */
  readonly decisions?: readonly Decision[];
  /** Words for a place, where the report was read from a document. */
  placeOf?(finding: Finding): string;
}

/** The note; undefined if nothing has to be mended. */
export function returnNote({ unit, year, report, findings, pageOf, decisions = [], placeOf }: NoteGround): ReturnNote | undefined {
  const said = returnedIn(report, findings, decisions);
  const pointOf = (finding: Finding): NotePoint => {
    const remark = said.get(finding)?.reason;
    return {
      place: placeOf?.(finding) || placeWords(report, finding.span),
      words: wordsOf(finding),
      basis: basisIn(pageOf(finding.code) ?? ''),
      ...(remark !== undefined && { remark }),
    };
  };
  const isToMend = (finding: Finding): boolean => finding.severity === 'error' || finding.severity === 'warning' || said.has(finding);
  const points = findings.filter(isToMend).map(pointOf);
  return points.length === 0 ? undefined : { unit, year, points, hints: findings.filter((finding) => !isToMend(finding)).map(pointOf) };
}

function returnedIn(report: Report, findings: readonly Finding[], decisions: readonly Decision[]): ReadonlyMap<Finding, Decision> {
  const returned = new Map(decisions.filter(({ decision }) => decision === 'return').map((one) => [one.fingerprint, one]));
  if (returned.size === 0) return new Map();
  return new Map(
    [...fingerprints(report, findings)].flatMap(([finding, { fingerprint }]) => {
      const decision = returned.get(fingerprint);
      return decision ? [[finding, decision] as const] : [];
    }),
  );
}

/** A line of the note and what it is. */
export interface NoteLine {
  readonly kind: 'title' | 'paragraph' | 'signature';
  readonly text: string;
}

/** The note as lines, for every way of writing it. The last one tells whether somebody has written into it since. */
export function noteLines(note: ReturnNote): NoteLine[] {
  const lines = wordsOfNote(note);
  const text = lines.map((line) => line.text).join('\n');
  return [...lines, { kind: 'paragraph', text: `${writtenMark}（核验码 ${markOf(text)}）` }];
}

/** Whether `text` holds a note just as it was written, so that nobody's words are lost with it; of what is none of ours, no. */
export function isUntouched(text: string): boolean {
  const [, words = '', mark] = /^([\s\S]*)本文件由[^（]*（年报校对）生成[^（]*（核验码\s*([0-9a-f]+)）\s*$/.exec(text) ?? [];
  return mark !== undefined && mark === markOf(words);
}

/** Of letters and digits only: blanks, marks and lines to write on are others in every kind of file. */
function markOf(text: string): string {
  return hashOf(text.replace(/[^\p{L}\p{N}]+/gu, '')).slice(0, 12);
}

function wordsOfNote({ unit, year, points, hints }: ReturnNote): NoteLine[] {
  const line = (text: string): NoteLine => ({ kind: 'paragraph', text });
  const numbered = (list: readonly NotePoint[], from: number) => list.map((point, index) => line(`${from + index}. ${pointText(point)}`));
  return [
    { kind: 'title', text: '政府信息公开工作年度报告退回意见' },
    line(`${unit}：`),
    line(`你单位报送的${year}年政府信息公开工作年度报告收悉。经核对，以下 ${points.length} 处请修改后重新报送：`),
    ...numbered(points, 1),
    ...(hints.length > 0 ? [line('另有以下各处请一并核对，确无问题的可不修改：'), ...numbered(hints, points.length + 1)] : []),
    line('审核人的其他意见：'),
    line(blank),
    line(blank),
    line('请于　　月　　日前重新报送。如对以上意见有疑问，请与我们联系。谢谢支持。'),
    { kind: 'signature', text: '审核单位：　　　　　　　　' },
    { kind: 'signature', text: '　　年　　月　　日' },
  ];
}

/** The note as plain text. */
export function noteText(note: ReturnNote): string {
  return `${noteLines(note)
    .map(({ kind, text }) => (kind === 'paragraph' && !/^\d+\. |：$/.test(text) ? `　　${text}` : text))
    .join('\n')}\n`;
}

const blank = '＿'.repeat(24);

function pointText({ place, words, basis, remark }: NotePoint): string {
  const own = remark === undefined ? '' : `审核意见：${remark.replace(/[。；，]$/, '')}。`;
  return `${place === '' ? '' : `${place}：`}${words.replace(/[。；，]$/, '')}。${own}${basis === '' ? '' : `（依据：${basis}）`}`;
}

/** The finding's message, and what a safe fix would write where the message does not say it. */
function wordsOf({ message, fix }: Finding): string {
  const words = format(message);
  // Of what changes figures only a person can tell which change is right.
  const [edit, ...more] = fix?.safe ? fix.edits : [];
  const right = edit?.newText.trim() ?? '';
  if (more.length > 0 || right === '' || right.length > 24 || /\s/.test(right) || words.includes(right)) return words;
  return `${words}；建议改为「${right}」`;
}

/** What the page of a rule says that the rule is based on: the notices, laws and standards it names, else our own advice. */
function basisIn(page: string): string {
  const why = /^## 为什么\s*\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(page)?.[1] ?? '';
  const numbers = why.match(/国办[一-鿿]{0,6}〔20\d\d〕\d+号|GB\/T \d+(?:\.\d+)?-\d{4}/g) ?? [];
  const article = /(?:《中华人民共和国政府信息公开条例》|《?条例》?)第[一-鿿\d]+条/.exec(why)?.[0] ?? '';
  const bases = [
    ...new Set([...numbers, ...(article === '' ? [] : [article.replace(/^《?条例》?/, '《中华人民共和国政府信息公开条例》')])]),
  ];
  if (bases.length > 0 && !why.trimStart().startsWith('本工具的建议')) return bases.slice(0, 2).join('、');
  return why.includes('本工具的建议') ? '本工具的建议' : '';
}
