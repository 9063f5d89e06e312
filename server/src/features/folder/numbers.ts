/**
 * A page of numbers: rates of a year and of the one before, each with what is divided by what. Neutral, without a ranking; a
 * rate of few cases says so. Where the total of cases does not equal its parts, the parts are counted and that is said.
 */
import { type Decimal, sumOf, compare } from '../../collection/decimal';
import { msg, type Message } from '../../text/message';

/** Gives the digits of a cell by its name, such as 新收.总计; undefined where no number stands. */
export type DigitsOf = (key: string) => Decimal | undefined;

export interface Rate {
  readonly name: Message;
  /** What is divided by what, in words. */
  readonly of: Message;
  readonly part: number;
  readonly whole: number;
  /** Whether the whole was counted anew because the printed total is wrong. */
  readonly isCorrected: boolean;
}

/** How far a rate can be relied on, by how many cases it is of. */
export type Sample = 'few' | 'rather-few' | 'enough';

const few = 30;
const ratherFew = 100;

export function sampleOf({ whole }: Rate): Sample {
  if (whole < few) return 'few';
  return whole < ratherFew ? 'rather-few' : 'enough';
}

export const sampleWords: Readonly<Record<Exclude<Sample, 'enough'>, Message>> = { few: msg('样本少'), 'rather-few': msg('样本较少') };

/** 22.7%, or — of nothing. */
export function percent({ part, whole }: Rate): string {
  return whole === 0 ? '—' : `${(Math.round((part / whole) * 1000) / 10).toFixed(1)}%`;
}

/** The rates of one set of figures; those of which a figure is missing are left out. */
export function ratesOf(digits: DigitsOf): Rate[] {
  return forms.flatMap(({ name, of, part, whole }) => {
    const top = total(digits, part);
    const bottom = total(digits, whole);
    return top && bottom ? [{ name, of, part: top.value, whole: bottom.value, isCorrected: bottom.isCorrected }] : [];
  });
}

interface RateForm {
  readonly name: Message;
  readonly of: Message;
  readonly part: readonly string[];
  readonly whole: readonly string[];
}

const unheld = ['无法1', '无法2', '无法3'].map((row) => `${row}.总计`);
const lawsuits = (column: string) => [`直诉.${column}`, `复诉.${column}`];

const forms: readonly RateForm[] = [
  { name: msg('公开率'), of: msg('（予以公开＋部分公开）÷ 本年度办理结果总计'), part: ['予以.总计', '部分.总计'], whole: ['办结.总计'] },
  { name: msg('无法提供占比'), of: msg('无法提供 ÷（办理结果总计＋结转下年度）'), part: unheld, whole: ['办结.总计', '转出.总计'] },
  { name: msg('结转率'), of: msg('结转下年度 ÷（办理结果总计＋结转下年度）'), part: ['转出.总计'], whole: ['办结.总计', '转出.总计'] },
  { name: msg('复议纠错率'), of: msg('行政复议结果纠正 ÷ 行政复议总计'), part: ['复议.纠正'], whole: ['复议.总计'] },
  { name: msg('诉讼纠错率'), of: msg('行政诉讼结果纠正 ÷ 行政诉讼总计'), part: lawsuits('纠正'), whole: lawsuits('总计') },
];

const outcomes = ['维持', '纠正', '其他', '未结'];

function total(digits: DigitsOf, keys: readonly string[]): { readonly value: number; readonly isCorrected: boolean } | undefined {
  let isCorrected = false;
  const values = keys.map((key) => {
    const stated = digits(key);
    const [row, column] = key.split('.');
    if (column !== '总计' || !['复议', '直诉', '复诉'].includes(row ?? '')) return stated;
    const parts = outcomes.map((outcome) => digits(`${row}.${outcome}`));
    if (parts.includes(undefined)) return stated;
    const sum = sumOf(parts as Decimal[]);
    if (stated !== undefined && compare(sum, stated) !== 0) isCorrected = true;
    return sum;
  });
  return values.includes(undefined) ? undefined : { value: Number(sumOf(values as Decimal[])), isCorrected };
}
