/**
 * Whether two names may mean the same agency. Short forms are allowed: 卫健委 for 卫生健康委员会, 三营镇 for 原州区三营镇人民政府,
 * a name without the places above it. Unsure cases count as the same.
 */

/** Words that a short form leaves out as a whole. */
const generic = /人民政府|街道办事处|办事处|\s|·/g;
const brackets = /[（(][^（()）]{0,20}[）)]/g;
/** The end of a place's name; 市场, 市政 and 区域 are none. */
const place = /(?:省|自治州|地区|盟|州|市(?![场政])|县|区(?![域划块])|旗|镇|乡)/g;
const offices = ['办公室', '办公厅'];

/** What a difference is: the office of a government named in place of the government, or another agency. */
export type Difference = 'office' | 'other';

/** How `named` differs from `own`, or undefined if both may be the same agency. */
export function differenceOf(own: string, named: string): Difference | undefined {
  const first = own.replace(brackets, '');
  const second = named.replace(brackets, '');
  if (isOffice(first) !== isOffice(second) && (isOffice(first) || isOffice(second)) && (isGovernment(first) || isGovernment(second))) return 'office';
  const a = first.replace(generic, '');
  const b = second.replace(generic, '');
  if (isWithin(a, b) || isWithin(b, a)) return undefined;
  const [placeA, tailA] = split(a);
  const [placeB, tailB] = split(b);
  if (tailA !== '' && (isWithin(tailA, tailB) || isWithin(tailB, tailA))) {
    // 青河县水务局 and 柳河县水务局 are two agencies; 水务局 of a county and of its city may be meant as one.
    return placeA !== '' && placeB !== '' && placeA.at(-1) === placeB.at(-1) && lastPlace(placeA) !== lastPlace(placeB) ? 'other' : undefined;
  }
  return 'other';
}

/** Whether `name` is that of a government's office: 某县人民政府办公室. */
function isOffice(name: string): boolean {
  return offices.some((office) => name.endsWith(`政府${office}`));
}

function isGovernment(name: string): boolean {
  return name.endsWith('人民政府');
}

/** Whether the characters of `short` stand in `long` in their order. */
export function isWithin(short: string, long: string): boolean {
  let next = 0;
  for (const c of long) if (c === short[next]) next++;
  return next === short.length;
}

/** A name as its places and the rest: 青河县 + 水务局; 柳塘镇 + nothing. */
function split(name: string): [string, string] {
  const last = [...name.matchAll(place)].at(-1);
  const at = last ? last.index + last[0].length : 0;
  return [name.slice(0, at), name.slice(at)];
}

/** The last place of several: 泉南市洛井区 gives 洛井区. */
function lastPlace(places: string): string {
  const ends = [...places.matchAll(place)].map((match) => match.index + match[0].length);
  return places.slice(ends.at(-2) ?? 0);
}
