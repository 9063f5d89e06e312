/**
 * The name of the file speaks of another year or another agency than the title: the wrong file was sent, or the title of
 * last year's report was left. Silent where the caller knows no file, and where the name does not tell.
 */
import { differenceOf } from '../../statements/agency-names';
import { namedReport } from '../../statements/file-name';
import { type Message, msg } from '../../text/message';
import type { Rule } from '../rule';

export const mismatchedFileName: Rule = {
  id: 'mismatched-file-name',
  family: 'sections',
  title: '文件名与标题不一致',
  severity: 'hint',
  fixable: false,
  looksAt: 'tables',
  check({ title }, { fileName }) {
    if (!title || fileName === undefined) return [];
    const named = namedReport(fileName);
    const found = (message: Message) => [{ span: title.span, message }];
    if (named.year !== undefined && title.year !== undefined && named.year !== title.year)
      return found(msg('标题是 {0} 年，文件名是 {1} 年', title.year, named.year));
    if (named.agency !== undefined && title.agency.length > 2 && differenceOf(title.agency, named.agency) === 'other')
      return found(msg('标题的机关是「{0}」，文件名是「{1}」', title.agency, named.agency));
    return [];
  },
};
