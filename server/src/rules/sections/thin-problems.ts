/**
 * Section five names problems and measures, in more than a few words. An empty one is empty-section's; a text that breaks
 * off in it is left alone. How many measures answer how many problems is not counted.
 */
import { type Message, msg } from '../../text/message';
import { emptySections } from '../../statements/empty-sections';
import type { Rule } from '../rule';
import { isInPlace } from '../../statements/section-order';
import { breaksOffIn, headingIn, lengthOf, linesIn } from '../../statements/section-lines';
import { headingOf } from '../../findings/wording';

/** Problems and measures cannot be told in fewer characters. */
const fewest = 30;
const problems =
  /问题|不足|不够|不高|不全|不强|不深|不实|不多|不到位|不及时|不平衡|差距|薄弱|有待|短板|弱项|滞后|欠缺|缺乏|缺少|较少|偏少|较[慢弱低]|偏[慢弱低]|单一|困难|[仍还尚](?:需|须|要|存在|有)|需(?:要|进一步)?(?:加强|提高|提升|改进|完善)/;
const measures =
  /改进|整改|措施|下一步|下步|今后|接下来|将|加强|强化|完善|健全|提[高升]|加大|推进|优化|丰富|拓[宽展]|规范|落实|开展|明确|建立|细化|增[加强]|每[月季周]|定期/;
/** What is not yet so is a problem, though it sounds like a measure: 有待加强, 不够丰富. */
const wanting =
  /(?:有待|亟待)(?:进一步)?(?:加强|强化|完善|健全|提[高升]|推进|优化|丰富|拓[宽展]|规范|落实|明确|细化|改进)|(?:不够|不尽|不)(?:完善|健全|优化|丰富|规范|落实|明确|细化)/g;

export const thinProblems: Rule = {
  id: 'thin-problems',
  family: 'sections',
  title: '问题和改进写得过简',
  severity: 'warning',
  fixable: false,
  check(report) {
    const section = headingIn(report, 5);
    if (!section || breaksOffIn(report, 5) || !isInPlace(report, section)) return [];
    const lines = linesIn(report, 5);
    if (lines.length === 0) return [];
    const { text } = report;
    const has = (words: RegExp, but?: RegExp) =>
      lines.some(({ start, end }) => words.test(but ? text.slice(start, end).replace(but, '') : text.slice(start, end)));
    const message = complaint(headingOf(section.form), lengthOf(text, lines, fewest), has(problems), has(measures, wanting));
    if (!message || emptySections(report).some((empty) => empty.section === section)) return [];
    return [{ span: section.heading, message }];
  },
};

function complaint(heading: string, length: number, hasProblems: boolean, hasMeasures: boolean): Message | undefined {
  if (length < fewest) return msg('「{0}」只有 {1} 个字，应具体写明问题和改进措施', heading, length);
  if (!hasProblems) return msg('「{0}」没有写存在的问题', heading);
  return hasMeasures ? undefined : msg('「{0}」没有写改进措施', heading);
}
