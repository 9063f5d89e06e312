/**
 * Words that another agency wrote: a town that calls itself 我局, a bureau led by 上级公安机关 that is no police, 县委、县政府 in the
 * report of a district, a 市长信箱 opened by a county. Only where the title names who reports; one hint for each kind of words.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { anyOf, findNear, type Near } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

/** Lines of departments that lead their own, and how a name tells that it is of that line. */
const leaders =
  /(?:上级)?(公安|检察|税务|教育|卫生健康|卫健|民政|审计|自然资源|生态环境|市场监管|交通运输|农业农村|水利|住建|人社|财政|司法行政|统计|气象|消防|应急管理|林业|文旅)(?:机关|(?:行政)?(?:主管)?部门|系统|局党[委组]|局)的?(?:正确|坚强|有力|亲切|统一)*(?:领导|指导)下/g;
const kin: Readonly<Record<string, RegExp>> = {
  公安: /公安|交警|交通警察|森林|出入境|派出所/,
  卫生健康: /卫生|卫健|疾控|疾病|医/,
  卫健: /卫生|卫健|疾控|疾病|医/,
  市场监管: /市场/,
  住建: /住房|住建|城乡|房/,
  人社: /人力|人社|社会保/,
  文旅: /文化|旅游|文旅|体/,
  林业: /林|自然/,
  教育: /教|学/,
  自然资源: /自然|国土|规划|林/,
  应急管理: /应急|消防|地震/,
  农业农村: /农|畜|乡村/,
  交通运输: /交通|公路|运输|铁路/,
};

interface Stranger {
  readonly words: RegExp;
  /** One of these stands in all that `words` matches, at most `before` characters behind its start. */
  readonly keys: readonly string[];
  readonly before: number;
}

const bureau: Stranger = { keys: ['我局', '本局'], before: 1, words: /(?<![基根原版成样])[我本]局(?![面势限部长])/g };
const committee: Stranger = { keys: ['我委', '本委'], before: 1, words: /(?<![基根原版成样])[我本]委(?![托员])/g };
const town: Stranger = { keys: ['我镇', '本镇'], before: 1, words: /(?<![基根])[我本]镇(?!街)/g };
const township: Stranger = { keys: ['我乡', '本乡'], before: 1, words: /(?<![基根])[我本]乡(?![镇土村])/g };
const street: Stranger = { keys: ['我街道', '本街道'], before: 0, words: /[我本]街道(?!路口)/g };
const county: Stranger = {
  keys: ['我县', '县委、县政府', '县委县政府'],
  before: 1,
  words: /(?<!各)我县|(?<=[在由经按据受对和与及到了以实照绕彻合从、，。；（“：]|^)县委、?县政府/g,
};
const district: Stranger = {
  keys: ['区委、区政府', '区委区政府'],
  before: 1,
  words: /(?<=[在由经按据受对和与及到了以实照绕彻合从、，。；（“：]|^)区委、?区政府/g,
};
/** 全市公开…, as the subject of what was done, where a county reports; 全市排名 and 全市会议 may be of the city above. */
const wholes = (places: string): Stranger => ({
  keys: ['全市', '全县', '全省'].filter((key) => places.includes(key[1] as string)),
  before: 1,
  words: new RegExp(
    `(?<=[，。；：、\\s）)]|^)全[${places}](?=(?:共|累计|通过|主动公开|公开|发布|收到|受理|新收|办理|制发|各级|各部门|政府信息|政务公开工作)(?![^，。；]{0,12}(?:会议|考核|排名|第[一二三四五六七八九十\\d])))`,
    'g',
  ),
});
const cityOrProvince = wholes('市省');
const countyOrMore = wholes('县市省');
const mailbox: Stranger = { keys: ['市长信箱', '省长信箱'], before: 4, words: /(?:设立|开设|开通|设置|建立|完善|公布)了?“?[市省]长信箱/g };

/** One of these stands in all that is told of here. */
const telling = [
  ...[bureau, committee, town, township, street, county, district, mailbox, cityOrProvince, countyOrMore].flatMap(({ keys }) => keys),
  '领导下',
  '指导下',
];

export const foreignText: Rule = {
  id: 'foreign-text',
  family: 'residue',
  title: '疑似套用其他机关的文字',
  severity: 'hint',
  fixable: false,
  looksAt: 'words',
  sleeps: true,
  wakes: telling,
  check(report, { scan }) {
    const name = report.title?.agency ?? '';
    if (name === '' || !anyOf(scan, telling)) return [];
    const groups = strangersTo(report, name).map(({ words, keys, before }) => findNear(scan, keys, words, { before, after: 12 }));
    groups.push(leadersOf(report, name, scan));
    return groups.flatMap((matches) => describe(name, matches)).sort((a, b) => a.span.start - b.span.start);
  },
};

/** How agencies of other kinds than `name` speak of themselves and of those above them. */
function strangersTo({ agency }: Report, name: string): Stranger[] {
  const found: Stranger[] = [];
  const own = name.replace(/人民政府|办事处|街道办/g, '');
  if (agency === 'township') {
    found.push(bureau, committee);
    if (/镇$/.test(own)) found.push(township, street);
    else if (/乡$/.test(own)) found.push(town, street);
    else if (/街道?$/.test(own)) found.push(town, township);
  } else if (agency === 'department' && !/[镇乡]|街道/.test(name)) found.push(town, township);
  const places = name.replace(/自治区|开发区|新区|地区|高新区|经开区/g, '');
  if (/[区市]/.test(places) && !/[县旗盟州]/.test(places)) found.push(county);
  if (/县/.test(places) && !/区/.test(places)) found.push(district);
  if (agency === 'county' || agency === 'township') found.push(mailbox);
  const level = lastPlaceOf(name);
  if (/[县旗]/.test(level)) found.push(cityOrProvince);
  else if (/[区镇乡]/.test(level)) found.push(countyOrMore);
  return found;
}

/** The kind of the last place in an agency's name: 县 in 某市某县水务局. */
function lastPlaceOf(name: string): string {
  return [...name.replace(/自治区|开发区|新区|高新区|经开区|地区|市场|市政|区域/g, '').matchAll(/[省市县旗区镇乡盟州]/g)].at(-1)?.[0] ?? '';
}

/** Words on being led by departments that lead no such agency. Schools, stations and centres may have any of them above. */
function leadersOf(report: Report, name: string, scan: ProseScan): Near[] {
  if (report.agency !== 'township' && !(report.agency === 'department' && /(?:局|委员会|委)$/.test(name))) return [];
  return findNear(scan, ['领导下', '指导下'], leaders, { before: 30, after: 4 }).filter(
    ({ group: line = '' }) => !(kin[line] ?? new RegExp(line)).test(name),
  );
}

function describe(name: string, matches: readonly Near[]): Observation[] {
  const inOrder = [...matches].sort((a, b) => a.start - b.start);
  const [first, ...others] = inOrder.map(({ start, end, match: found }) => ({ span: { start, end }, found }));
  if (!first) return [];
  return [
    {
      span: first.span,
      message:
        others.length > 0
          ? msg('「{0}」不像「{1}」的口吻，疑似套用了其他机关的文字，全文共 {2} 处', first.found, name, matches.length)
          : msg('「{0}」不像「{1}」的口吻，疑似套用了其他机关的文字', first.found, name),
      ...(others.length > 0 && { related: others.slice(0, 20).map(({ span }) => ({ span, message: msg('同样的文字') })) }),
    },
  ];
}
