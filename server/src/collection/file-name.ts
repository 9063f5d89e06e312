/**
 * What the path of a file tells of the report in it, where the report itself does not: unit, year, and which of several
 * versions it is. Nothing is guessed: a name in Latin letters or a bare number names no unit.
 *
 *     2024年/乡镇/03.云川县龙岗镇2024年政府信息公开工作年度报告（修改稿2）.docx
 *                    unit        year                              version
 */
import { halfWidth } from '../text/number';
import { agencyKey, isAgencyName } from './agency-name';

export interface FileName {
  /** The unit named, as it is compared; undefined if none is. */
  readonly unit: string | undefined;
  readonly year: number | undefined;
  readonly version: Version;
}

/** Which version a file says that it is; the greater one is the later. */
export interface Version {
  readonly rank: number;
  /** The words of the name that say so; empty if none do. */
  readonly words: string;
}

/**
 * @param path with / or \ between its parts.
 * @param isKnown whether the roster has a unit of this name.
 */
export function readFileName(path: string, isKnown: (name: string) => boolean = () => false): FileName {
  const parts = halfWidth(path)
    .split(/[/\\]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const stem = (parts.at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const folders = parts.slice(0, -1).reverse();
  const unit = unitIn(stem, isKnown) ?? folders.map((name) => unitIn(name, isKnown)).find((name) => name !== undefined && isKnown(name));
  const year = yearIn(stem) ?? folders.map(yearIn).find((found) => found !== undefined);
  return { unit, year, version: versionIn(stem) };
}

/** A year that stands by itself: not part of a longer number or a date. */
function yearIn(name: string): number | undefined {
  const found = [...name.matchAll(/(?<!\d)(20[12]\d)(?!\d)(?![-./_]\d)(?!年\d{1,2}月)/g)].map(([, year]) => Number(year));
  return found.length > 0 && found.every((year) => year === found[0]) ? found[0] : undefined;
}

/** Words that stand beside the unit's name and are no part of it. */
const others =
  /政府信息(?:和政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)?|(?:信息|政务)公开(?:工作)?(?:年度)?(?:报告|年报)|年度报告|年度工作报告|年度年报|工作报告|年报|(?<!\d)20[12]\d(?!\d)年?度?|关于|的$|\(\d+\)|^附件\d*|^\d+[-_.、\s]*|[-_.\s]\d+$/g;

function unitIn(name: string, isKnown: (name: string) => boolean): string | undefined {
  const bare = name
    .replace(versions, '')
    .replace(/[\s《》【】[\]]/g, ' ')
    .trim();
  const rest = agencyKey(bare.replace(others, ' ').replace(/[-_—.、,，:：]/g, ' '))
    .replace(/^\d+/, '')
    .replace(/\(\)|的$/g, '');
  if (rest === '') return undefined;
  return isKnown(rest) || isAgencyName(rest) ? rest : undefined;
}

const versions =
  /[-_(【[\s]*(?:已改|修改稿|修订稿|修正稿|修改版|修订版|更正|改稿|最终[稿版]|终[稿版]|定[稿版]|正式[稿版]|签发稿|报送稿|送审稿|征求意见稿|初稿|草稿|副本|[vV]\d+(?:\.\d+)?)\d*[)】\]]?/g;

/** Ranks of the words that tell versions; a number behind one adds to it. */
const ranks: readonly (readonly [pattern: RegExp, rank: number])[] = [
  [/已改/, 2000],
  [/最终|终稿|终版|定稿|定版|正式|签发稿/, 1000],
  [/修改|修订|修正|更正|改稿/, 100],
  [/初稿|草稿|征求意见稿/, -100],
];

function versionIn(stem: string): Version {
  const words = stem.match(versions) ?? [];
  const rank = words.reduce((sum, word) => sum + rankOf(word), 0);
  return { rank, words: words.map((word) => word.replace(/[-_()【】[\]\s]/g, '')).join(' ') };
}

function rankOf(word: string): number {
  const number = Number(/\d+(?:\.\d+)?/.exec(word)?.[0] ?? 0);
  const own = ranks.find(([pattern]) => pattern.test(word))?.[1];
  if (own !== undefined) return own + number;
  return /[vV]\d/.test(word) ? 10 * (number - 1) : 0;
}
