/** Numbers of automatic numbering as Word shows them: 3 as 三, iii, c, ③ …, by the name that the file gives the format. */

const digits = [...'〇一二三四五六七八九'];
const legal = [...'零壹贰叁肆伍陆柒捌玖'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** `n` in the format; decimal where the format is not known. */
export function counted(n: number, format: string): string {
  return (formats[format] ?? String)(n);
}

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (n) => from(0x2460, 20, n),
  decimalEnclosedCircleChinese: (n) => from(0x2460, 20, n),
  decimalEnclosedParen: (n) => from(0x2474, 20, n),
  decimalEnclosedFullstop: (n) => from(0x2488, 20, n),
  ideographEnclosedCircle: (n) => from(0x3280, 10, n),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: byDigit,
  japaneseDigitalTenThousand: byDigit,
  taiwaneseDigital: byDigit,
  chineseLegalSimplified: (n) => spelled(n, legal, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (n) => spelled(n, legal, ['', '拾', '佰', '仟']),
  ideographTraditional: (n) => stems[n - 1] ?? String(n),
  ideographZodiac: (n) => branches[n - 1] ?? String(n),
  upperLetter: (n) => letters(n),
  lowerLetter: (n) => letters(n).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  bullet: () => '',
  none: () => '',
};

function from(first: number, count: number, n: number): string {
  return n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n);
}

function fullWidth(n: number): string {
  return String(n).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

function byDigit(n: number): string {
  return String(n).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** 十一, not 一十一. */
function chinese(n: number): string {
  return spelled(n, digits, ['', '十', '百', '千']).replace(/^一十/, '十');
}

function spelled(n: number, names: readonly string[], units: readonly string[]): string {
  if (n < 1 || n > 9999) return String(n);
  const figures = [...String(n)].map(Number);
  let text = '';
  let skipped = false;
  for (const [i, figure] of figures.entries()) {
    if (figure === 0) {
      skipped = true;
      continue;
    }
    if (skipped) text += names[0];
    skipped = false;
    text += (names[figure] as string) + (units[figures.length - 1 - i] as string);
  }
  return text;
}

/** A … Z, AA, BB: Word repeats the letter. */
function letters(n: number): string {
  if (n < 1 || n > 780) return String(n);
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}

const numerals: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let rest = n;
  let text = '';
  for (const [value, numeral] of numerals) for (; rest >= value; rest -= value) text += numeral;
  return text;
}
