/**
 * Numbers as strings of decimal digits, calculated with exactly: fees in 万元 have up to six decimals, and 0.1 + 0.2 must be
 * 0.3. Only what adding up and comparing need; no sign but a minus in front.
 */

/** A number by its digits, without needless ones: 12, 0.50, -3. */
export type Decimal = string;

interface Scaled {
  readonly units: bigint;
  /** How many of the digits stand behind the point. */
  readonly scale: number;
}

/** The sum of `values`, with as many decimals as the summand that has the most; '0' of none. */
export function sumOf(values: readonly Decimal[]): Decimal {
  let sum: Scaled = { units: 0n, scale: 0 };
  for (const value of values) {
    const addend = scaled(value);
    const scale = Math.max(sum.scale, addend.scale);
    sum = { units: raised(sum, scale) + raised(addend, scale), scale };
  }
  return written(sum);
}

/** `a` − `b`. */
export function difference(a: Decimal, b: Decimal): Decimal {
  return sumOf([a, negated(b)]);
}

/** Less than 0, 0 or more as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = scaled(difference(a, b));
  return units === 0n ? 0 : Number(units > 0n) * 2 - 1;
}

export function isZero(value: Decimal): boolean {
  return scaled(value).units === 0n;
}

/** `value` without its sign. */
export function absolute(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : value;
}

/** `value` divided by ten to the power of `places`, exactly: 185000 元 are 18.5000 万元. */
export function shifted(value: Decimal, places: number): Decimal {
  const { units, scale } = scaled(value);
  return trimmed(written({ units, scale: scale + places }));
}

/** `value` without zeros at its end behind the point, for people. */
export function trimmed(value: Decimal): Decimal {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

function negated(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

function scaled(value: Decimal): Scaled {
  const point = value.indexOf('.');
  return point < 0
    ? { units: BigInt(value), scale: 0 }
    : { units: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 };
}

function raised({ units, scale }: Scaled, to: number): bigint {
  return units * 10n ** BigInt(to - scale);
}

function written({ units, scale }: Scaled): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${whole}` : whole;
}
