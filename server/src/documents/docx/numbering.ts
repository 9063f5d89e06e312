/**
 * Automatic numbering: what Word writes before a paragraph though it stands nowhere in its text. One counter for each level of
 * each list, shared by all that use the list, begun anew where the file says so.
 */
import { child, elements, type XmlElement } from '../package/xml';
import { counted } from '../../text/counting';

export interface Level {
  readonly start: number;
  readonly format: string;
  /** Such as 第%1章 or （%2）. */
  readonly text: string;
  readonly suffix: string;
  /** All numbers of it in Arabic figures. */
  readonly plain: boolean;
  /** The level that begins this one anew; undefined: every higher one; 0: none. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

interface List {
  readonly id: string;
  readonly levels: readonly (Level | undefined)[];
}

/** A list as paragraphs name it, with what is otherwise for them. */
export interface Use {
  readonly list: List;
  readonly overrides: ReadonlyMap<number, { readonly start: number | undefined; readonly level: Level | undefined }>;
}

/** A paragraph's place in a list. */
export interface Numbered {
  readonly number: string;
  readonly level: number;
}

export interface Numbering {
  /** What is written before the next paragraph of that list and level; the counters go on. */
  next(numbered: Numbered): string;
  /** The level of a list that belongs to a paragraph style. */
  levelOfStyle(number: string, style: string): number | undefined;
}

const levelCount = 9;

/** @param root the part on numbering, if the file has one. */
export function openNumbering(root: XmlElement | undefined): Numbering {
  return openUses(root ? readUses(root) : new Map());
}

/** @param uses lists by the numbers that paragraphs name them by */
export function openUses(uses: ReadonlyMap<string, Use>): Numbering {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next({ number, level }) {
      const use = uses.get(number);
      const own = use && levelOf(use, level);
      if (!use || !own) return '';
      let counts = counters.get(use.list.id);
      if (!counts) counters.set(use.list.id, (counts = Array<number | undefined>(levelCount).fill(undefined)));
      const restart = use.overrides.get(level)?.start;
      const key = `${number}.${level}`;
      counts[level] = restart !== undefined && !begun.has(key) ? restart : (counts[level] ?? own.start - 1) + 1;
      begun.add(key);
      restartDeeper(counts, use, level);
      return written(counts, use, own, level);
    },
    levelOfStyle(number, style) {
      const found = uses.get(number)?.list.levels.findIndex((level) => level?.style === style) ?? -1;
      return found < 0 ? undefined : found;
    },
  };
}

function restartDeeper(counts: (number | undefined)[], use: Use, level: number): void {
  for (let deeper = level + 1; deeper < levelCount; deeper++) {
    const restart = levelOf(use, deeper)?.restart;
    if (restart === undefined || (restart !== 0 && level < restart)) counts[deeper] = undefined;
  }
}

function written(counts: (number | undefined)[], use: Use, own: Level, level: number): string {
  if (own.format === 'bullet') return '';
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = levelOf(use, index);
    if (!other || index > level) return '';
    const count = counts[index] ?? other.start;
    return counted(count, own.plain ? 'decimal' : other.format);
  });
  // 一、 and （一） stand close to the heading whatever Word puts between; after a bare figure a blank keeps numbers apart.
  return text === '' || own.suffix === 'nothing' || /[^\dA-Za-z]$/.test(text) ? text : `${text} `;
}

function levelOf({ list, overrides }: Use, level: number): Level | undefined {
  return overrides.get(level)?.level ?? list.levels[level];
}

function readUses(root: XmlElement): Map<string, Use> {
  const lists = new Map<string, List>();
  const byStyle = new Map<string, List>();
  const linked: [id: string, style: string][] = [];
  for (const element of elements(root, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? '';
    const list: List = { id, levels: readLevels(element) };
    lists.set(id, list);
    const own = child(element, 'w:styleLink')?.attributes['w:val'];
    if (own !== undefined) byStyle.set(own, list);
    const other = child(element, 'w:numStyleLink')?.attributes['w:val'];
    if (other !== undefined) linked.push([id, other]);
  }
  for (const [id, style] of linked) {
    const list = byStyle.get(style);
    if (list) lists.set(id, list);
  }
  const uses = new Map<string, Use>();
  for (const element of elements(root, 'w:num')) {
    const list = lists.get(child(element, 'w:abstractNumId')?.attributes['w:val'] ?? '');
    if (list) uses.set(element.attributes['w:numId'] ?? '', { list, overrides: readOverrides(element) });
  }
  return uses;
}

function readOverrides(element: XmlElement): Use['overrides'] {
  const overrides = new Map<number, { start: number | undefined; level: Level | undefined }>();
  for (const override of elements(element, 'w:lvlOverride')) {
    const level = child(override, 'w:lvl');
    const start = child(override, 'w:startOverride')?.attributes['w:val'];
    overrides.set(Number(override.attributes['w:ilvl'] ?? 0), {
      start: start === undefined ? undefined : Number(start),
      level: level && readLevel(level),
    });
  }
  return overrides;
}

function readLevels(element: XmlElement): (Level | undefined)[] {
  const levels = Array<Level | undefined>(levelCount).fill(undefined);
  for (const level of elements(element, 'w:lvl')) {
    const index = Number(level.attributes['w:ilvl'] ?? 0);
    if (index >= 0 && index < levelCount) levels[index] = readLevel(level);
  }
  return levels;
}

function readLevel(element: XmlElement): Level {
  const value = (name: string) => child(element, name)?.attributes['w:val'];
  const restart = value('w:lvlRestart');
  const isLegal = child(element, 'w:isLgl');
  return {
    start: Number(value('w:start') ?? 1) || 0,
    format: value('w:numFmt') ?? child(element, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
    text: value('w:lvlText') ?? '',
    suffix: value('w:suff') ?? 'tab',
    plain: isLegal !== undefined && isOn(isLegal),
    restart: restart === undefined ? undefined : Number(restart),
    style: value('w:pStyle'),
  };
}

/** Whether a property that stands there is switched on. */
export function isOn(element: XmlElement): boolean {
  const value = element.attributes['w:val'];
  return value !== '0' && value !== 'false' && value !== 'off';
}
