/** What speaks against a report: the text says that it is another, or has what no report has. */
import { isHan } from '../text/characters';
import { msg } from '../text/message';
import { type Contents, type Evidence, openingLength } from './evidence';
import { isFilled } from './evidence-for';
import { headlinesOf, kindOfText } from './other-texts';
import { isTelling } from './telling-table';

/** 关于…的通知, 工作要点, 解读 and their like: the text says itself that it is another. A report may follow its covering notice. */
export function anotherKind({ text, sections, title: found, tables: all }: Contents): Evidence | undefined {
  for (const { words } of headlinesOf(text, sections[0]?.heading.start)) {
    const kind = kindOfText(words);
    if (kind === undefined) continue;
    const covers = found?.year !== undefined && /^[一-鿿]{3,}/.test(found.agency) && kindOfText(found.text) === undefined;
    const weight = covers ? -6 : -10 - (all.some(isFilled) ? 0 : 6);
    return { weight, reason: msg('开头写着「{0}」，是{1}，不是年报', words.slice(0, 40), kind) };
  }
  return undefined;
}

export function schoolYear({ text }: Contents): Evidence | undefined {
  const found = findInOpening(text, ['学年', '高等学校', '教育部令'], /学年|高等学校信息公开办法|教育部令第\s?29\s?号/);
  return found ? { weight: -8, reason: msg('按「{0}」编写，是学校的信息公开报告，用的是另一种格式', found[0]) } : undefined;
}

/** 现将工作总结如下: another kind of paper, though its headings may be alike. */
export function announcesOther({ text }: Contents): Evidence | undefined {
  const found = findInOpening(text, ['现将'], /现将[^。\n\r]{0,40}(总结|通报|通知|解读|方案)(?:如下|情况如下|印发)/);
  return found ? { weight: -4, reason: msg('开头写着「{0}」', found[0]) } : undefined;
}

/** Where `pattern` matches in the opening; not tried where none of the words stand there with which all that it matches begins. */
function findInOpening(text: string, beginnings: readonly string[], pattern: RegExp): RegExpExecArray | null {
  const beginning = text.slice(0, openingLength);
  return beginnings.some((words) => beginning.includes(words)) ? pattern.exec(beginning) : null;
}

/** Code, or talk of it: a page of a program that reads reports. */
export function program({ text }: Contents): Evidence | undefined {
  const found = /```\s?(?:ba)?sh\b|```\s?(?:python|js|ts|json|sql|java)\b|\b(?:pip|npm|npx|pandas|python|README|GitHub)\b/i.exec(text);
  return found ? { weight: -4, reason: msg('讲的是程序「{0}」', found[0].replace(/`/g, '')) } : undefined;
}

/** 各乡镇人民政府，县直各单位： in a line of its own: a circular. */
export function addressed({ text }: Contents): Evidence | undefined {
  const beginning = text.slice(0, openingLength);
  const found = colonEndsLine(beginning)
    ? /(?:^|[\n\r])[^\S\n\r]*((?:各|县直|市直|区直|省直|机关各|同志们|大家好|尊敬的)[^\n\r。；]{0,80}[:：])[^\S\n\r]*(?=[\n\r])/.exec(
        beginning,
      )
    : undefined;
  return found ? { weight: -4, reason: msg('写给「{0}」，是公文或讲话', (found[1] ?? '').slice(0, 20)) } : undefined;
}

/** Whether a line of `text` ends in a colon, another line behind it. */
function colonEndsLine(text: string): boolean {
  for (const colon of [':', '：']) {
    for (let at = text.indexOf(colon); at >= 0; at = text.indexOf(colon, at + 1)) {
      let end = at + 1;
      while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
      if (end < text.length && text.slice(at + 1, end).trim() === '') return true;
    }
  }
  return false;
}

/** 要写实数, 不要填进来, 该部分以表格形式报告: how reports are to be written. */
export function instructions({ text }: Contents): Evidence | undefined {
  const found =
    text.match(/(?:要|应当?|须|请|别|不得)(?:如实)?(?:写|填报|填写|填入|填|核对)(?!补|表)|(?:这一|该|本)(?:项|部分)(?:以表格形式)?报告/g) ??
    [];
  return found.length > 1 ? { weight: -4, reason: msg('讲的是年报怎样填写') } : undefined;
}

/** Sections three and four under other names, and none of the form's tables: another kind of report, not to be half checked. */
export function otherOrder({ sections, tables: found, text }: Contents): Evidence | undefined {
  const isOther = (number: number) =>
    sections.some(({ form, named }) => form.number === number && !named) &&
    !sections.some(({ form, named }) => form.number === number && named);
  if (!isOther(3) || !isOther(4) || found.some((table) => isTelling(table, text))) return undefined;
  return { weight: -4, reason: msg('第三、四部分不是年报的内容') };
}

const reportName = /20\d\d年度?政府信息公开工作年度报告/g;
const nameBehindYear = '政府信息公开工作年度报告';
const longestUnit = 30;
/** More units than these in titles, a line each: a list of reports. */
const fewestListed = 4;

export function listOfReports({ text }: Contents): Evidence | undefined {
  const beginning = text.slice(0, openingLength * 2);
  if (beginning.split(nameBehindYear).length <= fewestListed) return undefined;
  const units = new Set<string>();
  let behind = 0;
  for (const { 0: name, index } of beginning.matchAll(reportName)) {
    let start = index;
    while (start > behind && index - start < longestUnit && isHan(text.charCodeAt(start - 1))) start--;
    if (index - start > 1) units.add(text.slice(start, index));
    behind = index + name.length;
  }
  return units.size >= fewestListed ? { weight: -4, reason: msg('列出了 {0} 个单位的年报，是目录', units.size) } : undefined;
}
