/**
 * The roster: which units report, by what other names they are called, which are summed up by which. Read from a value of
 * `.nianbao.json` and validated; what is wrong in it is told with its place, and the rest holds.
 *
 *     "units": [
 *       { "name": "云川县人民政府", "sums": true },
 *       { "name": "云川县水务局", "aliases": ["县水务局"], "parent": "云川县人民政府" }
 *     ]
 */
import { type Message, msg } from '../text/message';
import { agencyKey } from './agency-name';

export interface Unit {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Name of the unit whose report this one's figures go into. */
  readonly parent?: string;
  /** Whether its report is the sum of those that name it as parent. */
  readonly sums?: true;
  /** What sort of unit it is, such as 乡镇 or 部门. */
  readonly kind?: string;
  /** The last day for its report, month-day. */
  readonly due?: string;
}

/** One thing wrong with the value, and where: names and indices from the outside to the inside. */
export interface RosterTrouble {
  readonly path: readonly (string | number)[];
  readonly part: 'name' | 'value';
  readonly message: Message;
}

export interface Roster {
  readonly units: readonly Unit[];
  /** The unit that is called so, by its name or an alias. */
  find(name: string): Unit | undefined;
  /** The units that name this one as parent. */
  childrenOf(unit: Unit): readonly Unit[];
}

/** No county has so many; more is a mistake or an attack. */
const mostUnits = 20_000;
const longestName = 100;

/** The units in `value`, the value of "units". */
export function readRoster(value: unknown): { readonly units: readonly Unit[]; readonly troubles: readonly RosterTrouble[] } {
  const troubles: RosterTrouble[] = [];
  if (!Array.isArray(value))
    return { units: [], troubles: [{ path: [], part: 'value', message: msg('「{0}」应为单位的列表 […]', 'units') }] };
  if (value.length > mostUnits)
    return { units: [], troubles: [{ path: [], part: 'value', message: msg('单位太多（{0} 个），最多 {1} 个', value.length, mostUnits) }] };
  const read = value.flatMap((given: unknown, index) => {
    const unit = readUnit(given, index, troubles);
    return unit ? [{ unit, index }] : [];
  });
  const units = withoutLoops(withKnownParents(withoutDoubles(read, troubles), troubles), troubles);
  return { units: units.map(({ unit }) => unit), troubles };
}

/** A roster of `units`, from `readRoster`. */
export function rosterOf(units: readonly Unit[]): Roster {
  const byName = new Map<string, Unit>();
  for (const unit of units) for (const name of namesOf(unit)) if (!byName.has(name)) byName.set(name, unit);
  const children = new Map<Unit, Unit[]>();
  for (const unit of units) {
    const parent = unit.parent === undefined ? undefined : byName.get(agencyKey(unit.parent));
    if (parent) children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  return { units, find: (name) => byName.get(agencyKey(name)), childrenOf: (unit) => children.get(unit) ?? [] };
}

interface Placed {
  readonly unit: Unit;
  readonly index: number;
}

/** The members of a unit besides its name: what each must be, and what is said where it is not. */
const members: Readonly<Record<string, { readonly isRight: (value: unknown) => boolean; readonly problem: Message }>> = {
  aliases: { isRight: (value) => Array.isArray(value) && value.every(isName), problem: msg('「{0}」应为名称的列表', 'aliases') },
  parent: { isRight: isName, problem: msg('「{0}」应为单位的名称', 'parent') },
  sums: { isRight: (value) => typeof value === 'boolean', problem: msg('「{0}」应为 true 或 false', 'sums') },
  kind: { isRight: isName, problem: msg('「{0}」应为文字', 'kind') },
  due: { isRight: isMonthDay, problem: msg('「{0}」应为「月-日」，如 01-31', 'due') },
};

function readUnit(given: unknown, index: number, troubles: RosterTrouble[]): Unit | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    troubles.push({ path: [index], part: 'value', message: msg('单位应写成 {0}', '{ "name": "…" }') });
    return undefined;
  }
  for (const [name, value] of Object.entries(given)) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!member && name !== 'name')
      troubles.push({ path: [index, name], part: 'name', message: msg('单位没有「{0}」这一项', name.slice(0, longestName)) });
    else if (member && !member.isRight(value)) troubles.push({ path: [index, name], part: 'value', message: member.problem });
  }
  const { name, aliases, parent, sums, kind, due } = given as Record<string, unknown>;
  if (!isName(name)) {
    troubles.push({
      path: name === undefined ? [index] : [index, 'name'],
      part: 'value',
      message: msg('单位缺少名称「{0}」，或名称不是文字', 'name'),
    });
    return undefined;
  }
  return {
    name: name.trim(),
    aliases: Array.isArray(aliases) ? aliases.filter(isName).map((alias) => alias.trim()) : [],
    ...(isName(parent) && { parent: parent.trim() }),
    ...(sums === true && { sums }),
    ...(isName(kind) && { kind: kind.trim() }),
    ...(isMonthDay(due) && { due }),
  };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestName;
}

function isMonthDay(value: unknown): value is string {
  const found = typeof value === 'string' ? /^(\d{1,2})-(\d{1,2})$/.exec(value) : null;
  return found !== null && Number(found[1]) >= 1 && Number(found[1]) <= 12 && Number(found[2]) >= 1 && Number(found[2]) <= 31;
}

function namesOf({ name, aliases }: Unit): string[] {
  return [name, ...aliases].map(agencyKey);
}

/** A name that two units have would make one report both's: the first keeps it. */
function withoutDoubles(read: readonly Placed[], troubles: RosterTrouble[]): Placed[] {
  const owners = new Map<string, Unit>();
  return read.flatMap(({ unit, index }) => {
    const own = agencyKey(unit.name);
    const owner = owners.get(own);
    if (owner) {
      troubles.push({
        path: [index, 'name'],
        part: 'value',
        message:
          owner.name === unit.name ? msg('「{0}」在名单里写了两次', unit.name) : msg('「{0}」已经是「{1}」的别名', unit.name, owner.name),
      });
      return [];
    }
    owners.set(own, unit);
    const aliases = unit.aliases.filter((alias) => {
      const other = owners.get(agencyKey(alias));
      if (other && other !== unit)
        troubles.push({ path: [index, 'aliases'], part: 'value', message: msg('别名「{0}」已经属于「{1}」', alias, other.name) });
      else owners.set(agencyKey(alias), unit);
      return !other || other === unit;
    });
    return [{ unit: { ...unit, aliases }, index }];
  });
}

function withKnownParents(read: readonly Placed[], troubles: RosterTrouble[]): Placed[] {
  const known = new Set(read.flatMap(({ unit }) => namesOf(unit)));
  return read.map(({ unit, index }) => {
    if (unit.parent === undefined || known.has(agencyKey(unit.parent))) return { unit, index };
    troubles.push({ path: [index, 'parent'], part: 'value', message: msg('名单里没有上级单位「{0}」', unit.parent) });
    return { unit: withoutParent(unit), index };
  });
}

/** Units that are their own superiors, by whatever way: the one at which the loop closes loses its parent. */
function withoutLoops(read: readonly Placed[], troubles: RosterTrouble[]): Placed[] {
  const byName = new Map<string, Placed>(read.flatMap((placed) => namesOf(placed.unit).map((name) => [name, placed] as const)));
  const settled = new Set<Placed>();
  const cut = new Set<Placed>();
  for (const start of read) {
    const way = new Set<Placed>();
    let at: Placed | undefined = start;
    while (at && !settled.has(at) && !cut.has(at)) {
      way.add(at);
      const parent: Placed | undefined = at.unit.parent === undefined ? undefined : byName.get(agencyKey(at.unit.parent));
      if (parent && way.has(parent)) {
        cut.add(at);
        troubles.push({
          path: [at.index, 'parent'],
          part: 'value',
          message: parent === at ? msg('「{0}」的上级写成了它自己', at.unit.name) : msg('上级单位绕成了圈：{0}', loopOf(way, parent)),
        });
        break;
      }
      at = parent;
    }
    for (const placed of way) settled.add(placed);
  }
  return read.map((placed) => (cut.has(placed) ? { unit: withoutParent(placed.unit), index: placed.index } : placed));
}

function loopOf(way: ReadonlySet<Placed>, from: Placed): string {
  const names = [...way].map(({ unit }) => unit.name);
  const loop = names.slice(names.indexOf(from.unit.name));
  const shown = loop.length > 6 ? [...loop.slice(0, 5), '…'] : loop;
  return [...shown, from.unit.name].join(' → ');
}

function withoutParent({ name, aliases, sums, kind, due }: Unit): Unit {
  return { name, aliases, ...(sums && { sums }), ...(kind !== undefined && { kind }), ...(due !== undefined && { due }) };
}
