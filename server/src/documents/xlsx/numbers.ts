/**
 * Numbers of a sheet as they are seen: with the decimals that the cell's format shows, never more digits than a sheet keeps.
 * Grouping of thousands is left out: it is the sheet's way of showing, not the clerk's of writing. All by digits, not by
 * floating numbers, so that no figure changes on the way.
 */

const formatsBuiltIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};

/** The format with that number, or undefined for one that shows the number as it is. */
export function formatOf(id: number, own: ReadonlyMap<number, string>): string | undefined {
  return own.get(id) ?? formatsBuiltIn[id];
}

/** A stored number as the format shows it. */
export function shownNumber(stored: string, format: string | undefined): string {
  const plain = plainDecimal(stored);
  if (plain === undefined) return stored;
  if (format === undefined || /general|@/i.test(format)) return plain;
  if (isDate(format)) return dateOf(plain, format);
  const section = (format.split(';')[plain.startsWith('-') && format.includes(';') ? 1 : 0] ?? format).replace(
    /"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g,
    '',
  );
  if (/[eE]\+|\?\/|,(?:$|[^#0?])/.test(section)) return plain;
  const decimals = /\.([0#?]+)/.exec(section)?.[1] ?? '';
  const least = decimals.replace(/#+$/, '').length;
  const percent = section.includes('%');
  const value = percent ? shifted(plain, 2) : plain;
  return /[0#?]/.test(section) ? `${rounded(value, least, decimals.length)}${percent ? '%' : ''}` : plain;
}

/** A number without exponent, of at most 15 digits as sheets keep them; undefined for what is no number. */
export function plainDecimal(stored: string): string | undefined {
  if (/^-?\d{1,15}$/.test(stored)) return stored.replace(/^(-?)0+(?=\d)/, '$1');
  if (!/^-?\d*\.?\d+(?:[eE][+-]?\d+)?$/.test(stored)) return undefined;
  if (!/[eE]/.test(stored) && stored.replace(/^-?0*\.?0*|\./g, '').length <= 15) return trimmed(stored);
  const short = Number(stored).toPrecision(15);
  return trimmed(/[eE]/.test(short) ? expanded(short) : short);
}

function trimmed(decimal: string): string {
  const [whole = '', rest = ''] = decimal.split('.');
  const decimals = rest.replace(/0+$/, '');
  const integer = whole.replace(/^(-?)0+(?=\d)/, '$1').replace(/^(-?)$/, '$10');
  return decimals === '' ? integer : `${integer}.${decimals}`;
}

function expanded(text: string): string {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e');
  return shifted(mantissa, Number(exponent));
}

/** The decimal point moved to the right by `places`. */
function shifted(decimal: string, places: number): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', rest = ''] = decimal.replace('-', '').split('.');
  const digits = whole + rest;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  return sign + trimmed(`${padded.slice(0, at)}.${padded.slice(at) || '0'}`);
}

/** Half up, as sheets show it; `least` decimals at least, `most` at most. */
function rounded(decimal: string, least: number, most: number): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '0', rest = ''] = decimal.replace('-', '').split('.');
  const digits = [...(whole + rest.slice(0, most).padEnd(most, '0'))].map(Number);
  if (Number(rest[most] ?? 0) >= 5) {
    let i = digits.length - 1;
    while (i >= 0 && digits[i] === 9) digits[i--] = 0;
    if (i >= 0) digits[i] = (digits[i] as number) + 1;
    else digits.unshift(1);
  }
  const text = digits.join('');
  const decimals = text.slice(text.length - most);
  const kept = most === 0 ? '' : decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
  const integer = most === 0 ? text : text.slice(0, -most);
  const unsigned = kept === '' ? integer : `${integer}.${kept}`;
  return /[1-9]/.test(unsigned) ? sign + unsigned : unsigned;
}

function isDate(format: string): boolean {
  return /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/[#0?]/.test(format.replace(/"[^"]*"/g, ''));
}

/** A day counted from the end of 1899, written as a report writes dates. */
function dateOf(days: string, format: string): string {
  const count = Number(days);
  if (!(count > 60 && count < 100_000)) return days;
  const day = new Date(Math.round((count - 25_569) * 86_400_000));
  const parts = [
    [/y/i, `${day.getUTCFullYear()}年`],
    [/m/i, `${day.getUTCMonth() + 1}月`],
    [/d/i, `${day.getUTCDate()}日`],
  ] as const;
  return parts.map(([letter, text]) => (letter.test(format) ? text : '')).join('');
}
