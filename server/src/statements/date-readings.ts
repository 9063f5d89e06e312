/** Month and day out of digits that run on: 1231 is December 31, 111 may be January 11 or November 1. */

export interface MonthAndDay {
  readonly month: number;
  readonly day: number;
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Every month and day that `digits` (two to four of them) may stand for. */
export function dateReadings(digits: string): MonthAndDay[] {
  const readings: MonthAndDay[] = [];
  for (const width of [1, 2]) {
    const rest = digits.length - width;
    if (rest < 1 || rest > 2) continue;
    const month = Number(digits.slice(0, width));
    const day = Number(digits.slice(width));
    // A zero stands only before the digit of a month or day of two digits.
    if (digits[width] === '0' && rest === 1) continue;
    if (month >= 1 && day >= 1 && day <= (lengths[month - 1] ?? 0)) readings.push({ month, day });
  }
  return readings;
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month >= 1 && day >= 1 && day <= (month === 2 && !isLeap ? 28 : (lengths[month - 1] ?? 0));
}
