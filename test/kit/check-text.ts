/** The findings of a text as the rules give them, comments that silence left aside. */
import { check, type Severities } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import type { Finding } from '../../server/src/findings/finding';

export function checkText(text: string, severities?: Severities): readonly Finding[] {
  return check(parse(text), severities);
}
