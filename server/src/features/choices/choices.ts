/**
 * What users may choose about the check, wherever they write it: the editor's settings `nianbao.*` and `.nianbao.json` have
 * the same names and values. Reads and validates a value; where it comes from is not known here.
 */
import { catalogue } from '../../rules/index';
import type { Severity } from '../../findings/finding';
import type { MonthDay, UserWords } from '../../rules/rule';
import { type Message, msg } from '../../text/message';
import { nearest } from '../../text/nearest';
import type { Severities } from '../check';

/** What was chosen; what is missing was not. */
export interface Choices {
  readonly enable?: boolean;
  readonly severities?: Severities;
  /** `null`: not checked. */
  readonly overviewLimit?: number | null;
  /** Kilobytes of text above which nothing is read. */
  readonly textLimit?: number | null;
  readonly dueDepartment?: MonthDay;
  readonly dueGovernment?: MonthDay;
  readonly words?: UserWords;
}

/** One thing wrong with a value. */
export interface Trouble {
  /** Where: names, and places in lists, from the outside to the inside. */
  readonly path: readonly (string | number)[];
  /** Whether the name there is wrong, or what it is set to. */
  readonly part: 'name' | 'value';
  readonly message: Message;
}

export interface ReadChoices {
  /** What is valid. */
  readonly choices: Choices;
  readonly troubles: readonly Trouble[];
}

export const severityValues = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (Severity | 'off')[];

type Mutable<T> = { -readonly [name in keyof T]: T[name] };

/**
 * The choices in `value`, an object of names and values.
 * @param others names that stand there too and are no choices.
 */
export function readChoices(value: unknown, others: readonly string[] = []): ReadChoices {
  const troubles: Trouble[] = [];
  const choices: Mutable<Choices> = {};
  if (!isObject(value))
    return { choices, troubles: [{ path: [], part: 'value', message: msg('应为由名称和值组成的对象 {…}，不能是 {0}', shown(value)) }] };
  const refuse = (name: string, message: Message): void => void troubles.push({ path: [name], part: 'value', message });
  for (const [name, given] of Object.entries(value)) {
    switch (name) {
      case 'enable':
        if (typeof given === 'boolean') choices.enable = given;
        else refuse(name, msg('「{0}」应为 true 或 false，不能是 {1}', name, shown(given)));
        break;
      case 'overviewLimit':
      case 'textLimit':
        if (given === null || (typeof given === 'number' && Number.isInteger(given) && given > 0)) choices[name] = given;
        else refuse(name, msg('「{0}」应为正整数，不能是 {1}', name, shown(given)));
        break;
      case 'dueDepartment':
      case 'dueGovernment': {
        const day = monthDay(given);
        if (day) choices[name] = day;
        else refuse(name, msg('「{0}」应为「月-日」，如 01-31，不能是 {1}', name, shown(given)));
        break;
      }
      case 'severities':
        if (isObject(given)) choices.severities = readSeverities(given, name, troubles);
        else refuse(name, msg('「{0}」应为由规则名和级别组成的对象 {…}，不能是 {1}', name, shown(given)));
        break;
      case 'words':
        if (isObject(given)) choices.words = readWords(given, name, troubles);
        else refuse(name, msg('「{0}」应为 {…}，其中写 allow、replace，不能是 {1}', name, shown(given)));
        break;
      default:
        if (!others.includes(name)) troubles.push({ path: [name], part: 'name', message: unknownName(name) });
    }
  }
  return { choices, troubles };
}

/** The names of all choices. */
export const choiceNames = [
  'enable',
  'severities',
  'overviewLimit',
  'textLimit',
  'dueDepartment',
  'dueGovernment',
  'words',
] as const satisfies readonly (keyof Choices)[];

function readSeverities(value: Readonly<Record<string, unknown>>, name: string, troubles: Trouble[]): Severities {
  const severities: Record<string, Severity | 'off'> = {};
  const ids = catalogue.map(({ id }) => id);
  for (const [id, given] of Object.entries(value)) {
    const severity = severityValues.find((known) => known === given);
    if (!ids.includes(id)) troubles.push({ path: [name, id], part: 'name', message: unknownRule(id, ids) });
    else if (severity) severities[id] = severity;
    else troubles.push({ path: [name, id], part: 'value', message: wrongSeverity(id, given) });
  }
  return severities;
}

/** Words that are allowed, and words with what they are to be replaced by. */
function readWords(value: Readonly<Record<string, unknown>>, name: string, troubles: Trouble[]): UserWords {
  const refuse = (path: readonly string[], message: Message): void => void troubles.push({ path: [name, ...path], part: 'value', message });
  const allow: string[] = [];
  const replace: Record<string, string> = {};
  for (const [key, given] of Object.entries(value)) {
    if (key === 'allow') {
      if (Array.isArray(given) && given.every((word) => typeof word === 'string')) allow.push(...given.filter((word) => word !== ''));
      else refuse([key], msg('「{0}」应为由词组成的列表 […]，不能是 {1}', key, shown(given)));
    } else if (key === 'replace') {
      if (!isObject(given)) refuse([key], msg('「{0}」应为由错词和正词组成的对象 {…}，不能是 {1}', key, shown(given)));
      else
        for (const [wrong, right] of Object.entries(given)) {
          if (typeof right === 'string' && wrong !== '' && !right.includes(wrong)) replace[wrong] = right;
          else refuse([key, wrong], msg('「{0}」应改为另一个词，不能是 {1}', wrong, shown(right)));
        }
    } else troubles.push({ path: [name, key], part: 'name', message: msg('没有「{0}」这一项，只有 {1}', key, 'allow、replace') });
  }
  return { allow, replace };
}

function unknownRule(id: string, ids: readonly string[]): Message {
  const meant = nearest(id, ids);
  return meant === undefined ? msg('没有「{0}」这条规则', id) : msg('没有「{0}」这条规则，是否指「{1}」？', id, meant);
}

function wrongSeverity(id: string, given: unknown): Message {
  const meant =
    typeof given === 'string'
      ? (nearest(given.toLowerCase(), severityValues) ??
        severityValues.find((name) => name.startsWith(given.toLowerCase()) && given.length > 2))
      : undefined;
  if (meant === undefined) return msg('「{0}」的级别应为 error、warning、information、hint 或 off，不能是 {1}', id, shown(given));
  return msg('「{0}」的级别应为 error、warning、information、hint 或 off，不能是 {1}，是否指 {2}？', id, shown(given), meant);
}

function unknownName(name: string): Message {
  const meant = nearest(name.replace(/^nianbao\./, ''), choiceNames);
  if (meant !== undefined) return msg('没有「{0}」这一项，是否指「{1}」？', name, meant);
  if (catalogue.some(({ id }) => id === name)) return msg('规则「{0}」的级别要写在 severities 里', name);
  return msg('没有「{0}」这一项，只有 {1}', name, choiceNames);
}

/** A day written as `MM-DD`. */
function monthDay(value: unknown): MonthDay | undefined {
  const found = typeof value === 'string' ? /^(\d{1,2})-(\d{1,2})$/.exec(value) : null;
  if (!found) return undefined;
  const [month, day] = [Number(found[1]), Number(found[2])];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
