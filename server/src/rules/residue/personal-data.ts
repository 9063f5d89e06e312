/**
 * Mobile numbers and identity numbers of people in the prose. Off unless the user switches it on: an office's own mobile
 * number is often published on purpose. Masked numbers (138****1234) are none.
 */
import { type Message, msg } from '../../text/message';
import { findInProse, inLines } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

const numbers = inLines(/(?<![0-9A-Za-z.\-_/])(?:1[3-9]\d{9}|\d{17}[0-9Xx])(?![0-9A-Za-z])/g);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export const personalData: Rule = {
  id: 'personal-data',
  family: 'residue',
  title: '个人手机号、身份证号',
  severity: 'warning',
  fixable: false,
  looksAt: 'paragraphs',
  optional: true,
  check: (report) => findInProse(report, numbers).flatMap(({ index, 0: found }) => observe(index, found)),
};

function observe(start: number, found: string): Observation[] {
  const span = { start, end: start + found.length };
  const told = (message: Message) => [{ span, message }];
  if (found.length === 11) return told(msg('「{0}」像是个人手机号，公开前应确认或遮盖', masked(found, 3, 4)));
  return isIdentity(found) ? told(msg('「{0}」是身份证号，不应公开', masked(found, 6, 4))) : [];
}

/** Whether 18 digits are an identity number: a date of birth in them, and the check digit right (GB 11643). */
function isIdentity(digits: string): boolean {
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)].map(Number) as [number, number, number];
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

/** The number with stars in its middle: messages end up in logs. */
function masked(number: string, head: number, tail: number): string {
  return number.slice(0, head) + '*'.repeat(number.length - head - tail) + number.slice(-tail);
}
