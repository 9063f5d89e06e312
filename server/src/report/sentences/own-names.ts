/**
 * By which names a report speaks of the agency that reports: 青河县水务局 is also 县水务局 and 水务局, 洪泽区人民政府 also 洪泽区 and 区政府.
 * A name that is none of these is taken for somebody else's.
 */

/** Words at the end of a government's name, the longest first. */
const government = ['人民政府', '政府'];
/** What governs a place by itself; its last character stands for it: 区政府. */
const place = '省市县区旗州盟镇乡';

/** Tells whether a name is the reporting agency's own; nothing is where the title names none. */
export function ownNames(agency: string | undefined): (name: string) => boolean {
  const full = agency?.replace(/[\s《》]/g, '') ?? '';
  if (full.length < 3) return () => false;
  const names = new Set([full, ...kinds.filter(([inTitle]) => inTitle.some((word) => full.includes(word))).flatMap(([, own]) => own)]);
  const ending = government.find((word) => full.endsWith(word));
  const seat = ending ? full.slice(0, -ending.length) : placeAlone(full);
  if (seat !== undefined) {
    for (const name of [seat, shortened(seat)])
      for (const end of ['', ...government, ...(name.endsWith('街道') ? ['办事处', '办'] : [])])
        if (name.length + end.length > 1) names.add(name + end);
    const kind = /(?:街道|苏木)$/.exec(seat)?.[0] ?? seat.slice(-1);
    for (const end of government) names.add(kind + end);
    return (name) => names.has(name);
  }
  // A department goes without the places before its name: at least two characters of 水务局 must be left.
  const spoken = [full, ...cut.filter(([long]) => full.endsWith(long)).map(([long, short]) => full.slice(0, -long.length) + short)];
  return (name) => names.has(name) || (name.length >= 3 && spoken.some((own) => own.endsWith(name)));
}

/** A title may name the place alone: 洪泽区2024年…. */
function placeAlone(full: string): string | undefined {
  return place.includes(full.slice(-1)) || /(?:街道|苏木)$/.test(full) ? full : undefined;
}

/** A township without its county: 青溪县河口镇 is 河口镇. */
function shortened(seat: string): string {
  const at = Math.max(...[...place].map((sign) => seat.lastIndexOf(sign, seat.length - 3)));
  return at > 0 ? seat.slice(at + 1) : seat;
}

/** Nouns by which agencies of a kind speak of themselves. */
const kinds: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['街道'], ['街道', '街道办', '街道办事处', '办事处']],
  [
    ['管理委员会', '管委会'],
    ['管委会', '园区', '高新区', '开发区', '经开区', '示范区', '新区'],
  ],
  [
    ['园区', '开发区', '高新区'],
    ['园区', '开发区', '高新区', '管委会'],
  ],
];

/** Ends of names and how they are cut in speaking. */
const cut = [
  ['人民政府办公室', '政府办公室'],
  ['人民政府办公室', '政府办'],
  ['人民政府办公厅', '政府办公厅'],
  ['管理委员会', '管委会'],
  ['委员会', '委'],
  ['办公室', '办'],
  ['街道办事处', '街道'],
] as const;
